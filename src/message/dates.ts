import type { Message } from './message.ts';
import { say } from './say.ts';

/** `2026-04-26` → "26 Apr 2026", "26 abr 2026", "26. Apr. 2026": a day in the language of the reader. */
export function shortDate(iso: string): Message {
  return { kind: 'date', from: iso, to: iso };
}

/** A month of a year, or a year: "Jan 2025", "ene 2025", "2025". */
export function monthDate({
  year,
  month,
}: {
  readonly year: number;
  readonly month?: number | undefined;
}): Message {
  const iso = month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  return { kind: 'date', from: iso, to: iso };
}

/**
 * From one ISO date to another, UTC, as the reader's language writes it: "24 Apr 2027 – 19 Jun 2027",
 * "24. Apr. – 19. Juni 2027"; one date where both are the same.
 */
export function dateRange(first: string, last: string): Message {
  return { kind: 'date', from: first, to: last };
}

/** The same of months, where a day would say more than is known: "Apr 2027 – Jun 2027". */
export function monthRange(first: string, last: string): Message {
  const month = 'YYYY-MM'.length;
  return { kind: 'date', from: first.slice(0, month), to: last.slice(0, month) };
}

/**
 * An instant (epoch milliseconds) to the second, by the clock of a zone and in UTC, so that it can be held against any
 * other record: "5 Jan 2026, 09:00:02 Europe/Madrid (08:00:02 UTC)".
 */
export function formatInstant(at: number, zone: string): Message {
  const utc = dateTime(at, 'UTC');
  if (zone === 'UTC') return say('{time} UTC', { time: utc });
  const isSameDay = dayIn(at, zone) === dayIn(at, 'UTC');
  return say('{time} {zone} ({utc} UTC)', {
    time: dateTime(at, zone),
    zone,
    utc: isSameDay ? { kind: 'clock', part: 'time', at, zone: 'UTC' } : utc,
  });
}

function dateTime(at: number, zone: string): Message {
  const day = { kind: 'clock', part: 'day', at, zone } as const;
  return say('{day}, {time}', { day, time: { kind: 'clock', part: 'time', at, zone } });
}

/** An ISO day. */
function dayIn(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
