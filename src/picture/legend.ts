import type { Band } from '../chart.ts';
import { barElement } from './bar.ts';
import { COLOURS, EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, widthOf, wrap } from './measure.ts';
import type { Shape } from './shapes.ts';
import { textShape } from './shapes.ts';

/** A mark and what it means. Figures are pixels here. */
type Mark = readonly [figures: Pick<Band, 'low' | 'high' | 'open' | 'median'>, width: number, words: string];

const MARKS: readonly (readonly [(band: Band) => boolean, Mark])[] = [
  [({ low }) => low !== undefined, [{ low: 0, high: 18 }, 18, 'from – to']],
  [({ median }) => median !== undefined, [{ median: 6 }, 12, 'median']],
  [({ open }) => open === true, [{ low: 0, high: 8, open: true }, 24, 'open end: this or more']],
];

/** What the marks mean, as far as they are used, and the note below them; `bottom` is that of the picture. */
export function legend(bands: readonly Band[], note: string | undefined, top: number) {
  const used = MARKS.filter(([isUsed]) => bands.some(isUsed)).map(([, mark]) => mark);
  let x = EDGE;
  const shapes: Shape[] = [];
  const middle = top + heightOf(1, TYPE.small) / 2;
  for (const [figures, width, words] of used) {
    const start = x;
    const place = {
      x: (figure: number) => start + figure,
      y: middle,
      end: start + width,
      colour: COLOURS.quiet,
    };
    shapes.push(barElement({ label: '', words: '', ...figures }, place));
    shapes.push(textShape([words], TYPE.small, { x: start + width + 6, y: top, colour: COLOURS.quiet }));
    x = start + width + 6 + widthOf(words, TYPE.small) + 16;
  }
  const below = top + heightOf(1, TYPE.small);
  if (note === undefined) return { shapes, bottom: Math.ceil(below + EDGE) };
  const lines = wrap(note, TYPE.small, WIDTH - 2 * EDGE);
  shapes.push(textShape(lines, TYPE.small, { x: EDGE, y: below + 6, colour: COLOURS.quiet }));
  return { shapes, bottom: Math.ceil(below + 6 + heightOf(lines.length, TYPE.small) + EDGE) };
}
