import type { Growth, PayBand } from '../../knowledge/index.ts';
import { shortDate } from '../../src/message/dates.ts';
import { money, moneyRange, percentage, printed } from '../../src/message/figures.ts';
import { type Message, type Said, say } from '../../src/message/say.ts';
import type { Inline, Text } from '../../src/reply.ts';

/** Words as they stand somewhere else, in the reader's marks: "free", „free“. */
export function quoted(words: string): Said {
  return say('"{words}"', { words });
}

/** Years of experience as a source prints them, `2-5` or `8+`, as "2–5 years". */
export function yearsOf(years: string): Said {
  return say('{years} years', { years: years.replace('-', '–') });
}

/** Several texts as one, with `between` them. */
export function join(texts: readonly Text[], between: Said): Text {
  return texts.flatMap((text, at): Inline[] => (at === 0 ? [...text] : [between, ...text]));
}

/** A day of the counts as its reader writes it; in English as it is kept, `2026-11-21`. */
export function dayOf(iso: string): Said {
  return printed(iso, shortDate(iso));
}

/** "1 month", "10 months". */
export function inMonths(months: number): Said {
  return say('{months, plural, one {# month} other {# months}}', { months });
}

/** How much something grows: in English as its source prints it, in other languages as they write a percentage. */
export function growthFigure({ percent, printed: words }: Growth): Said {
  return percent === undefined ? words : printed(words, percentage(percent));
}

/** A growth, or from one to another; a percentage says that it is one: "growth 8.7%". */
export function growthWords({ percent }: Pick<Growth, 'percent'>, figure: Said): Said {
  return percent === undefined ? figure : say('growth {growth}', { growth: figure });
}

const THOUSAND = 1000;
/** Less is by the hour or the day. */
const LEAST = 10 * THOUSAND;

/** A sum to the thousand, as answers give pay; to the last digit it stands in the views of all figures. */
export function rounded(sum: number): number {
  return sum < LEAST ? sum : Math.round(sum / THOUSAND) * THOUSAND;
}

/** One figure of pay: `$155K`. */
export function payFigure(sum: number, currency: string): Message {
  return money(rounded(sum), currency);
}

export type Range = Pick<PayBand, 'low' | 'high' | 'open' | 'currency'>;

/** `$155K–$200K`; an open end stays open: `$400K+`, `$220K–$350K+`. Undefined for a figure without a range. */
export function payRange({ low, high, open, currency }: Range): Message | undefined {
  if (low === undefined) return undefined;
  return moneyRange(rounded(low), rounded(high ?? low), currency, open === true);
}

/** The same to the last digit, for the views of all figures. */
export function exactRange({ low, high, open, currency }: Range): Message | undefined {
  return low === undefined ? undefined : moneyRange(low, high ?? low, currency, open === true);
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
