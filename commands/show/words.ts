import { say } from '../../src/language/say.ts';
import type { Inline, Text } from '../../src/reply.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "four sources", "12 courses": small numbers in words. `many` is for a plural that is not the word and an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${NUMBERS[n] ?? n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** The first letter as a capital, for a sentence that begins with a count. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

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

/** "1 month", "10 months". */
export function inMonths(months: number): string {
  return say('{months, plural, one {# month} other {# months}}', { months });
}

/** A growth as its source prints it; a bare percentage says that it is one: "growth 8.7%". */
export function growthWords(growth: string): string {
  return /^[+-]?\d/.test(growth) ? say('growth {growth}', { growth }) : growth;
}
