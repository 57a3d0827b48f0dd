import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Said } from '../message/say.ts';
import { say } from '../message/say.ts';
import { saidIn } from '../message/stored.ts';
import type { PostingPlace } from '../outbox/place.ts';
import { Problem } from '../problem.ts';
import { nextSlots } from '../schedules/next.ts';
import { adapterFor, requirePost } from './can-post.ts';
import type { PromptSchedule } from './schedule.ts';
import { scheduleSchema } from './schedule.ts';
import type { Plan } from './schedules.ts';

interface PlanParts {
  readonly places: () => readonly PostingPlace[];
  readonly clock: Pick<Clock, 'now'>;
}

/** The plan as a schedule that can be kept: its times come, and its channel takes posts. */
export async function checkedPlan(plan: Plan, { places, clock }: PlanParts): Promise<PromptSchedule> {
  const { place, channel, ...rest } = plan;
  const adapter = adapterFor(places(), place);
  const read = scheduleSchema.safeParse({ ...rest, targets: [`${place}:${channel}`] });
  if (!read.success) throw new Problem(mistakeIn(read.error));
  if (nextSlots(read.data.timetable, clock.now(), 1).length === 0)
    throw new Problem(say('Such a schedule would never post anything: look at its end and its quiet weeks.'));
  const { community, thread, pin, content } = plan;
  const { mention } = content;
  const more = mention === undefined ? { thread, pin } : { thread, pin, mention };
  await requirePost(adapter, { community, place, channel }, more);
  return { ...read.data, content };
}

/** What is wrong with a schedule: in a message of ours, where we know it. */
function mistakeIn({ issues: [first] }: z.ZodError): Said {
  const ours = first?.code === 'custom' ? saidIn(first.params?.['said']) : undefined;
  return ours ?? first?.message ?? say('I cannot read that schedule.');
}
