import { setTimeout } from 'node:timers/promises';
import type { Store } from '../../src/store/store.ts';

/** When nothing has ended for so long, nothing will; milliseconds. */
const STUCK_MS = 60_000;

/**
 * Waits until no post is open and no schedule is due by `now` (epoch milliseconds), or nothing has ended for a minute;
 * what is not over then is found by its history.
 */
export async function drained(store: Store, now: () => number): Promise<void> {
  let fewest = Infinity;
  let since = Date.now();
  while (Date.now() - since < STUCK_MS) {
    // Due first: what is claimed between the two counts is counted as open.
    const due = await store.schedules.dueTargets(now());
    const left = due + (await store.deliveries.openCount());
    if (left === 0) return;
    if (left < fewest) since = Date.now();
    fewest = Math.min(fewest, left);
    await setTimeout(100);
  }
}
