import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { does, doing, endAfterEach, LEFT, mostAtOnce, oneStore, QUICK, replica, told } from './replica.ts';

endAfterEach();

describe('a store that does not answer', () => {
  test('to a process that nobody stands by for: it goes on without a break, and renews when it can', async () => {
    const store = await oneStore();
    const only = await replica('host:1', store);
    only.isCutOff = true;
    await expect.poll(() => only.lease.standing.kind).toBe('unsure');
    expect([[...doing], mostAtOnce()]).toEqual([['host:1'], 1]);
    expect(only.lines.at(-1)).toContain('does not say who holds the work');
    expect(only.lease.isDoubtful).toBe(false);
    only.isCutOff = false;
    await expect.poll(() => only.lease.standing.kind).toBe('holds');
    expect([...doing]).toEqual(['host:1']);
  });

  test('to the holder alone: it leaves before the other one takes over', async () => {
    const store = await oneStore();
    const first = await replica('host:1', store);
    await replica('host:2', store);
    // It hears of who stands by as it renews.
    await sleep(QUICK.renewMs * 2);
    first.isCutOff = true;
    await told(first, LEFT);
    await does('host:2');
    expect(mostAtOnce()).toBe(1);
    first.isCutOff = false;
    await expect
      .poll(() => first.lease.standing)
      .toMatchObject({ behind: expect.stringContaining('host:2') });
    expect([[...doing], mostAtOnce()]).toEqual([['host:2'], 1]);
  });

  test('to anybody: after a while somebody goes on, and leaves at the sign of another', async () => {
    const store = await oneStore();
    const both = [await replica('host:1', store), await replica('host:2', store)] as const;
    await sleep(QUICK.renewMs * 2);
    for (const each of both) each.isCutOff = true;
    await told(both[0], LEFT);
    await expect.poll(() => doing.size, { timeout: 5_000 }).toBe(2);
    for (const { lease } of both) expect(lease.isDoubtful).toBe(true);
    both[0].lease.uncontested();
    both[1].lease.contested();
    await does('host:1');
    expect([both[0].lease.isDoubtful, both[1].lease.standing.kind]).toEqual([false, 'waits']);
    // What is seen of others means nothing to whoever holds the lease.
    for (const each of both) each.isCutOff = false;
    await expect.poll(() => both.filter(({ lease }) => lease.standing.kind === 'holds')).toHaveLength(1);
    for (const { lease } of both) lease.contested();
    await expect.poll(() => doing.size).toBe(1);
  });

  test('to one that others show themselves to: it doubts once, then leaves it to them', async () => {
    const only = await replica('host:1', await oneStore());
    only.isCutOff = true;
    await expect.poll(() => only.lease.standing.kind).toBe('unsure');
    only.lease.contested();
    expect([only.lease.isDoubtful, doing.size]).toEqual([true, 1]);
    only.lease.uncontested();
    only.lease.contested();
    only.lease.contested();
    await does();
    await sleep(QUICK.blindMs + QUICK.tryMs * 3);
    expect([...doing]).toEqual([]);
    only.isCutOff = false;
    await does('host:1');
  });

  test.each([true, false])(
    'when it starts: it begins at once, in doubt if others may reach it (%s)',
    async (isShared) => {
      const { lease } = await replica('host:1', await oneStore(), { isCutOff: true, isShared });
      expect([[...doing], lease.standing.kind, lease.isDoubtful]).toEqual([['host:1'], 'unsure', isShared]);
    },
  );

  test('and is a file, which is away for all: the holder goes on though others stand by', async () => {
    const store = await oneStore();
    const first = await replica('host:1', store, { isShared: false });
    await replica('host:2', store, { isShared: false });
    await sleep(QUICK.renewMs * 2);
    first.isCutOff = true;
    await expect.poll(() => first.lease.standing.kind).toBe('unsure');
    expect(first.lines.join()).not.toContain('leaves');
  });

  test('for a moment only, to one that stands by: it does not begin', async () => {
    const store = await oneStore();
    await replica('host:1', store);
    const second = await replica('host:2', store);
    second.isCutOff = true;
    await sleep(QUICK.tryMs * 4);
    second.isCutOff = false;
    await sleep(QUICK.tryMs * 4);
    expect([[...doing], mostAtOnce()]).toEqual([['host:1'], 1]);
  });
});
