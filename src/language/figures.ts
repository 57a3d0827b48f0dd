import type { Language } from './language.ts';
import { language } from './language.ts';
import { message, say } from './say.ts';

/** English groups and lists as this bot always has: 1,234; "a, b and c". */
const NUMBERS_IN: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es', de: 'de', 'pt-BR': 'pt-BR' };
const LISTS_IN: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', de: 'de', 'pt-BR': 'pt-BR' };

const IN_WORDS = [
  message('no'),
  message('one'),
  message('two'),
  message('three'),
  message('four'),
  message('five'),
  message('six'),
  message('seven'),
  message('eight'),
  message('nine'),
  message('ten'),
];

/** A count for a message: the number itself (for `plural`), and it in words up to ten, also with a capital. */
export interface Amount {
  readonly n: number;
  readonly words: string;
  readonly Words: string;
  readonly [name: string]: string | number;
}

/**
 * `say('{n, plural, one {one source} other {{words} sources}}', amount(4))`: "four sources". Where a language counts
 * one or two by gender, its translation writes them out (`=2 {duas fontes}`).
 */
export function amount(n: number): Amount {
  const small = IN_WORDS[n];
  const words = small === undefined ? numeral(n) : say(small);
  return { n, words, Words: sentence(words) };
}

/** The first letter as a capital. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label within a sentence: its first letter small, save in German, whose labels are nouns. */
export function inSentence(label: string): string {
  return language() === 'de' ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A number as the reader's language groups it: `1,234`, `1.234`. */
export function numeral(n: number, options?: Intl.NumberFormatOptions): string {
  return numberFormat(NUMBERS_IN[language()], options).format(n);
}

/** A percentage as the reader's language writes it: `8.2%`, `8,2 %`. At least a digit follows the comma, as in statistics. */
export function percentage(percent: number): string {
  // As a number of hundredths: divided first, 8.2 would not be 8.2 any more.
  const unit = { style: 'unit', unit: 'percent', unitDisplay: 'short' } as const;
  return numeral(percent, { ...unit, minimumFractionDigits: 1, maximumFractionDigits: 2 });
}

/** `a`, `a and b`, `a, b and c`; `or` for a choice. */
export function enumerate(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const type = last === 'and' ? 'conjunction' : 'disjunction';
  return listFormat(LISTS_IN[language()], type).format(words);
}

const kept = new Map<string, Intl.NumberFormat | Intl.ListFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(locale, { useGrouping: 'always', ...options });
  kept.set(key, made);
  return made;
}

function listFormat(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
  const key = `${locale} ${type}`;
  const known = kept.get(key);
  if (known instanceof Intl.ListFormat) return known;
  const made = new Intl.ListFormat(locale, { type });
  kept.set(key, made);
  return made;
}
