import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../src/log.ts';
import type { OnStore } from '../../src/community/on-store.ts';
import { Paused } from '../../src/community/paused.ts';
import { StoredCounts } from '../../src/community/stored-counts.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { scratch, until } from '../outbox/world.ts';

const room = scratch();
let store: Store;
let isAway: boolean;
let uses: number;
let files = 0;

beforeEach(async () => {
  store = await openStore({ file: join(room.folder, `counts${++files}.db`) });
  isAway = false;
  uses = 0;
});
afterEach(() => store.close());
afterAll(() => room.remove());

const onStore: OnStore = async (work) => {
  uses += 1;
  if (isAway) throw new Paused('The store is away.');
  return work(store);
};
const clock = { now: () => Date.parse('2026-11-21T23:59:59Z') };

function counting({ flushMs = 60_000, isThere = true, warned = [] as string[] } = {}): StoredCounts {
  const log = { ...silentLog, warn: (_: object, message: string) => void warned.push(message) };
  return new StoredCounts({ onStore, isThere: () => isThere, clock, log, flushMs });
}

const missed = async (community = 'chat:C') => (await store.counts.report(community)).missed;

describe('counts that wait to be written', () => {
  test('are written together, once a while, with the day and no time', async () => {
    const counts = counting({ flushMs: 20 });
    for (let n = 0; n < 1_000; n += 1) counts.count('chat:C', 'missed', 'goatherd');
    expect(uses).toBe(0);
    await until(missed, (rows) => rows.length > 0);
    expect(await missed()).toEqual([{ name: 'goatherd', total: 1_000, lastDay: '2026-11-21' }]);
    expect(uses).toBe(1);
  });

  test('are written before they are told', async () => {
    const counts = counting();
    counts.count('chat:C', 'missed', 'goatherd');
    expect((await counts.report('chat:C')).missed).toHaveLength(1);
    await counts.flush();
    expect((await counts.report('chat:C')).missed[0]?.total).toBe(1);
  });

  test('wait while the store is away, and are written when it is back', async () => {
    const counts = counting({ flushMs: 20 });
    isAway = true;
    counts.count('chat:C', 'missed', 'goatherd');
    await until(
      () => uses,
      (tries) => tries >= 2,
    );
    counts.count('chat:C', 'missed', 'goatherd');
    await expect(counts.report('chat:C')).rejects.toThrow('The store is away.');
    isAway = false;
    await until(missed, (rows) => rows[0]?.total === 2);
  });

  test('are not counted twice when a write fails halfway', async () => {
    const counts = counting({ flushMs: 20 });
    vi.spyOn(store.counts, 'add').mockRejectedValueOnce(new Error('The disk is full.'));
    counts.count('chat:C', 'missed', 'goatherd');
    await until(missed, (rows) => rows.length > 0);
    expect((await missed())[0]?.total).toBe(1);
  });

  test.each([
    [10_000, 0],
    [10_001, 1],
    [10_005, 1],
  ])('of %i different ones 10,000 wait; what is left out is said once', async (n, said) => {
    const warned: string[] = [];
    const counts = counting({ warned });
    for (let at = 0; at < n; at += 1) counts.count('chat:C', 'asked', `role-${at}`);
    expect(warned).toHaveLength(said);
    expect((await counts.report('chat:C')).asked).toHaveLength(10_000);
  });
});

test('of questions with an id 100,000 wait; what is left out is said once', () => {
  const warned: string[] = [];
  const counts = counting({ warned });
  for (let at = 0; at < 100_000; at += 1) counts.count('chat:C', 'asked', 'sre', String(at));
  expect(warned).toHaveLength(0);
  for (let at = 0; at < 3; at += 1) counts.count('chat:C', 'asked', 'sre', `more ${at}`);
  expect(warned).toHaveLength(1);
});

test.each([
  ['terminal:', false, 0],
  ['terminal:', true, 1],
  ['chat:C', false, 1],
])(
  'what is counted in "%s" with a file there %j is written %i times by itself',
  async (community, isThere, n) => {
    const counts = counting({ isThere });
    counts.count(community, 'missed', 'goatherd');
    await counts.flush();
    expect(uses).toBe(n);
    expect((await counts.report(community)).missed).toHaveLength(1);
  },
);
