import type { Growth } from '../../knowledge/schema.ts';
import { shortDate } from '../../src/language/dates.ts';
import { percentage } from '../../src/language/figures.ts';
import { language } from '../../src/language/language.ts';
import { say } from '../../src/language/say.ts';
import type { Inline, Text } from '../../src/reply.ts';

/** Words as they stand somewhere else, in the reader's marks: "free", „free“. */
export function quoted(words: string): string {
  return say('"{words}"', { words });
}

/** Years of experience as a source prints them, `2-5` or `8+`, as "2–5 years". */
export function yearsOf(years: string): string {
  return say('{years} years', { years: years.replace('-', '–') });
}

/** Several texts as one, with `between` them. */
export function join(texts: readonly Text[], between: string): Text {
  return texts.flatMap((text, at): Inline[] => (at === 0 ? [...text] : [between, ...text]));
}

/** A day of the counts as its reader writes it; in English as it is kept, `2026-11-21`. */
export function dayOf(iso: string): string {
  return language() === 'en' ? iso : shortDate(iso);
}

/** "1 month", "10 months". */
export function inMonths(months: number): string {
  return say('{months, plural, one {# month} other {# months}}', { months });
}

/** How much something grows: in English as its source prints it, in other languages as they write a percentage. */
export function growthFigure({ percent, printed }: Growth): string {
  return percent === undefined || language() === 'en' ? printed : percentage(percent);
}

/** A growth, of which a percentage says that it is one: "growth 8.7%". `figure` may go from one to another. */
export function growthWords(growth: Growth, figure = growthFigure(growth)): string {
  return growth.percent === undefined ? figure : say('growth {growth}', { growth: figure });
}
