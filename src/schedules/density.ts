import { openWalls } from './next.ts';
import type { Timetable } from './rule.ts';

/** How far ahead is looked: after so many years weekdays, months and leap days come in the same order again. */
const YEARS = 28;
/** At most so many days that it comes due on: a rule that comes often shows its densest week early. */
const MOST_DAYS = 400;
const WEEK = 7;

/**
 * How many runs the densest seven days in a row have, of a timetable that comes due more than once on some day; null for
 * any other. Looked for from an instant on (epoch milliseconds), by the clock on the wall.
 */
export function busiestWeek(table: Timetable, from: number): number | null {
  const today = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(table.zone).toPlainDate();
  const [first] = daysOf(table, today).take(1);
  const times = first === undefined ? 0 : timesOn(first, table);
  // A rule names days and times of day independently of each other, so each of its days has as many runs.
  return times <= 1 ? null : times * mostDaysInAWeek(daysOf(table, today));
}

/** The days on which a timetable comes due, in order. */
function* daysOf(table: Timetable, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const end = from.add({ years: YEARS });
  for (let day = from; ;) {
    const [wall] = openWalls(table, midnight(day, table)).take(1);
    if (wall === undefined || Temporal.PlainDate.compare(wall.toPlainDate(), end) > 0) return;
    yield wall.toPlainDate();
    day = wall.toPlainDate().add({ days: 1 });
  }
}

function midnight(day: Temporal.PlainDate, { start }: Timetable): Temporal.PlainDateTime {
  const first = start === undefined ? day : Temporal.PlainDate.from(start);
  return (Temporal.PlainDate.compare(first, day) > 0 ? first : day).toPlainDateTime();
}

function timesOn(day: Temporal.PlainDate, table: Timetable): number {
  let times = 0;
  for (const wall of openWalls(table, day.toPlainDateTime())) {
    if (!wall.toPlainDate().equals(day)) break;
    times += 1;
  }
  return times;
}

function mostDaysInAWeek(days: Iterator<Temporal.PlainDate> & Iterable<Temporal.PlainDate>): number {
  const recent: Temporal.PlainDate[] = [];
  let most = 0;
  for (const day of Iterator.from(days).take(MOST_DAYS)) {
    recent.push(day);
    while ((recent[0] ?? day).until(day).days >= WEEK) recent.shift();
    most = Math.max(most, recent.length);
    if (most === WEEK) break;
  }
  return most;
}
