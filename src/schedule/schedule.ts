import { z } from 'zod';
import type { Inline } from '../reply.ts';
import { channel } from '../reply.ts';
import { timetableSchema } from './rule.ts';

/** Where to post: a place and one of its channels, such as `chat:C123`; the channel is the place's own id. */
const target = z.string().regex(/^[a-z0-9-]+:.+$/, 'A target is written place:channel.');

/** What to post, where and when. `content` is for whoever prepares the post; the engine only keeps it. */
export const scheduleSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'A schedule id has lower-case letters, digits and hyphens, at most 40.'),
  community: z.string().min(1),
  timetable: timetableSchema,
  targets: z.array(target).min(1, 'Name at least one channel.').max(50),
  /** Open a thread under the post. */
  thread: z.boolean().default(false),
  /** Pin the post. */
  pin: z.boolean().default(false),
  /** Hours after the post at which the answer key follows; null where there is none. */
  answerAfterHours: z
    .number()
    .positive()
    .max(24 * 14)
    .nullable()
    .default(null),
  /** Missed while nothing ran: posted once, saying so, when at most this many hours late; else skipped. */
  lateHours: z
    .number()
    .min(0)
    .max(24 * 7)
    .default(6),
  state: z.enum(['active', 'paused']).default('active'),
  content: z.json(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** The parts of a delivery, in the order in which they are tried; all but the first need the post. */
const STEPS = ['post', 'thread', 'pin', 'answer'] as const;
export type StepName = (typeof STEPS)[number];

/** The steps that a schedule asks for. */
export function stepsOf(schedule: Schedule): StepName[] {
  const wanted = {
    post: true,
    thread: schedule.thread,
    pin: schedule.pin,
    answer: schedule.answerAfterHours !== null,
  };
  return STEPS.filter((step) => wanted[step]);
}

/** The place of a target: the part before the first colon. */
export function placeOf(address: string): string {
  return address.slice(0, address.indexOf(':'));
}

/** The target's channel, to be shown. */
export function channelIn(address: string): Inline {
  return channel(channelOf(address));
}

/** The place's own id of the target's channel. */
export function channelOf(address: string): string {
  return address.slice(address.indexOf(':') + 1);
}
