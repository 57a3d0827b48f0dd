import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { LEASE_TIMING } from '../../src/lease/lease.ts';
import { createLeases } from '../../src/lease/leases.ts';
import { silentLog } from '../../src/log.ts';
import { ADDRESSES } from '../store/stores.ts';
import { does, doing, endAfterEach, mostAtOnce, oneStore, openBoth, QUICK, replica } from './replica.ts';

endAfterEach();

test('whoever dies is replaced within 15 seconds, and nobody holds what another may take', () => {
  const { lastsMs, renewMs, tryMs, answerMs, marginMs, blindMs } = LEASE_TIMING;
  // What is left is for logging in.
  expect(lastsMs + tryMs + answerMs).toBeLessThanOrEqual(13_000);
  // One renewal may fail, and the next is in time.
  expect(renewMs + answerMs + tryMs + answerMs).toBeLessThan(lastsMs);
  expect(marginMs).toBeGreaterThanOrEqual(500);
  // Whoever is cut off begins again only after the others have had the time to take over.
  expect(blindMs).toBeGreaterThan(marginMs + tryMs + answerMs);
});

describe.each(ADDRESSES)('processes on %s', (_, newAddress) => {
  test('do the work one at a time; the other one says who holds it', async () => {
    const [one, other] = await openBoth(await newAddress());
    const first = await replica('host:1', one);
    const second = await replica('host:2', other);
    expect([...doing]).toEqual(['host:1']);
    expect(first.lease.standing).toEqual({ kind: 'holds' });
    expect(second.lease.standing).toMatchObject({
      kind: 'waits',
      behind: expect.stringMatching(/^host:1 \(/),
    });
    expect(second.lines).toEqual([
      expect.stringMatching(/^stands by: the work is held by host:1 \(\w{8}\)$/),
    ]);
    // Longer than the lease lasts: it is renewed.
    await sleep(QUICK.lastsMs * 2);
    expect([[...doing], mostAtOnce()]).toEqual([['host:1'], 1]);
  });

  test('take over once the lease of the dead is over, not before', async () => {
    const [one, other] = await openBoth(await newAddress());
    const first = await replica('host:1', one);
    await replica('host:2', other);
    const begun = performance.now();
    first.die();
    await does('host:2');
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(QUICK.lastsMs / 2);
    expect(took).toBeLessThan(QUICK.lastsMs + QUICK.tryMs + 2_000);
  });

  test('take over before the other one stops, where two may do it for a moment', async () => {
    const [one, other] = await openBoth(await newAddress());
    const first = await replica('host:1', one, { overlaps: true });
    await replica('host:2', other, { overlaps: true });
    const stopped = first.stop();
    await does('host:1', 'host:2');
    await stopped;
    expect([[...doing], first.lease.standing.kind]).toEqual([['host:2'], 'waits']);
  });

  test('do not wait for another one where there is none', async () => {
    const [one] = await openBoth(await newAddress());
    const alone = await replica('host:1', one, { overlaps: true });
    const begun = performance.now();
    await alone.stop();
    expect([doing.size, performance.now() - begun < QUICK.overlapMs]).toEqual([0, true]);
  });

  test('take over at once when the other one stops in good order', async () => {
    const [one, other] = await openBoth(await newAddress());
    const first = await replica('host:1', one);
    await replica('host:2', other);
    const begun = performance.now();
    await first.stop();
    await does('host:2');
    expect(performance.now() - begun).toBeLessThan(QUICK.lastsMs - QUICK.renewMs);
    expect(mostAtOnce()).toBe(1);
  });

  test('of ten that start at once one begins, and when it dies one other', async () => {
    const timing = { ...QUICK, lastsMs: 2_000, marginMs: 500 };
    const [one, other] = await openBoth(await newAddress());
    const all = await Promise.all(
      Array.from({ length: 10 }, (__, at) => replica(`host:${at}`, at % 2 === 0 ? one : other, { timing })),
    );
    expect(doing.size).toBe(1);
    const holder = all.find(({ lease }) => lease.standing.kind === 'holds');
    holder?.die();
    await expect.poll(() => doing.size, { timeout: 5_000, interval: 5 }).toBe(1);
    expect(mostAtOnce()).toBe(1);
  });

  test('with work of another name do not wait for each other', async () => {
    const [one, other] = await openBoth(await newAddress());
    await replica('host:1', one, { name: 'shard 0/2' });
    await replica('host:2', other, { name: 'shard 1/2' });
    expect([...doing]).toEqual(['host:1', 'host:2']);
  });
});

test('work that cannot begin gives the lease to whoever can', async () => {
  const store = await oneStore();
  const parts = { store: async () => store, isShared: true, worker: 'host:0', log: silentLog, timing: QUICK };
  const leases = createLeases(parts);
  const wish = { name: 'work', holder: 'host:1', lastsMs: 1 };
  const refused = {
    begin: () => Promise.reject(new Error('the token is refused')),
    end: async () => undefined,
  };
  await expect(leases.hold({ ...wish, what: 'the work', ...refused })).rejects.toThrow('is refused');
  await expect.poll(async () => (await store.leases.take(wish)).isMine).toBe(true);
});
