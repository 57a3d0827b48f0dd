import type { SpokenScaled } from '../chart.ts';
import { extent } from '../chart/lines.ts';
import { formatNumber } from '../message/format.ts';
import type { Language } from '../message/language.ts';
import { COLOURS, TYPE } from './look.ts';
import { heightOf, widthOf } from './measure.ts';
import type { Shape } from './shapes.ts';
import { textShape } from './shapes.ts';

/** From where to where on the card a scale runs. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** The scale of a plot: where a figure lies, and the round figures that are marked. */
export interface Axis {
  readonly x: (figure: number) => number;
  readonly marks: readonly { readonly x: number; readonly words: string }[];
}

/** Marks in money stand so far apart. */
const BETWEEN = 10;
const MOST_MARKS = 5;

/** A scale from the lowest figure of a chart to its highest, with marks in money as the reader writes it. */
export function axisOf({ groups, currency, language = 'en' }: SpokenScaled, { left, right }: Span): Axis {
  const { low, high } = extent(groups);
  // A figure by itself stands in the middle.
  const [from, to] = low === high ? [0, 2 * high] : [low, high];
  const x = (figure: number) => Math.round((left + ((figure - from) / (to - from)) * (right - left)) * 2) / 2;
  const marksAt = (interval: number) => {
    const first = Math.ceil(low / interval);
    const figures = Array.from(
      { length: Math.floor(high / interval) - first + 1 },
      (_, at) => (first + at) * interval,
    );
    return figures.map((figure) => ({ x: x(figure), words: sum(figure, currency, language) }));
  };
  const readable = intervals(high).map(marksAt).filter(isReadable);
  const marks = readable.find(({ length }) => length > 1) ?? readable[0];
  return { x, marks: marks ?? [] };
}

/** Whether there are few marks, none of which touches the next. */
function isReadable(marks: Axis['marks']): boolean {
  const room = (marks[1]?.x ?? Infinity) - (marks[0]?.x ?? 0);
  return (
    marks.length <= MOST_MARKS && marks.every(({ words }) => widthOf(words, TYPE.tick) + BETWEEN <= room)
  );
}

/** The marks of an axis: lines from `top` to `bottom`, and their figures above and below. */
export function axisShapes({ marks }: Axis, top: number, bottom: number): Shape[] {
  const height = heightOf(1, TYPE.tick);
  return marks.flatMap(({ x, words }): Shape[] => [
    {
      kind: 'line',
      points: [
        [x, top],
        [x, bottom],
      ],
      stroke: COLOURS.line,
      width: 1,
    },
    ...[top - height - 3, bottom + 3].map((y) =>
      textShape([words], TYPE.tick, { x, y, align: 'center', colour: COLOURS.quiet }),
    ),
  ]);
}

/** Short in English, where thousands have a letter; whole in the other languages, as answers write sums. */
function sum(figure: number, currency: string, language: Language): string {
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 };
  const short = language === 'en' ? ({ notation: 'compact' } as const) : {};
  return formatNumber(figure, language, { style: 'currency', currency, ...digits, ...short });
}

/** Round steps of a scale, the smallest first. */
function intervals(high: number): number[] {
  const power = 10 ** Math.floor(Math.log10(high) - 1);
  return [0, 1, 2].flatMap((more) => [1, 2, 2.5, 4, 5].map((step) => step * power * 10 ** more));
}
