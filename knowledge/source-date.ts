import type { Source } from './kinds/source.ts';

/**
 * The publisher's own date of a source, an ISO date: when the publisher last reviewed it, or the last day of the month or
 * year in which it was published. Where the publisher says neither, it is the day on which somebody read it here.
 */
export function publisherDate({ published, reviewed, retrieved }: Source): string {
  if (reviewed !== undefined) return reviewed;
  if (published === undefined) return retrieved;
  return lastDayOf(published);
}

/** The last day that a year, or a month of one, may mean: what is dated "2025" is at most that old. */
export function lastDayOf({
  year,
  month = 12,
}: {
  readonly year: number;
  readonly month?: number | undefined;
}): string {
  return Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 }).toString();
}
