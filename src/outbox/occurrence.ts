import { createHash } from 'node:crypto';
import type { Message, Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import type { Claim, DeliveryPlan, StepName } from '../store/ledger.ts';
import { occurrenceId, STEPS } from '../store/ledger.ts';
import type { KeptSchedule, TargetState } from '../store/schedules.ts';
import { placeOf } from './target.ts';

const HOUR = 3_600_000;

/** Where something is posted, and what is done there: of a schedule, or of whatever else posts. */
type Posting = Pick<KeptSchedule, 'id' | 'targets' | 'thread' | 'pin' | 'answerAfterHours' | 'lateHours'>;

/** What is known when a slot is about to be taken. Instants are epoch milliseconds. */
export interface OccurrencePlan {
  readonly schedule: Posting;
  readonly slot: Claim['slot'];
  readonly by: string;
  readonly now: number;
  readonly graceMs: number;
  /** Over how many milliseconds posts that are due together are spread. */
  readonly spreadMs: number;
  readonly targets: readonly TargetState[];
  readonly content: unknown;
}

/** The claim of a slot that is to be posted: one delivery for each target, with its steps. */
export function claimToPost(plan: OccurrencePlan): Claim {
  const { schedule, slot, by, now, content } = plan;
  const deliveries = [...new Set(schedule.targets)].map((target) => planDelivery(plan, target));
  return { schedule: schedule.id, slot, by, at: now, content, deliveries };
}

/** The claim of a slot at which a notice is posted and no prompt: nothing hangs on it, neither a thread nor a pin nor a key. */
export function claimToTell(plan: OccurrencePlan): Claim {
  const schedule = { ...plan.schedule, thread: false, pin: false, answerAfterHours: null };
  return claimToPost({ ...plan, schedule });
}

/** The claim of a slot that is not posted, and why. */
export function claimToSkip(
  schedule: string,
  slot: Claim['slot'],
  by: string,
  now: number,
  skip: Said,
): Claim {
  return { schedule, slot, by, at: now, skip, content: null, deliveries: [] };
}

function planDelivery(
  { schedule, slot, now, graceMs, spreadMs, targets }: OccurrencePlan,
  target: string,
): DeliveryPlan {
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

/** Until when (epoch milliseconds) a post that was due at `dueAt` and is claimed at `now` may be sent. */
function postDeadline({ lateHours }: Posting, dueAt: number, now: number, graceMs: number): number {
  return Math.max(dueAt + lateHours * HOUR, Math.max(dueAt, now) + graceMs);
}

/** The steps that are asked for. */
function stepsOf({ thread, pin, answerAfterHours }: Posting): StepName[] {
  const wanted = { post: true, thread, pin, answer: answerAfterHours !== null };
  return STEPS.filter((step) => wanted[step]);
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
