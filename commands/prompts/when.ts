import { message, say } from '../../src/message/say.ts';
import { Problem } from '../../src/parse.ts';
import type { Rule } from '../../src/schedule/rule.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NAMED: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  day: [1, 2, 3, 4, 5, 6, 7],
  daily: [1, 2, 3, 4, 5, 6, 7],
};

/** The forms that `when` takes. */
const UNREAD = message(
  'I cannot read "{typed}" as a time. Write it like "mon 09:00", "weekdays 18:30", "every 2 weeks on tue 18:30", "day 1 10:00" or "cron 0 9 * * 1".',
);

/**
 * When in words as a rule. `week` is the ISO week (`2026-W09`) that every second or third week is counted from.
 * @throws Problem naming the forms that are understood.
 */
export function readWhen(typed: string, week: string): Rule {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const cron = /^cron:? (.+)$/.exec(words);
  if (cron !== null) return { kind: 'cron', expression: cron[1] ?? '' };
  const timed = /^(.*?),? ?(?:at )?(\d{1,2})(?::(\d{2}))? ?(am|pm)?$/.exec(words);
  const time = timed === null ? undefined : readTime(timed[2], timed[3], timed[4]);
  if (timed === null || time === undefined) throw unread(typed);
  const days = (timed[1] ?? '').trim();
  const month = /^(?:on )?(?:the )?day (\d{1,2})(?: of (?:the|every|each) month)?$/.exec(days);
  if (month !== null) return { kind: 'monthly', day: Number(month[1]), time };
  return readWeekly(days, time, week, typed);
}

function readWeekly(days: string, time: string, week: string, typed: string): Rule {
  const [, count, other, rest = ''] =
    /^(?:every (?:(\d{1,2}) weeks?|(other) week) ?(?:on )?)?(.*)$/.exec(days) ?? [];
  const every = other === undefined ? Number(count ?? 1) : 2;
  const weekdays = readDays(rest.replace(/^(?:every|each|on) /, ''));
  if (weekdays === undefined) throw unread(typed);
  return { kind: 'weekly', weekdays, time, every, ...(every === 1 ? {} : { anchor: week }) };
}

function readDays(words: string): number[] | undefined {
  const parts = words.split(/(?:,| and | )+/).filter((part) => part !== '');
  const found = parts.map(readDay);
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found.flatMap((days) => days ?? []))].sort((a, b) => a - b);
}

function readDay(word: string): readonly number[] | undefined {
  if (Object.hasOwn(NAMED, word)) return NAMED[word];
  const at = DAYS.indexOf(word.slice(0, 3));
  const full = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?s?$/.test(word);
  return full && at >= 0 ? [at + 1] : undefined;
}

function readTime(hours = '', minutes?: string, half?: string): string | undefined {
  // "mon 9" could be a day of the month: a bare number needs am or pm.
  if (minutes === undefined && half === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || (half !== undefined && Number(hours) > 12) || Number(minutes ?? 0) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}

function unread(typed: string): Problem {
  return new Problem(say(UNREAD, { typed: typed.slice(0, 60) }));
}

/** The ISO week of an instant (epoch milliseconds) in UTC, such as `2026-W09`. */
export function weekOf(at: number): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}
