import { Cron } from 'croner';
import { z } from 'zod';
import type { Message } from '../message/message.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';

/** What zod is told of a mistake: the message goes along, for whoever made it. */
function mistake(said: Message) {
  return { message: speak(said, 'en'), params: { said } };
}

const DATE_HELP = say('Write a date as YYYY-MM-DD, such as 2026-09-01.');
const QUIET_HELP = say(
  'Write quiet time as an ISO week (2026-W52), a day (2026-12-24) or a range (2026-12-21..2027-01-03).',
);

const time = z
  .string()
  .refine(
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    mistake(say('Write the time as HH:MM in 24 hours, such as 09:00.')),
  );

const date = z.string().refine(isDate, mistake(DATE_HELP));

/** An ISO week such as `2026-W09`; week 53 only in the years that have one. */
const isoWeek = z
  .string()
  .refine(
    (text) => weekStart(text) !== undefined,
    mistake(say('Write the week as YYYY-Www, such as 2026-W09.')),
  );

/** An IANA zone, spelled as the zone database spells it. Fixed offsets and bare abbreviations have no clock changes. */
const zone = z.string().transform((text, context) => {
  const id = zoneId(text.trim());
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', ...mistake(unknownZone(text)) });
  return z.NEVER;
});

const weekly = z
  .object({
    kind: z.literal('weekly'),
    /** ISO weekdays, 1 is Monday. */
    weekdays: z
      .array(z.int().min(1).max(7))
      .refine((days) => days.length > 0, mistake(say('Name at least one weekday.')))
      .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    time,
    /** Every how many weeks; counted from `anchor`. */
    every: z.int().min(1).max(52).default(1),
    anchor: isoWeek.optional(),
  })
  .refine(
    (rule) => rule.every === 1 || rule.anchor !== undefined,
    mistake(say('Every other week needs a week to count from, such as 2026-W09.')),
  );

/** A day that a month lacks means that month's last day, so 31 is "the last day of every month". */
const monthly = z.object({ kind: z.literal('monthly'), day: z.int().min(1).max(31), time });

const cron = z.object({
  kind: z.literal('cron'),
  expression: z
    .string()
    .trim()
    .max(200)
    .superRefine((text, context) => {
      const problem = cronProblem(text);
      if (problem !== undefined) context.addIssue({ code: 'custom', ...mistake(problem) });
    }),
});

/** When something recurs, by the clock on the wall; the zone is the timetable's. */
const ruleSchema = z.discriminatedUnion('kind', [weekly, monthly, cron]);
export type Rule = z.infer<typeof ruleSchema>;

/**
 * A rule in a zone, between two dates (both included), with quiet time left out.
 * Quiet entries are ISO weeks, days or ranges of days, by the local calendar.
 */
export const timetableSchema = z
  .object({
    rule: ruleSchema,
    zone,
    start: date.optional(),
    end: date.optional(),
    quiet: z
      .array(z.string().refine((text) => quietDays(text) !== undefined, mistake(QUIET_HELP)))
      .max(100)
      .default([]),
  })
  .refine(
    (table) => !table.start || !table.end || table.start <= table.end,
    mistake(say('The end comes before the start.')),
  );
export type Timetable = z.infer<typeof timetableSchema>;

/** The Monday of an ISO week such as `2026-W09`; undefined when the year has no such week. */
export function weekStart(text: string): Temporal.PlainDate | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || week === undefined) return undefined;
  // 4 January is always in week 1 (ISO 8601).
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 });
  return monday.yearOfWeek === Number(year) && monday.weekOfYear === Number(week) ? monday : undefined;
}

/** First and last day of a quiet entry, both included; undefined when it cannot be read. */
export function quietDays(text: string): readonly [Temporal.PlainDate, Temporal.PlainDate] | undefined {
  const monday = weekStart(text);
  if (monday !== undefined) return [monday, monday.add({ days: 6 })];
  const [from = '', to = from, ...rest] = text.split('..');
  if (rest.length > 0 || !isDate(from) || !isDate(to) || from > to) return undefined;
  return [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

function unknownZone(text: string): Message {
  return say('I do not know the time zone "{text}". Use a city zone, such as Europe/Madrid, or UTC.', {
    text,
  });
}

/** The zone as the zone database spells it; undefined for what is none. */
export function zoneId(text: string): string | undefined {
  if (!/^(utc|[a-z_]+\/[a-z0-9_+\-/]+)$/i.test(text)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return undefined;
  }
}

function cronProblem(text: string): Message | undefined {
  const fields = text.split(/\s+/).length;
  if (fields > 5)
    return say(
      'A schedule runs at most once a minute: write five fields (minute hour day month weekday), without seconds.',
    );
  try {
    const next = new Cron(text, { mode: '5-part', timezone: 'UTC' }).nextRun();
    return next === null ? say('The cron expression "{text}" never comes.', { text }) : undefined;
  } catch {
    return say(
      'I cannot read the cron expression "{text}". Write five fields (minute hour day month weekday), such as 0 9 * * 1.',
      { text },
    );
  }
}
