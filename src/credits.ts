import { shortDate } from './message/dates.ts';
import type { Said } from './message/message.ts';
import { joined, say } from './message/say.ts';
import type { Credit } from './reply.ts';
import type { SpokenCredit } from './spoken.ts';

/** The foot of an answer: "Sources: DecipherU, reviewed 26 Apr 2026 · Career guide, read 21 Nov 2026 · not financial advice". */
export function sourcesLine(sources: readonly SpokenCredit[]): Said {
  if (sources.length === 0) return '';
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const list = joined([...sources.map(creditLine), ...disclaimers], ' · ');
  return sources.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
}

/** One source with its date. */
export function creditLine(source: Credit): Said {
  return joined([source.name, ...creditDates(source)], ', ');
}

/** When a source was looked at, and whether it should have been again. */
export function creditDates(source: Credit): Said[] {
  return [
    ...(source.reviewed === undefined ? [] : [say('reviewed {date}', { date: shortDate(source.reviewed) })]),
    ...(source.reviewed === undefined && source.retrieved !== undefined
      ? [say('read {date}', { date: shortDate(source.retrieved) })]
      : []),
    ...(source.stale === true ? [say('review overdue')] : []),
  ];
}
