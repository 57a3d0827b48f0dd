import type { SpokenScaled } from '../chart.ts';
import { extent } from '../chart/lines.ts';
import { formatNumber } from '../message/format.ts';
import type { Language } from '../message/language.ts';
import { COLOURS, EDGE, TYPE } from './look.ts';
import { widthOf } from './measure.ts';

/** The scale of a plot, and how far from the card's edges the plot has to stay so that its figures stand whole. */
export interface Axis {
  readonly option: object;
  readonly left: number;
  readonly right: number;
}

/** The least room left of a plot. */
const INSET = 12;
/** Figures come no nearer to the edge of the card. */
const MARGIN = 4;

/** A scale from below the lowest figure of a chart to above its highest, in money as the reader writes it. */
export function axisOf({ groups, currency, language = 'en' }: SpokenScaled): Axis {
  const scale = ticks(extent(groups));
  const half = (figure: number) => Math.ceil(widthOf(sum(figure, currency, language), TYPE.tick) / 2);
  return {
    option: optionOf(scale, currency, language),
    left: Math.max(EDGE + INSET, MARGIN + half(scale.min)),
    right: MARGIN + half(scale.max),
  };
}

function optionOf(scale: ReturnType<typeof ticks>, currency: string, language: Language): object {
  return {
    type: 'value',
    ...scale,
    axisLabel: {
      fontFamily: 'Inter',
      fontSize: TYPE.tick.size,
      color: COLOURS.quiet,
      margin: 5,
      hideOverlap: true,
      formatter: (figure: number) => sum(figure, currency, language),
    },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: COLOURS.line } },
  };
}

/** Short in English, where thousands have a letter; whole in the other languages, as answers write sums. */
function sum(figure: number, currency: string, language: Language): string {
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
  const short = language === 'en' ? ({ notation: 'compact' } as const) : {};
  return formatNumber(figure, language, { style: 'currency', currency, ...digits, ...short });
}

/** From a round figure to a round figure, in four round steps at most. */
function ticks({ low, high }: { low: number; high: number }): { min: number; max: number; interval: number } {
  const power = 10 ** Math.floor(Math.log10(high) - 1);
  const steps = [0, 1, 2].flatMap((more) => [1, 2, 2.5, 5].map((step) => step * power * 10 ** more));
  const span = (interval: number) => Math.max(1, Math.ceil(high / interval) - Math.floor(low / interval));
  const interval = steps.find((step) => span(step) <= 4) ?? high;
  const min = Math.floor(low / interval) * interval;
  return { min, max: min + span(interval) * interval, interval };
}
