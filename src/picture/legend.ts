import type { SpokenBand } from '../chart.ts';
import type { Language } from '../message/language.ts';
import type { Message } from '../message/message.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import { bandShapes } from './bar.ts';
import { COLOURS, EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, widthOf, wrap } from './measure.ts';
import type { Shape } from './shapes.ts';
import { textShape } from './shapes.ts';

/** A mark and what it means. Figures are pixels here. */
type Mark = readonly [
  figures: Pick<SpokenBand, 'low' | 'high' | 'open' | 'median'>,
  width: number,
  words: Message,
];

/** Between a mark and its words, and between those and the next mark. */
const BEFORE_WORDS = 6;
const BETWEEN = 16;

const MARKS: readonly (readonly [(band: SpokenBand) => boolean, Mark])[] = [
  [({ low }) => low !== undefined, [{ low: 0, high: 18 }, 26, say('from – to')]],
  [({ median }) => median !== undefined, [{ median: 2 }, 12, say('median')]],
  [({ open }) => open === true, [{ low: 0, high: 8, open: true }, 28, say('open end: this or more')]],
];

/** What the marks mean, as far as they are used, and the note below them; `bottom` is that of the picture. */
export function legend(
  bands: readonly SpokenBand[],
  note: string | undefined,
  top: number,
  language: Language,
) {
  const used = MARKS.filter(([isUsed]) => bands.some(isUsed)).map(([, mark]) => mark);
  const line = heightOf(1, TYPE.small);
  const shapes: Shape[] = [];
  let [x, y]: [number, number] = [EDGE, top];
  for (const [figures, width, label] of used) {
    const words = speak(label, language);
    const needed = width + BEFORE_WORDS + widthOf(words, TYPE.small);
    if (x > EDGE && x + needed > WIDTH - EDGE) [x, y] = [EDGE, y + line];
    shapes.push(...markShapes(figures, width, words, { x, y }));
    x += needed + BETWEEN;
  }
  const below = y + line;
  if (note === undefined) return { shapes, bottom: Math.ceil(below + EDGE) };
  const lines = wrap(note, TYPE.small, WIDTH - 2 * EDGE);
  shapes.push(textShape(lines, TYPE.small, { x: EDGE, y: below + 6, colour: COLOURS.quiet }));
  return { shapes, bottom: Math.ceil(below + 6 + heightOf(lines.length, TYPE.small) + EDGE) };
}

function markShapes(figures: Mark[0], width: number, words: string, at: { x: number; y: number }): Shape[] {
  const place = {
    x: (figure: number) => at.x + 4 + figure,
    y: at.y + heightOf(1, TYPE.small) / 2,
    end: at.x + width,
    colour: COLOURS.quiet,
  };
  return [
    ...bandShapes({ label: '', words: '', ...figures }, place),
    textShape([words], TYPE.small, { x: at.x + width + BEFORE_WORDS, y: at.y, colour: COLOURS.quiet }),
  ];
}
