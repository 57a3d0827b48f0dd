import type { Credit } from './reply.ts';

/** The foot of an answer: "Sources: DecipherU, reviewed 26 Apr 2026 · Career guide, read 21 Nov 2026 · not financial advice". */
export function sourcesLine(sources: readonly Credit[]): string {
  if (sources.length === 0) return '';
  const disclaimers = new Set(sources.flatMap((source) => source.disclaimer ?? []));
  const label = sources.length === 1 ? 'Source' : 'Sources';
  return `${label}: ${[...sources.map(creditLine), ...disclaimers].join(' · ')}`;
}

/** One source with its date. */
export function creditLine(source: Credit): string {
  const dates = [
    ...(source.reviewed === undefined ? [] : [`reviewed ${shortDate(source.reviewed)}`]),
    ...(source.reviewed === undefined && source.retrieved !== undefined
      ? [`read ${shortDate(source.retrieved)}`]
      : []),
    ...(source.stale === true ? ['review overdue'] : []),
  ];
  return [source.name, ...dates].join(', ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** `2026-04-26` → "26 Apr 2026". Not by `Intl`, which takes 10 ms to start and then longer than the rest of the foot. */
export function shortDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
