import { numeral } from '../message/figures.ts';
import type { Message } from '../message/message.ts';
import { message, say } from '../message/say.ts';
import type { Slot } from './next.ts';
import { slotsAfter } from './next.ts';
import type { Timetable } from './rule.ts';

/** When something is due, and up to how many hours late it may still be posted. */
interface Late {
  readonly timetable: Timetable;
  readonly lateHours: number;
}

/** A slot that has come due, and what becomes of it. */
export interface DueSlot {
  readonly slot: Slot;
  /** Why it is not posted; undefined when it is. */
  readonly skip?: Message;
  /** The slot after it; null when the timetable ends. */
  readonly next: number | null;
}

const HOUR = 3_600_000;
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const TOO_LATE = message(
  'Missed: nothing was running when it was due, or the run before it was not over; it would be {hours} hours late, and this schedule allows {allowed}.',
);
const OVERTAKEN = say(
  'Missed: nothing was running when it was due, or the run before it was not over, and by now a later one is due.',
);

/**
 * What becomes of the slots from `dueAt` to `now` (epoch milliseconds), at most `limit` of them. Only the last
 * is posted: on time (within `graceMs`), or late within the schedule's hours; the rest is skipped, so that a restart
 * never posts several at once.
 */
export function dueSlots(
  schedule: Late,
  dueAt: number,
  now: number,
  graceMs: number,
  limit: number,
): DueSlot[] {
  const ahead = slotsAfter(schedule.timetable, dueAt - 1);
  const found: DueSlot[] = [];
  let slot = ahead.next().value;
  while (slot && slot.at <= now && found.length < limit) {
    const next = ahead.next().value;
    const skip = reasonToSkip(schedule, slot, next, now, graceMs);
    found.push({ slot, next: next?.at ?? null, ...(skip === undefined ? {} : { skip }) });
    slot = next;
  }
  return found;
}

function reasonToSkip(
  schedule: Late,
  slot: Slot,
  next: Slot | undefined,
  now: number,
  graceMs: number,
): Message | undefined {
  if (next !== undefined && next.at <= now) return OVERTAKEN;
  const age = now - slot.at;
  if (age <= Math.max(graceMs, schedule.lateHours * HOUR)) return undefined;
  const hours = numeral(Math.round(age / HOUR / 0.1) * 0.1, ONE_DIGIT);
  return say(TOO_LATE, { hours, allowed: schedule.lateHours });
}
