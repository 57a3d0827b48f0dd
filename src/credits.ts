import type { Language } from './language/language.ts';
import { language } from './language/language.ts';
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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/**
 * `2026-04-26` → "26 Apr 2026", "26 abr 2026", "26. Apr. 2026": a day in the language of the reader. In English not by
 * `Intl`, which takes 10 ms to start and then longer than the rest of the foot.
 */
export function shortDate(iso: string): string {
  const spoken = language();
  if (spoken !== 'en') return formatFor(spoken).format(new Date(`${iso}T12:00:00Z`));
  const [year, month, day] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const formats = new Map<Language, Intl.DateTimeFormat>();

function formatFor(spoken: Language): Intl.DateTimeFormat {
  const known = formats.get(spoken);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(spoken, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  formats.set(spoken, made);
  return made;
}
