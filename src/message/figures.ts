import type { Message, NumberOptions, Said, Value } from './message.ts';

/** A count for a message: the number itself (for `plural`), and it in words up to ten, also with a capital. */
export interface Amount {
  readonly n: number;
  readonly words: Message;
  readonly Words: Message;
  readonly [name: string]: Value;
}

/**
 * `say('{n, plural, one {one source} other {{words} sources}}', amount(4))`: "four sources". Where a language counts
 * one or two by gender, its translation writes them out (`=2 {duas fontes}`).
 */
export function amount(n: number): Amount {
  return { n, words: { kind: 'count', n }, Words: { kind: 'count', n, capital: true } };
}

/** The first letter as a capital. */
export function sentence(words: Said): Said {
  return typeof words === 'string' ? capital(words) : { kind: 'capital', of: words };
}

/** The first letter of some words as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label within a sentence: its first letter small, save in German, whose labels are nouns. */
export function inSentence(label: Said): Message {
  return { kind: 'inner', of: label };
}

/** A number as the reader's language groups it: `1,234`, `1.234`. */
export function numeral(n: number, options?: NumberOptions): Message {
  return options === undefined ? { kind: 'number', n } : { kind: 'number', n, options };
}

/** `a`, `a and b`, `a, b and c`; `or` for a choice. */
export function enumerate(items: readonly Said[], last: 'and' | 'or' = 'and'): Said {
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: 'enumeration', items, last };
}

/** A percentage as the reader's language writes it: `8.2%`, `8,2 %`. At least a digit follows the comma, as in statistics. */
export function percentage(percent: number): Message {
  return numeral(percent, { minimumFractionDigits: 1, maximumFractionDigits: 2, unit: 'percent' });
}

/** In English as its source printed it, in the other languages in words of ours. */
export function printed(english: string, other: Message): Message {
  return { kind: 'printed', english, other };
}

/** A sum of money in whole units of `currency` (ISO 4217): `$155K`, `155.000 $`, `US$ 155.000`. */
export function money(sum: number, currency: string): Message {
  return { kind: 'money', low: sum, high: sum, currency };
}

/**
 * From one sum to another, once where they are the same: `$155K–$200K`, `155.000–200.000 $`, `US$ 155.000–200.000`. An
 * open end stays open: `$220K–$350K+`, `220.000–350.000+ $`.
 */
export function moneyRange(low: number, high: number, currency: string, open = false): Message {
  return open ? { kind: 'money', low, high, currency, open } : { kind: 'money', low, high, currency };
}
