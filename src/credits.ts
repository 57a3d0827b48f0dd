import { monthDate, shortDate } from './message/dates.ts';
import type { Said } from './message/message.ts';
import { groupBySaid, joined, say } from './message/say.ts';
import type { Credit } from './reply.ts';
import type { SpokenCredit } from './spoken.ts';

/** The foot of an answer: "Sources: DecipherU, reviewed 26 Apr 2026 · aijobs.net, published January 2025 · not financial advice". */
export function sourcesLine(sources: readonly SpokenCredit[]): Said {
  if (sources.length === 0) return '';
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const list = joined([...creditLines(sources), ...disclaimers], ' · ');
  return sources.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
}

/** One source with its date. */
export function creditLine(source: Credit): Said {
  return joined([source.name, ...creditDates(source)], ', ');
}

/** The sources with their dates, those of one date together: "Career guide, Career path, read 21 Nov 2026". */
export function creditLines(sources: readonly Credit[]): Said[] {
  const dated = groupBySaid(sources, (source) => joined(creditDates(source), ', '));
  return dated.map(([date, group]) =>
    joined([...group.map(({ name }) => name), ...(date === '' ? [] : [date])], ', '),
  );
}

/** How old a source is, and whether somebody should have looked at it again. */
export function creditDates(source: Credit): Said[] {
  return [...ageOf(source), ...(source.stale === true ? [say('review overdue')] : [])];
}

/** The publisher's own date; the day on which the source was read here only where that is all there is. */
function ageOf({ name, reviewed, published, retrieved }: Credit): Said[] {
  if (reviewed !== undefined) return [say('reviewed {date}', { date: shortDate(reviewed) })];
  // Some sources have the date in their name.
  if (published !== undefined && name.includes(String(published.year))) return [];
  if (published !== undefined) return [say('published {date}', { date: monthDate(published) })];
  return retrieved === undefined ? [] : [say('read {date}', { date: shortDate(retrieved) })];
}
