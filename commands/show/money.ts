import type { PayBand } from '../../knowledge/schema.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A sum of money in whole units, short without losing a digit: `$155K`, `$78.7K`, `£64,250`. `currency` is ISO 4217. */
export function money(amount: number, currency: string): string {
  const format = formatOf(currency);
  const short = amount >= 1000 && amount % 100 === 0;
  return short ? `${format.format(amount / 1000)}K` : format.format(amount);
}

function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  // One fixed locale: the same facts give the same words everywhere.
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  formats.set(currency, format);
  return format;
}

export type Range = Pick<PayBand, 'low' | 'high' | 'open' | 'currency'>;

/** `$155K–$200K`; an open end stays open: `$400K+`, `$220K–$350K+`. Undefined for a figure without a range. */
export function payRange({ low, high, open, currency }: Range): string | undefined {
  if (low === undefined) return undefined;
  const end = open === true ? '+' : '';
  return high === undefined
    ? `${money(low, currency)}${end}`
    : `${money(low, currency)}–${money(high, currency)}${end}`;
}

/** From the lowest to the highest end of several ranges in one currency; open where the highest one is. */
export function span(ranges: readonly Range[]): { readonly from: string; readonly to: string } | undefined {
  const stated = ranges.flatMap((range) => (range.low === undefined ? [] : [{ ...range, low: range.low }]));
  const [first] = stated;
  if (first === undefined) return undefined;
  const top = (range: (typeof stated)[number]) => range.high ?? range.low;
  const low = Math.min(...stated.map((range) => range.low));
  const high = Math.max(...stated.map(top));
  const open = stated.some((range) => range.open === true && top(range) === high);
  return { from: money(low, first.currency), to: `${money(high, first.currency)}${open ? '+' : ''}` };
}
