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

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The few dates of the sources, since formatting one takes longer than the rest of the foot. */
const formatted = new Map<string, string>();

/** `2026-04-26` → "26 Apr 2026". */
export function shortDate(iso: string): string {
  const shown = formatted.get(iso) ?? format.format(new Date(`${iso}T00:00:00Z`));
  formatted.set(iso, shown);
  return shown;
}
