import type { PayBand } from '../../knowledge/linked.ts';
import { money, moneyRange } from '../../src/message/figures.ts';
import type { Message } from '../../src/message/message.ts';

export type Range = Pick<PayBand, 'low' | 'high' | 'open' | 'currency'>;

/** `$155K–$200K`; an open end stays open: `$400K+`, `$220K–$350K+`. Undefined for a figure without a range. */
export function payRange({ low, high, open, currency }: Range): Message | undefined {
  if (low === undefined) return undefined;
  return moneyRange(low, high ?? low, currency, open === true);
}

/** From the lowest to the highest end of several ranges in one currency; each end, and both as one. */
interface Span {
  readonly from: Message;
  readonly to: Message;
  readonly words: Message;
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
