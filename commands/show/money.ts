import type { PayBand } from '../../knowledge/schema.ts';
import type { Language } from '../../src/language/language.ts';
import { language } from '../../src/language/language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A sum of money in whole units: in English short without losing a digit (`$155K`, `$78.7K`, `£64,250`), in the other
 * languages whole and as they write it (`155.000 $`, `US$ 155.000`). `currency` is ISO 4217.
 */
export function money(amount: number, currency: string): string {
  const format = formatOf(currency);
  const short = language() === 'en' && amount >= 1000 && amount % 100 === 0;
  return short ? `${format.format(amount / 1000)}K` : format.format(amount);
}

/**
 * From one sum to another, once where they are the same: `$155K–$200K`, `155.000–200.000 $`, `US$ 155.000–200.000`. An
 * open end stays open: `$220K–$350K+`, `220.000–350.000+ $`.
 */
export function moneyRange(low: number, high: number, currency: string, open = false): string {
  if (language() !== 'en') return wholeRange(low, high, currency, open);
  const ends = low === high ? [low] : [low, high];
  return `${ends.map((end) => money(end, currency)).join('–')}${open ? '+' : ''}`;
}

/** With the currency once, and the mark of an open end at the figure, not behind the currency. */
function wholeRange(low: number, high: number, currency: string, open: boolean): string {
  const format = formatOf(currency);
  const parts = low === high ? format.formatToParts(low) : format.formatRangeToParts(low, high);
  const last = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction');
  return parts
    .map(({ type, value }, at) => {
      // Spanish joins with a hyphen; every range of an answer has the dash.
      if (type === 'literal' && value === '-') return '–';
      return open && at === last ? `${value}+` : value;
    })
    .join('');
}

/** English is that of one fixed country: the same facts give the same words everywhere. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es', de: 'de', 'pt-BR': 'pt-BR' };

function formatOf(currency: string): Intl.NumberFormat {
  const locale = LOCALES[language()];
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
    useGrouping: 'always',
  });
  formats.set(key, format);
  return format;
}

export type Range = Pick<PayBand, 'low' | 'high' | 'open' | 'currency'>;

/** `$155K–$200K`; an open end stays open: `$400K+`, `$220K–$350K+`. Undefined for a figure without a range. */
export function payRange({ low, high, open, currency }: Range): string | undefined {
  if (low === undefined) return undefined;
  return moneyRange(low, high ?? low, currency, open === true);
}

/** From the lowest to the highest end of several ranges in one currency; each end, and both as one. */
interface Span {
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

/** From the lowest to the highest end of several ranges in one currency; open where the highest one is. */
export function span(ranges: readonly Range[]): Span | undefined {
  const stated = ranges.flatMap((range) => (range.low === undefined ? [] : [{ ...range, low: range.low }]));
  const [first] = stated;
  if (first === undefined) return undefined;
  const top = (range: (typeof stated)[number]) => range.high ?? range.low;
  const low = Math.min(...stated.map((range) => range.low));
  const high = Math.max(...stated.map(top));
  const open = stated.some((range) => range.open === true && top(range) === high);
  return {
    from: money(low, first.currency),
    to: moneyRange(high, high, first.currency, open),
    words: moneyRange(low, high, first.currency, open),
  };
}
