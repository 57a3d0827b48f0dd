import type { StudyEntry } from '../../src/community/study.ts';

/** Weeks in a row, and whether the grace week was used for them. */
export interface WeeksInARow {
  readonly weeks: number;
  readonly graceUsed: boolean;
}

const WEEK = 7 * 24 * 3_600_000;
/** The epoch was a Thursday: this moves the turn of the week to Monday 00:00 UTC. */
const TO_MONDAY = 3 * 24 * 3_600_000;

/**
 * How many weeks up to `now` (epoch milliseconds) had a prompt that the member did, in a row. The week that is still
 * going on does not count against it, and one week without is forgiven.
 */
export function weeksInARow(entries: readonly StudyEntry[], now: number): WeeksInARow {
  const done = new Set(entries.filter(({ mark }) => mark === 'done').map(({ dueAt }) => weekNumber(dueAt)));
  const current = weekNumber(now);
  const start = done.has(current) ? current : current - 1;
  let weeks = 0;
  let graceUsed = false;
  for (let week = start; ; week -= 1) {
    if (done.has(week)) weeks += 1;
    else if (!graceUsed && done.has(week - 1)) graceUsed = true;
    else return { weeks, graceUsed };
  }
}

function weekNumber(at: number): number {
  return Math.floor((at + TO_MONDAY) / WEEK);
}
