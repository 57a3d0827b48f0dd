import { createHash } from 'node:crypto';
import { busiestWeek } from '../schedule/density.ts';
import type { Timetable } from '../schedule/rule.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** A schedule that is not kept yet: it posts more than once on some day, and somebody has to agree to that first. */
export interface Unagreed {
  readonly timetable: Timetable;
  /** How many posts its busiest week has. */
  readonly posts: number;
  /** What stands for "yes" to this very schedule, and to no other. */
  readonly agreement: string;
}

/** What has to be agreed to before a schedule is kept, new or changed; null where its times are no more than daily, or stay. */
export function unagreed(schedule: Schedule, before: Schedule | null, now: number): Unagreed | null {
  const { timetable } = schedule;
  if (before !== null && JSON.stringify(before.timetable) === JSON.stringify(timetable)) return null;
  const posts = busiestWeek(timetable, now);
  return posts === null ? null : { timetable, posts, agreement: agreementTo(schedule) };
}

/** The same letters for the same schedule, whatever its name: who agrees twice makes one. */
export function agreementTo(schedule: Schedule): string {
  const named = JSON.stringify({ ...schedule, id: '', state: 'active' });
  return createHash('sha256').update(named).digest('hex').slice(0, 12);
}
