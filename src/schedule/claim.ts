import { createHash } from 'node:crypto';
import type { Message, Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import type { Claim, ParcelPlan } from '../store/ledger.ts';
import { occurrenceId } from '../store/ledger.ts';
import type { TargetState } from '../store/schedules.ts';
import { postDeadline } from './due.ts';
import type { Slot } from './next.ts';
import type { Schedule } from './schedule.ts';
import { placeOf, stepsOf } from './schedule.ts';

const HOUR = 3_600_000;

/** What is known when a slot is about to be taken. Instants are epoch milliseconds. */
export interface Taking {
  readonly schedule: Schedule;
  readonly slot: Slot;
  readonly by: string;
  readonly now: number;
  readonly graceMs: number;
  /** Over how many milliseconds posts that are due together are spread. */
  readonly spreadMs: number;
  readonly targets: readonly TargetState[];
  readonly content: unknown;
}

/** The claim of a slot that is to be posted: one parcel for each target, with its steps. */
export function claimToPost(taking: Taking): Claim {
  const { schedule, slot, by, now, content } = taking;
  const parcels = [...new Set(schedule.targets)].map((target) => planParcel(taking, target));
  return { schedule: schedule.id, slot, by, at: now, content, parcels };
}

/** The claim of a slot at which a notice is posted and no prompt: nothing hangs on it, neither a thread nor a pin nor a key. */
export function claimToTell(taking: Taking): Claim {
  const schedule = { ...taking.schedule, thread: false, pin: false, answerAfterHours: null };
  return claimToPost({ ...taking, schedule });
}

/** The claim of a slot that is not posted, and why. */
export function claimToSkip(schedule: string, slot: Slot, by: string, now: number, skip: Said): Claim {
  return { schedule, slot, by, at: now, skip, content: null, parcels: [] };
}

function planParcel({ schedule, slot, now, graceMs, spreadMs, targets }: Taking, target: string): ParcelPlan {
  const paused = targets.find((state) => state.target === target && state.pausedAt !== null);
  const deadline = postDeadline(schedule, slot.at, now, graceMs);
  const answerAt = slot.at + (schedule.answerAfterHours ?? 0) * HOUR;
  const readyAt = now + spread(occurrenceId(schedule.id, slot.key), target, spreadMs);
  return {
    target,
    place: placeOf(target),
    readyAt,
    ...(paused === undefined ? {} : { skip: pausedFor(paused.reason) }),
    steps: stepsOf(schedule).map((step) =>
      step === 'answer'
        ? {
            step,
            notBefore: answerAt,
            deadline: Math.max(answerAt, deadline) + Math.max(schedule.lateHours, 1) * HOUR,
          }
        : { step, notBefore: 0, deadline: step === 'post' ? deadline : deadline + HOUR },
    ),
  };
}

/** Why nothing is posted in a target that is paused. */
export function pausedFor(reason: Said | null): Message {
  return reason === null ? say('Paused: the channel refused.') : say('Paused: {reason}', { reason });
}

/** The same share of the spread for the same target, whoever computes it. */
function spread(occurrence: string, target: string, spreadMs: number): number {
  const hash = createHash('sha256').update(`${occurrence} ${target}`).digest().readUInt32BE(0);
  return Math.floor((hash / 2 ** 32) * spreadMs);
}
