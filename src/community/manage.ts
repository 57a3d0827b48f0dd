import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import type { Claim } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import { claimToSkip } from '../outbox/occurrence.ts';
import type { Slot } from '../schedules/next.ts';
import { nextSlots } from '../schedules/next.ts';
import type { Schedule } from './schedule.ts';

/** Keeps a schedule, new or changed; while it is active it comes due from `now` (epoch milliseconds) on. */
export async function keepSchedule(store: Store, schedule: Schedule, now: number): Promise<void> {
  const next = schedule.state === 'active' ? nextSlots(schedule.timetable, now, 1)[0] : undefined;
  await store.schedules.put(schedule, next?.at ?? null, now);
}

/** Stops a schedule until it is resumed, and what it has not sent yet. */
export async function pauseSchedule(store: Store, schedule: Schedule, now: number): Promise<void> {
  await keepSchedule(store, { ...schedule, state: 'paused' }, now);
  await store.ledger.cancel(schedule.id, say('The schedule was paused before it was sent.'), now);
}

/**
 * Stops a schedule with the claim of a run that came due at `from` (epoch milliseconds), and keeps the reason for whoever made
 * it: all of it or nothing, and by one process of all.
 */
export async function pauseWith(
  store: Store,
  schedule: Schedule,
  claim: Claim & { readonly pause?: Said },
  from: number,
): Promise<void> {
  const { pause, ...run } = claim;
  await store.database.transaction(async (queries) => {
    if (!(await store.schedules.pause(schedule, from, claim.at, queries))) return;
    await store.ledger.claimWith(queries, run);
    if (pause !== undefined) await store.notices.add(schedule.id, pause, claim.at, queries);
  });
}

/** Lets a schedule run again, in its paused channels too. What was due meanwhile is not posted. */
export async function resumeSchedule(store: Store, schedule: Schedule, now: number): Promise<void> {
  await store.schedules.welcome(schedule.id, null);
  await keepSchedule(store, { ...schedule, state: 'active' }, now);
}

/** Forgets a schedule, and what it has not sent yet; its history stays. */
export async function removeSchedule(store: Store, id: string, now: number): Promise<void> {
  await store.schedules.remove(id);
  await store.ledger.cancel(id, say('The schedule was removed before it was sent.'), now);
}

/** The next `count` runs of a schedule, without those that were skipped; none while it is paused. */
export async function nextRuns(store: Store, schedule: Schedule, count: number): Promise<Slot[]> {
  const due = await store.schedules.nextDue(schedule.id);
  return due === null ? [] : nextSlots(schedule.timetable, due - 1, count);
}

/** Leaves out the next run, with the reason in its history; what was left out, or null when there is nothing to leave out. */
export async function skipNext(
  store: Store,
  schedule: Schedule,
  by: string,
  now: number,
  reason: Said,
): Promise<Slot | null> {
  const from = await store.schedules.nextDue(schedule.id);
  const [slot, after] = await nextRuns(store, schedule, 2);
  if (slot === undefined || from === null) return null;
  const next = { from, to: after?.at ?? null };
  const skipped = await store.ledger.claim({ ...claimToSkip(schedule.id, slot, by, now, reason), next });
  return skipped ? slot : null;
}
