import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetMember } from '../../src/store/member-rows.ts';
import { MOST_OF_COMMUNITY, MOST_OPEN } from '../../src/store/reports.ts';
import type { Store } from '../../src/store/store.ts';
import { STORES } from './stores.ts';

const MISTAKE = { about: 'salary ml-engineer', what: 'Ünï "wrong"', right: '$210K', knowledge: 'k1' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 10 * DAY;

describe.each(STORES)('%s: reports', (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test('are kept as they were sent, for their community, and for whoever sent them', async () => {
    const ada = { community: 'c1', id: 'ada' };
    const made = await store.reports.add(ada, MISTAKE, NOW);
    expect(made).toEqual({
      ...MISTAKE,
      id: expect.stringMatching(/^[0-9a-f]{6}$/),
      state: 'open',
      reason: null,
      madeAt: NOW,
      decidedAt: null,
    });
    expect(await store.reports.list('c1', 'open')).toEqual([made]);
    expect(await store.reports.list('c2', 'open')).toEqual([]);
    expect(await store.reports.get('c1', made.id)).toEqual(made);
    expect(await store.reports.get('c2', made.id)).toBeNull();
    expect(await store.reports.by(ada)).toEqual([made]);
    expect(await store.reports.by({ community: 'c2', id: 'ada' })).toEqual([]);
  });

  test('of one millisecond keep the order in which they were sent', async () => {
    const sent: string[] = [];
    for (let n = 0; n < 4; n += 1)
      sent.push((await store.reports.add({ community: 'c9', id: `m${n}` }, MISTAKE, NOW)).id);
    expect((await store.reports.list('c9', 'open')).map(({ id }) => id)).toEqual(sent);
  });

  test('are decided, and decided otherwise later, by their own community only', async () => {
    const { id } = await store.reports.add({ community: 'c3', id: 'ada' }, MISTAKE, NOW);
    const { reports } = store;
    expect(await reports.decide('c1', id, { state: 'accepted' }, NOW)).toBeNull();
    expect(await reports.decide('c3', id, { state: 'accepted' }, NOW + 1)).toMatchObject({
      state: 'accepted',
      decidedAt: NOW + 1,
    });
    expect((await reports.everywhere('accepted')).map((one) => one.id)).toEqual([id]);
    const dismissed = { state: 'dismissed', reason: 'No.' } as const;
    expect(await reports.decide('c3', id, dismissed, NOW + 2)).toMatchObject(dismissed);
    expect(await reports.everywhere('accepted')).toEqual([]);
    expect(await reports.decide('c3', id, { state: 'accepted' }, NOW + 3)).toMatchObject({ reason: null });
  });

  test('are kept with what is done in the same breath, or not at all', async () => {
    const ada = { community: 'c7', id: 'ada' };
    const broken = store.reports.add(ada, MISTAKE, NOW, () => Promise.reject(new Error('no room')));
    await expect(broken).rejects.toThrow('no room');
    expect(await store.reports.by(ada)).toEqual([]);
    const kept: string[] = [];
    const { id } = await store.reports.add(
      ada,
      MISTAKE,
      NOW,
      async (_queries, made) => void kept.push(made.id),
    );
    expect(kept).toEqual([id]);
  });

  test('that were dismissed long ago are forgotten, others never', async () => {
    const { reports } = store;
    const states = ['open', 'accepted', 'dismissed', 'dismissed'] as const;
    for (const [n, state] of states.entries()) {
      const { id } = await reports.add({ community: 'c8', id: `m${n}` }, MISTAKE, NOW);
      if (state === 'accepted') await reports.decide('c8', id, { state }, NOW);
      if (state === 'dismissed') await reports.decide('c8', id, { state, reason: null }, NOW + n);
    }
    await reports.prune(NOW + 3);
    const left = states.slice(0, 3).map((state) => reports.list('c8', state));
    expect((await Promise.all(left)).map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test('ten at once from one member: five are kept, and the rest hear when', async () => {
    const eve = { community: 'c4', id: 'eve' };
    const add = (now: number) => store.reports.add(eve, MISTAKE, now);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => add(NOW)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await expect(add(NOW + DAY - 1)).rejects.toThrow('the next one can be sent in one minute.');
    await expect(add(NOW + DAY - 2 * HOUR)).rejects.toThrow('the next one can be sent in two hours.');
    expect(await add(NOW + DAY)).toMatchObject({ state: 'open' });
  });

  test('at most so many in a day of a community, and so many that wait', async () => {
    const add = (n: number, now: number) =>
      store.reports.add({ community: 'full', id: `m${n}` }, MISTAKE, now);
    for (let n = 0; n < MOST_OF_COMMUNITY; n += 1) await add(n, NOW);
    await expect(add(0, NOW + HOUR)).rejects.toThrow('50 reports came from this community within a day');
    const rows = Array.from(
      { length: MOST_OPEN - MOST_OF_COMMUNITY },
      (__, n) => `('full', 'o${n}', 'm', 'open', '{}', ${NOW})`,
    );
    await store.database.rows(
      `INSERT INTO rolecall_reports (community, id, member, state, body, made_at) VALUES ${rows.join(', ')}`,
    );
    await expect(add(0, NOW + 100 * DAY)).rejects.toThrow('500 reports wait here already');
  });

  test('a member has their name taken off theirs, and off no others', async () => {
    const bob = { community: 'c5', id: 'bob' };
    const eve = { community: 'c5', id: 'eve' };
    for (const member of [bob, bob, eve]) await store.reports.add(member, MISTAKE, NOW);
    expect((await forgetMember(store.database, bob)).stay.reports).toBe(2);
    expect(await store.reports.by(bob)).toEqual([]);
    expect(await store.reports.by(eve)).toHaveLength(1);
    expect(await store.reports.list('c5', 'open')).toHaveLength(3);
    expect((await forgetMember(store.database, bob)).stay.reports).toBe(0);
  });

  test('have one channel, which can be changed and taken away', async () => {
    const { reports } = store;
    expect(await reports.target('c6')).toBeNull();
    await reports.setTarget('c6', { target: 'chat:1', language: 'de' });
    await reports.setTarget('c6', { target: 'chat:2', language: 'pt-BR' });
    expect(await reports.target('c6')).toEqual({ target: 'chat:2', language: 'pt-BR' });
    expect(await store.communities()).toContain('c6');
    await reports.setTarget('c6', null);
    expect(await reports.target('c6')).toBeNull();
  });
});
