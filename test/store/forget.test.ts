import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportsOf } from '../../src/store/reports.ts';
import { TABLES } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { claimOf, scheduleOf } from './examples.ts';
import { STORES } from './stores.ts';

/** One row or more of a community in every table that has its own. */
async function fill(store: Store, community: string): Promise<void> {
  const id = `of-${community.replace(/\W/g, '').toLowerCase()}`;
  const content = { community, title: 'A "prompt"' };
  for (const schedule of [id, `${id}-removed`]) {
    await store.schedules.put(scheduleOf({ id: schedule, community }), 1, 1);
    await store.ledger.claim(claimOf(schedule, { content }));
    const step = { occurrence: `${schedule}@2026-01-05T09:00`, target: 'chat:1', step: 'post' as const };
    await store.attempts.begin({ ...step, token: schedule, kind: 'send', by: 'w', at: 1, heldUntil: 2 });
    await store.notices.add(schedule, 'Look.', 1);
    await store.database.transaction((queries) =>
      store.schedules.refused(schedule, 'chat:1', 'No.', 5, queries),
    );
  }
  await store.schedules.remove(`${id}-removed`);
  const entry = {
    schedule: id,
    run: `${id}@x`,
    title: 't',
    track: 'r',
    mark: 'in',
    dueAt: 1,
    at: 1,
  } as const;
  await store.study.put({ community, id: 'ada' }, entry);
  await store.proposals.add({ community, id: 'ada' }, { track: 'r', title: 't', build: 'b' }, false, 1);
  const mistake = { about: 'role sre', what: 'Wrong.', knowledge: 'k' };
  await store.reports.add({ community, id: 'ada' }, mistake, 1);
  await store.reports.setTarget(community, { target: 'chat:1', language: 'de' });
  await store.database.transaction((queries) =>
    store.schedules.refused(reportsOf(community), 'chat:1', 'No.', null, queries),
  );
  const change = { member: 'ada', setting: 'zone', channel: '', before: null, after: '"UTC"', at: 1 };
  await store.settings.change(community, () => ({ body: '{}', changes: [change] }));
  await store.welcomes.claim(community, 'channel', claimOf(`${id}-welcome`, { content }));
  await store.installations.put({ community, sealed: 'v1.k.n.t.c', at: 1 });
  await store.counts.add([{ community, kind: 'asked', name: 'r', day: '2026-01-05', total: 1 }]);
}

/** Simple values, and hashes of what was heard, which end by themselves. */
const OF_NO_COMMUNITY = ['rolecall_stored', 'rolecall_inbox'];

/** Every row of every table that knows communities, as text. */
async function everything(store: Store): Promise<Record<string, string[]>> {
  const tables = TABLES.filter(({ name }) => !OF_NO_COMMUNITY.includes(name));
  const rows = tables.map(async ({ name }) => {
    const all = await store.database.rows(`SELECT * FROM ${name}`);
    return [name, all.map((row) => JSON.stringify(row)).toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe.each(STORES)('%s: a community that is gone', (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test('is forgotten with all its rows, removed schedules too, and others keep all of theirs', async () => {
    await fill(store, 'chat:stays');
    const before = await everything(store);
    // A table that is filled by nobody would prove nothing.
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    await fill(store, 'chat:gö"ne\u{1F600}');
    expect(await store.communities()).toEqual(['chat:gö"ne\u{1F600}', 'chat:stays']);
    const rows = Object.values(await everything(store)).flat().length - Object.values(before).flat().length;
    expect(await store.forget('chat:gö"ne\u{1F600}')).toBe(rows);
    expect(await everything(store)).toEqual(before);
    expect(await store.communities()).toEqual(['chat:stays']);
    expect(await store.forget('chat:gö"ne\u{1F600}')).toBe(0);
  });
});
