import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Count } from '../../src/store/counts.ts';
import { MOST_MISSED } from '../../src/store/counts.ts';
import type { Store } from '../../src/store/store.ts';
import { STORES } from './stores.ts';

const missed = (name: string, more: Partial<Count> = {}): Count => ({
  community: 'c',
  kind: 'missed',
  name,
  day: '2026-11-18',
  total: 1,
  ...more,
});
const asked = (name: string, more: Partial<Count> = {}): Count => missed(name, { kind: 'asked', ...more });

describe.each(STORES)('%s: what communities ask', (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test('is summed over weeks and processes, the most frequent first, ties by name', async () => {
    await store.counts.add([asked('b', { community: 'sum', total: 2 }), asked('a', { community: 'sum' })]);
    await store.counts.add([
      asked('a', { community: 'sum', day: '2026-11-03' }),
      missed('x', { community: 'sum' }),
    ]);
    await store.counts.add([missed('y', { community: 'other' })]);
    expect(await store.counts.report('sum')).toEqual({
      since: '2026-11-03',
      asked: [
        { name: 'a', total: 2, lastDay: '2026-11-18' },
        { name: 'b', total: 2, lastDay: '2026-11-18' },
      ],
      missed: [{ name: 'x', total: 1, lastDay: '2026-11-18' }],
    });
    expect(await store.counts.report('nobody')).toEqual({ since: null, asked: [], missed: [] });
  });

  test('is looked at since a day, to the week', async () => {
    const days = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-09'];
    await store.counts.add(days.map((day) => asked('r', { community: 'since', day })));
    const totals = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05', '2026-11-10'].map(
      async (since) => (await store.counts.report('since', since)).asked[0]?.total,
    );
    expect(await Promise.all(totals)).toEqual([4, 3, 3, 1, undefined]);
  });

  test.each([
    [MOST_MISSED, MOST_MISSED],
    [MOST_MISSED + 1, MOST_MISSED],
  ])('of %i missed questions %i are kept, and of no other kind or community any goes', async (n, kept) => {
    const community = `bound-${n}`;
    const many = Array.from({ length: n }, (__, at) => missed(`q${at}`, { community }));
    await store.counts.add([
      ...many,
      asked('r', { community }),
      missed('q', { community: `${community}-b` }),
    ]);
    const report = await store.counts.report(community);
    expect([report.missed.length, report.asked.length]).toEqual([kept, 1]);
    expect((await store.counts.report(`${community}-b`)).missed).toHaveLength(1);
  });

  test('the rarest go, of those the least recent', async () => {
    const community = 'rare';
    const often = missed('often, long ago', { community, day: '2026-08-01', total: 2 });
    const once = [missed('old', { community, day: '2026-11-01' }), missed('new', { community })];
    await store.counts.add([...once, often], 2);
    const { missed: left } = await store.counts.report(community);
    expect(left.map(({ name }) => name)).toEqual(['often, long ago', 'new']);
  });

  test('goes after 180 days', async () => {
    const community = 'old';
    await store.counts.add([missed('a', { community, day: '2026-05-25' }), missed('b', { community })]);
    await store.prune(0, Date.parse('2026-11-21T12:00:00Z'));
    expect((await store.counts.report(community)).missed).toHaveLength(2);
    await store.prune(0, Date.parse('2026-11-22T00:00:00Z'));
    expect((await store.counts.report(community)).missed.map(({ name }) => name)).toEqual(['b']);
  });

  test('eight write at once and nothing is lost', async () => {
    const names = Array.from({ length: 40 }, (__, n) => `n${n}`);
    const batches = Array.from({ length: 8 }, (__, n) =>
      (n % 2 === 0 ? names : names.toReversed()).map((name) => missed(name, { community: 'race' })),
    );
    await Promise.all(batches.map((batch) => store.counts.add(batch)));
    const totals = (await store.counts.report('race')).missed.map(({ total }) => total);
    expect(totals).toEqual(names.map(() => 8));
  });
});
