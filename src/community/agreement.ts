import { createHash } from 'node:crypto';
import { busiestWeek } from '../schedules/density.ts';
import type { Timetable } from '../schedules/rule.ts';
import type { PromptSchedule, Schedule } from './schedule.ts';

/** A schedule that is not kept yet: somebody has to agree to it first. */
export interface Unagreed {
  readonly timetable: Timetable;
  /** How many posts its busiest week has, where it posts more than once on some day. */
  readonly posts: number | null;
  /** One that posts the same track in the same channel already. */
  readonly twin: PromptSchedule | null;
  /** What stands for "yes" to this very schedule, and to no other. */
  readonly agreement: string;
}

/**
 * What has to be agreed to before a schedule is kept: more than one post a day by new times, and a second one for the same
 * track and channel. `others` are those of its community. Null where there is neither.
 */
export function unagreed(
  schedule: PromptSchedule,
  others: readonly PromptSchedule[],
  now: number,
): Unagreed | null {
  const { id, timetable, content, targets } = schedule;
  const before = others.find((other) => other.id === id);
  const isSame = before !== undefined && JSON.stringify(before.timetable) === JSON.stringify(timetable);
  const posts = isSame ? null : busiestWeek(timetable, now);
  const isTwin = (other: PromptSchedule) =>
    other.content.track === content.track && other.targets.some((target) => targets.includes(target));
  const twin = before === undefined ? (others.find(isTwin) ?? null) : null;
  if (posts === null && twin === null) return null;
  return { timetable, posts, twin, agreement: agreementTo(schedule) };
}

/** The same letters for the same schedule, whatever its name: who agrees twice makes one. */
export function agreementTo(schedule: Schedule): string {
  const named = JSON.stringify({ ...schedule, id: '', state: 'active' });
  return createHash('sha256').update(named).digest('hex').slice(0, 12);
}
