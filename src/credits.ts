import { shortDate } from './language/dates.ts';
import { say } from './language/say.ts';
import type { Credit } from './reply.ts';

/** The foot of an answer: "Sources: DecipherU, reviewed 26 Apr 2026 · Career guide, read 21 Nov 2026 · not financial advice". */
export function sourcesLine(sources: readonly Credit[]): string {
  if (sources.length === 0) return '';
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const list = [...sources.map(creditLine), ...disclaimers].join(' · ');
  return sources.length === 1 ? say('Source: {list}', { list }) : say('Sources: {list}', { list });
}

/** One source with its date. */
export function creditLine(source: Credit): string {
  const dates = [
    ...(source.reviewed === undefined ? [] : [say('reviewed {date}', { date: shortDate(source.reviewed) })]),
    ...(source.reviewed === undefined && source.retrieved !== undefined
      ? [say('read {date}', { date: shortDate(source.retrieved) })]
      : []),
    ...(source.stale === true ? [say('review overdue')] : []),
  ];
  return [source.name, ...dates].join(', ');
}
