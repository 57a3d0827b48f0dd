import { Cron } from 'croner';
import type { Rule, Timetable } from './rule.ts';
import { quietDays, weekStart } from './rule.ts';

/** One time that a timetable comes due. */
export interface Slot {
  /** Epoch milliseconds, a whole minute. */
  readonly at: number;
  /**
   * The local time at which it runs, such as `2026-03-08T09:00`. It names the occurrence: an hour that
   * a clock change repeats gives the same key, so it cannot run twice.
   */
  readonly key: string;
  /** True when the rule's own time does not exist that day, so that it runs at the next minute that does. */
  readonly shifted: boolean;
}

/**
 * The slots of a timetable after an instant (epoch milliseconds, not included), in order and without
 * end unless the timetable has one. Rules speak wall-clock time; Temporal alone turns that into instants.
 */
export function* slotsAfter(table: Timetable, after: number): Generator<Slot> {
  let last = after;
  for (const wall of openWalls(table, firstWall(table, after))) {
    const slot = resolve(wall, table.zone);
    // Several times that a gap swallowed all resolve to its end: one run.
    if (slot.at <= last) continue;
    last = slot.at;
    yield slot;
  }
}

/** The next `count` slots after an instant (epoch milliseconds, not included). */
export function nextSlots(table: Timetable, after: number, count: number): Slot[] {
  return slotsAfter(table, after).take(count).toArray();
}

function firstWall(table: Timetable, after: number): Temporal.PlainDateTime {
  const local = Temporal.Instant.fromEpochMilliseconds(after)
    .toZonedDateTimeISO(table.zone)
    .toPlainDateTime()
    .round({ smallestUnit: 'minute', roundingMode: 'floor' });
  if (table.start === undefined) return local;
  const start = Temporal.PlainDate.from(table.start).toPlainDateTime();
  return Temporal.PlainDateTime.compare(start, local) > 0 ? start : local;
}

/** The rule's local times from `from` on, outside quiet time and until the end. Quiet time is jumped over, not walked through: it may be long. */
export function* openWalls(
  table: Timetable,
  from: Temporal.PlainDateTime,
): Generator<Temporal.PlainDateTime> {
  for (const wall of wallTimes(table.rule, from)) {
    const day = wall.toPlainDate();
    if (table.end !== undefined && Temporal.PlainDate.compare(day, table.end) > 0) return;
    const quietUntil = endOfQuiet(table, day);
    if (quietUntil === undefined) yield wall;
    else return yield* openWalls(table, quietUntil.add({ days: 1 }).toPlainDateTime());
  }
}

function endOfQuiet(table: Timetable, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const isQuiet = ([from, to]: readonly [Temporal.PlainDate, Temporal.PlainDate]) =>
    Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0;
  return table.quiet.map(quietDays).find((days) => days !== undefined && isQuiet(days))?.[1];
}

/** A time that occurs twice means the first; one that does not exist means the end of the gap. */
function resolve(wall: Temporal.PlainDateTime, zone: string): Slot {
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const shifted = !first.toPlainDateTime().equals(wall);
  const run = shifted ? (first.getTimeZoneTransition('next') ?? first) : first;
  // A few historical offsets have seconds; a slot is a whole minute.
  const minute = run.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const key = minute.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { at: minute.epochMilliseconds, key, shifted };
}

/** Every local time at which the rule asks to run, from `from` (included) on. */
function* wallTimes(rule: Rule, from: Temporal.PlainDateTime): Generator<Temporal.PlainDateTime> {
  if (rule.kind === 'cron') yield* cronTimes(rule.expression, from);
  else
    for (const day of rule.kind === 'weekly' ? weeklyDays(rule, from) : monthlyDays(rule.day, from)) {
      const wall = day.toPlainDateTime(rule.time);
      if (Temporal.PlainDateTime.compare(wall, from) >= 0) yield wall;
    }
}

function* weeklyDays(
  rule: Extract<Rule, { kind: 'weekly' }>,
  from: Temporal.PlainDateTime,
): Generator<Temporal.PlainDate> {
  const today = from.toPlainDate();
  const anchor = (rule.anchor === undefined ? undefined : weekStart(rule.anchor)) ?? monday(today);
  const weeks = anchor.until(monday(today), { largestUnit: 'weeks' }).weeks;
  const ahead = (rule.every - (weeks % rule.every)) % rule.every;
  for (let week = monday(today).add({ weeks: ahead }); ; week = week.add({ weeks: rule.every }))
    for (const weekday of rule.weekdays) yield week.add({ days: weekday - 1 });
}

function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function* monthlyDays(day: number, from: Temporal.PlainDateTime): Generator<Temporal.PlainDate> {
  for (let month = from.toPlainDate().toPlainYearMonth(); ; month = month.add({ months: 1 }))
    yield month.toPlainDate({ day: Math.min(day, month.daysInMonth) });
}

/** croner works on UTC here, which has no clock changes, so that its answer is a wall-clock time. */
function* cronTimes(expression: string, from: Temporal.PlainDateTime): Generator<Temporal.PlainDateTime> {
  const cron = new Cron(expression, { mode: '5-part', timezone: 'UTC' });
  const start = from.subtract({ seconds: 1 }).toZonedDateTime('UTC').epochMilliseconds;
  for (let at = cron.nextRun(new Date(start)); at !== null; at = cron.nextRun(at))
    yield Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime();
}
