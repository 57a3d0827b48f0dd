import type { Store } from '../../src/store/store.ts';
import { claimOf, scheduleOf } from './examples.ts';

/** What a schedule keeps of whoever made it. */
export const SPOKEN = { language: 'pt-BR', fallback: 'data-engineer', by: 'ada' };

/** Something in every table, with letters that two databases might sort differently; more posts than fit one page of a copy unless told. */
export async function fill(store: Store, posts = 2_100): Promise<void> {
  for (const id of ['b', 'a-b', 'ab', 'weekly'])
    await store.schedules.put(
      scheduleOf({ id, community: 'Ünï "quoted" \u{1F600}', content: { track: 'most-asked', ...SPOKEN } }),
      1_000,
      1,
    );
  const targets = Array.from({ length: posts }, (_, n) => (n % 2 === 0 ? `é:${n}` : `e:${n}`));
  await store.ledger.claim(claimOf('weekly', { targets }));
  await store.ledger.claim(claimOf('a-b', { skip: 'Holiday.', targets: [] }));
  await store.database.transaction((queries) => store.schedules.refused('weekly', 'e:1', 'No.', 5, queries));
  const id = { occurrence: 'weekly@2026-01-05T09:00', target: 'e:1', step: 'post' as const };
  await store.attempts.begin({ ...id, token: 't', kind: 'send', by: 'w', at: 5_000, heldUntil: 6_000 });
  await store.attempts.end(id, 't', {
    outcome: 'posted',
    detail: null,
    at: 5_001,
    next: { state: 'done', result: 'm1' },
  });
  await store.notices.add('weekly', 'Look.', 1);
  const idea = { track: 'ml-engineer', title: 'Ünï', build: 'A "thing"', link: 'https://a.example/' };
  await store.proposals.add({ community: 'c', id: 'ada' }, idea, false, 5_000);
  const mistake = { about: 'role sre', what: 'Ünï "wrong"', knowledge: 'k' };
  await store.reports.add({ community: 'c', id: 'ada' }, mistake, 5_000);
  await store.reports.setTarget('c', { target: 'chat:1', language: 'de' });
  await store.counts.add([{ community: 'c', kind: 'missed', name: 'ünï', day: '2026-11-21', total: 2 }]);
  await store.values('progress').set('ada', { weeks: [1, 2] });
  const change = {
    member: 'ada',
    setting: 'zone',
    channel: '',
    before: null,
    after: '"Europe/Madrid"',
    at: 5_000,
  };
  await store.welcomes.claim('c', 'channel', claimOf('welcome', { skip: 'Holiday.', targets: [] }));
  await store.installations.put({ community: 'c', sealed: 'v1.Ünï', at: 5_000 });
  await store.settings.change('c', () => ({ body: '{"zone":"Europe/Madrid"}', changes: [change] }));
}
