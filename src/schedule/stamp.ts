import { language } from '../language/language.ts';
import { say } from '../language/say.ts';

/**
 * An instant (epoch milliseconds) to the second, by the clock of a zone and in UTC, so that it can be held against any
 * other record: "5 Jan 2026, 09:00:02 Europe/Madrid (08:00:02 UTC)".
 */
export function stamp(at: number, zone: string): string {
  const utc = dateTime(at, 'UTC');
  if (zone === 'UTC') return say('{time} UTC', { time: utc });
  const isSameDay = dayIn(at, zone) === dayIn(at, 'UTC');
  return say('{time} {zone} ({utc} UTC)', {
    time: dateTime(at, zone),
    zone,
    utc: isSameDay ? timeIn(at, 'UTC') : utc,
  });
}

function dateTime(at: number, zone: string): string {
  return say('{day}, {time}', { day: dayIn(at, zone), time: timeIn(at, zone) });
}

function dayIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat(localeOf(), { dateStyle: 'medium', timeZone: zone }).format(at);
}

function timeIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat(localeOf(), { timeStyle: 'medium', timeZone: zone }).format(at);
}

/** The day before the month, and 24 hours. */
function localeOf(): string {
  return language() === 'en' ? 'en-GB' : language();
}
