import { enumerate, moneyRange } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { code, type Text } from '../../src/reply.ts';
import type { CourseEffort, Span, StatedPrice } from './effort.ts';
import { join, quoted } from './format.ts';

/** What several steps take together: totals over what is stated, and how many state nothing. */
export interface Totals {
  readonly steps: number;
  readonly hours: Span;
  /** How many steps state their hours. */
  readonly timed: number;
  /** A sum for each currency. */
  readonly costs: readonly (Span & { readonly currency: string })[];
  /** The prices that were added up, as printed. */
  readonly prices: readonly StatedPrice[];
  readonly free: number;
  readonly unread: readonly string[];
  /** How many steps say nothing of cost. */
  readonly silent: number;
}

/** Adds up what is stated, and counts what is not. */
export function addUp(efforts: readonly CourseEffort[]): Totals {
  const hours = efforts.flatMap((effort) => effort.hours ?? []);
  const currencies = [...new Set(efforts.flatMap(({ prices }) => prices.map(({ currency }) => currency)))];
  return {
    steps: efforts.length,
    hours: total(hours),
    timed: hours.length,
    costs: currencies.map((currency) => ({
      currency,
      ...total(efforts.flatMap((effort) => costIn(effort, currency))),
    })),
    prices: efforts.flatMap(({ prices }) => prices),
    free: efforts.filter(({ free }) => free).length,
    unread: efforts.flatMap(({ unread }) => unread),
    silent: efforts.filter(({ prices, free, unread }) => prices.length + unread.length === 0 && !free).length,
  };
}

/** What one step costs in a currency: nothing at least where some source says that it is free. */
function costIn({ prices, free }: CourseEffort, currency: string): Span[] {
  const amounts = prices.filter((price) => price.currency === currency).map(({ amount }) => amount);
  if (amounts.length === 0) return [];
  return [{ low: free ? 0 : Math.min(...amounts), high: Math.max(...amounts) }];
}

function total(spans: readonly Span[]): Span {
  return spans.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
    low: 0,
    high: 0,
  });
}

/** "220–300 h; 5 of 9 steps state theirs" */
export function totalHoursText({ hours, timed, steps }: Totals): Said {
  if (timed === 0) return say('no step states its hours');
  const sum = `${spanText(hours)} h`;
  if (timed === steps) return sum;
  const part = say(
    '{timed, plural, one {# of {steps} steps states its hours} other {# of {steps} steps state their hours}}',
    { timed, steps },
  );
  return phrase`${sum}; ${part}`;
}

/** "14", "22–30" */
export function spanText({ low, high }: Span): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** Whole weeks that stated hours fill; undefined where no step states any. */
export function weeksOf({ hours, timed }: Totals, perWeek: number): Span | undefined {
  if (timed === 0) return undefined;
  return { low: Math.ceil(hours.low / perWeek), high: Math.ceil(hours.high / perWeek) };
}

/** "$490 ($49 + $49 + $392, added as printed); 8 free; 2 state no cost" */
export function costText(totals: Totals): Text {
  const { costs, prices, free, unread, silent } = totals;
  const sum = costs.flatMap((cost, at): Text => [...(at === 0 ? [] : [' + ']), ...costSpan(cost)]);
  const terms = prices.map(({ text }) => text).join(' + ');
  const parts: Text[] = [
    ...(sum.length === 0
      ? []
      : [
          prices.length < 2
            ? [...sum, ' ', say('as printed')]
            : [...sum, ' ', say('({terms}, added as printed)', { terms })],
        ]),
    ...(free > 0 ? [[say('{n} free', { n: free })]] : []),
    ...(unread.length > 0 ? [[say('not added: {prices}', { prices: enumerate(unread.map(quoted)) })]] : []),
    ...(silent > 0
      ? [[say('{n, plural, one {# states no cost} other {# state no cost}}', { n: silent })]]
      : []),
  ];
  return join(parts, '; ');
}

function costSpan({ low, high, currency }: Span & { readonly currency: string }): Text {
  return [code(moneyRange(low, high, currency))];
}

/** What has to be said of a course's bare price: a page that prints "$49" does not say for how long. */
export function periodNote({ prices }: Totals): Said | undefined {
  const bare = [...new Set(prices.flatMap(({ text, perhapsByMonth }) => (perhapsByMonth ? [text] : [])))];
  if (bare.length === 0) return undefined;
  return say(
    '{n, plural, one {{prices} is printed without a period and added once; by the month it would be more.} other {{prices} are printed without a period and added once; by the month it would be more.}}',
    { n: bare.length, prices: enumerate(bare.map(quoted)) },
  );
}
