import { monthDate, shortDate } from './message/dates.ts';
import type { Said } from './message/message.ts';
import { groupBySaid, joined, say } from './message/say.ts';
import type { Credit } from './reply.ts';
import type { SpokenCredit } from './spoken.ts';

/** The foot of an answer: "Sources: DecipherU, reviewed 26 Apr 2026 · aijobs.net, published Jan 2025 · not financial advice". */
export function sourcesLine(sources: readonly SpokenCredit[]): Said {
  if (sources.length === 0) return '';
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const list = joined([...creditLines(sources), ...disclaimers], ' · ');
  return sources.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
}

/** One source with its date. */
export function creditLine(source: Credit): Said {
  return joined([source.name, ...datesOf(source)], ', ');
}

/** The sources with their dates, those of one date together: "Career guide, Career path, read 21 Nov 2026". */
export function creditLines(sources: readonly Credit[]): Said[] {
  return creditGroups(sources).map(({ dates, credits }) =>
    joined([...credits.map(({ name }) => name), ...dates], ', '),
  );
}

/** Sources that are as old as each other. */
interface CreditGroup<Source> {
  readonly dates: readonly Said[];
  readonly credits: readonly Source[];
}

/** Sources by their date, so that one which agrees is said once. */
export function creditGroups<Source extends Credit>(sources: readonly Source[]): CreditGroup<Source>[] {
  const dated = groupBySaid(sources, (source) => joined(datesOf(source), ', '));
  return dated.map(([, credits]) => ({ dates: credits.slice(0, 1).flatMap(datesOf), credits }));
}

/** How old a source is, and whether somebody should have looked at it again. */
function datesOf(source: Credit): Said[] {
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
