import { message, say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Rule } from '../../src/schedules/rule.ts';
import {
  BETWEEN,
  dayNamed,
  EVERY,
  FILLER,
  HALVES,
  MONTHLY,
  NUMBERS,
  RANGE,
  SETS,
  SEVERAL,
  TIME_PATTERNS,
} from './when-words.ts';

/** What the option says of itself. */
export const WHEN = message(
  'every Monday at 9am · weekdays 18:30 · every 2 weeks on tue 18:30 · day 1 10:00',
);

/** The forms that `when` takes. */
const UNREAD = message(
  'I cannot read "{typed}" as a time. Write it like "every Monday at 9am", "weekdays 18:30", "every 2 weeks on tue 18:30", "day 1 10:00" or "cron 0 9 * * 1".',
);

/**
 * When in words as a rule, as people say it in each language. `week` is the ISO week (`2026-W09`) that every second or third
 * week is counted from.
 * @throws Problem naming the forms that are understood.
 */
export function readWhen(typed: string, week: string): Rule {
  const words = tidy(typed);
  const cron = /^cron:? (.+)$/.exec(words);
  if (cron !== null) return { kind: 'cron', expression: cron[1] ?? '' };
  const timed = splitTime(words);
  if (timed === undefined) throw unread(typed);
  const { days, time } = timed;
  const month = MONTHLY.map((pattern) => pattern.exec(days)?.groups?.['day']).find(
    (day) => day !== undefined,
  );
  if (month !== undefined) return { kind: 'monthly', day: Number(month), time };
  return readWeekly(days, time, week, typed);
}

/** Small letters without accents, one space between words, and the English word for several days at once. */
function tidy(typed: string): string {
  const words = typed
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/-feiras?\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return SEVERAL.reduce((text, [pattern, word]) => text.replace(pattern, word), words);
}

/** The days and the time of day, which stands last or first: "mon 9am", "um 9 jeden Montag". */
function splitTime(words: string): { readonly days: string; readonly time: string } | undefined {
  for (const pattern of TIME_PATTERNS) {
    const found = pattern.exec(words);
    const time = found === null ? undefined : readTime(found.groups ?? {});
    if (found === null || time === undefined) continue;
    const rest = words.slice(0, found.index) + words.slice(found.index + found[0].length);
    return { days: rest.replace(/^[, ]+|[, ]+$/g, ''), time };
  }
  return undefined;
}

function readTime({
  hour = '',
  minute = '00',
  half,
  part = '',
}: Readonly<Record<string, string | undefined>>) {
  const typed = Number(hour);
  const late = HALVES[half?.replace(/[. ]/g, '') ?? part];
  if (half !== undefined && typed > 12) return undefined;
  const isNight = typed === 12 && /^no[ci]/.test(part);
  const at = late === undefined || typed > 12 ? typed : (typed % 12) + (isNight ? 0 : late);
  if (at > 23 || Number(minute) > 59) return undefined;
  return `${String(at).padStart(2, '0')}:${minute}`;
}

function readWeekly(days: string, time: string, week: string, typed: string): Rule {
  const { count = '1', other, rest = '' } = EVERY.exec(days)?.groups ?? {};
  const every = other === undefined ? (NUMBERS[count] ?? Number(count)) : 2;
  const weekdays = readDays(rest);
  if (weekdays === undefined) throw unread(typed);
  return { kind: 'weekly', weekdays, time, every, ...(every === 1 ? {} : { anchor: week }) };
}

/** The days that words name; words such as "every" and "los" stand before them. */
function readDays(words: string): number[] | undefined {
  const said = words.replace(FILLER, ' ').replace(/\s+/g, ' ').trim();
  const range = readRange(said);
  if (range !== undefined) return range;
  const found = said.split(BETWEEN).flatMap((part) => (part === '' ? [] : [readDay(part)]));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found.flatMap((days) => days ?? []))].sort((a, b) => a - b);
}

/** "mon-fri", "de lunes a viernes", over the end of the week too. */
function readRange(words: string): number[] | undefined {
  const { from = '', to = '' } = RANGE.exec(words.replace(/^de /, ''))?.groups ?? {};
  const [first, last] = [dayNamed(from), dayNamed(to)];
  if (first === undefined || last === undefined) return undefined;
  return [1, 2, 3, 4, 5, 6, 7].filter((day) =>
    first <= last ? day >= first && day <= last : day >= first || day <= last,
  );
}

function readDay(word: string): readonly number[] | undefined {
  if (Object.hasOwn(SETS, word)) return SETS[word];
  const day = dayNamed(word);
  return day === undefined ? undefined : [day];
}

function unread(typed: string): Problem {
  return new Problem(say(UNREAD, { typed: typed.slice(0, 60) }));
}

/** The ISO week of an instant (epoch milliseconds) in UTC, such as `2026-W09`. */
export function weekOf(at: number): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}
