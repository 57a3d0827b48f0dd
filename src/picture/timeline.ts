import type { SpokenChart, SpokenPhase, SpokenRoad } from '../chart.ts';
import { COLOURS, coloursFor, EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, wrap } from './measure.ts';
import type { Drawing, Shape } from './shapes.ts';
import { boxShape, textShape, titleShapes } from './shapes.ts';

const ROOM = WIDTH - 2 * EDGE;
/** Left of a phase: its number on a line that runs through all. */
const NUMBER = 30;
const DISC = 10;
const BAR = 8;

interface Drawn {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

/** Phases from the top down. Bars run along where every phase of a road has a length. */
export function drawTimeline({ title, roads }: Extract<SpokenChart, { kind: 'timeline' }>): Drawing {
  const head = titleShapes(title);
  const colour = coloursFor(roads.map(({ label }) => label));
  let bottom = head.bottom;
  const shapes = [...head.shapes];
  for (const road of roads) {
    const drawn = drawRoad(road, colour(road.label), bottom);
    shapes.push(...drawn.shapes);
    bottom = drawn.bottom;
  }
  return { height: Math.ceil(bottom + 4), shapes };
}

function drawRoad({ label, phases }: SpokenRoad, colour: string, top: number): Drawn {
  const total = phases.reduce((sum, { length }) => sum + (length ?? Number.NaN), 0);
  const lines = wrap(label, TYPE.heading, ROOM);
  const shapes = [textShape(lines, TYPE.heading, { x: EDGE, y: top, colour: COLOURS.quiet })];
  let y = top + heightOf(lines.length, TYPE.heading) + 8;
  let before = 0;
  for (const [at, phase] of phases.entries()) {
    const drawn = drawPhase(phase, { number: at + 1, before, total, colour, y });
    const next = drawn.bottom + 12;
    if (at < phases.length - 1) shapes.push(thread(y + 2 * DISC, next, Number.isNaN(total)));
    shapes.push(...drawn.shapes);
    before += phase.length ?? 0;
    y = next;
  }
  return { shapes, bottom: y };
}

interface At {
  readonly number: number;
  /** Months before this phase, and of all phases: not a number where some phase has none. */
  readonly before: number;
  readonly total: number;
  readonly colour: string;
  readonly y: number;
}

function drawPhase({ label, words, length }: SpokenPhase, { number, before, total, colour, y }: At): Drawn {
  const x = EDGE + NUMBER;
  const room = ROOM - NUMBER;
  const name = wrap(label, TYPE.heading, room);
  const said = wrap(words, TYPE.small, room);
  const wordsY = y + 2 + heightOf(name.length, TYPE.heading);
  const barY = wordsY + heightOf(said.length, TYPE.small) + 4;
  const bar =
    length === undefined || Number.isNaN(total) ? [] : bars(x, barY, room, { before, length, total, colour });
  return {
    shapes: [
      ...disc(number, y, length === undefined ? COLOURS.quiet : colour),
      textShape(name, TYPE.heading, { x, y: y + 2 }),
      textShape(said, TYPE.small, { x, y: wordsY, colour: COLOURS.quiet }),
      ...bar,
    ],
    bottom: bar.length > 0 ? barY + BAR : barY - 2,
  };
}

/** All months as a quiet line, and on it one phase. */
function bars(
  x: number,
  y: number,
  room: number,
  { before, length, total, colour }: Pick<At, 'before' | 'total' | 'colour'> & { readonly length: number },
): Shape[] {
  const scale = room / total;
  const strip = (from: number, width: number, fill: string) =>
    boxShape({ x: from, y, width, height: BAR }, fill, BAR / 2);
  return [strip(x, room, COLOURS.box), strip(x + before * scale, Math.max(BAR, length * scale), colour)];
}

function disc(number: number, y: number, fill: string): Shape[] {
  return [
    { kind: 'disc', x: EDGE + DISC, y: y + DISC, radius: DISC, fill },
    textShape([String(number)], TYPE.heading, {
      x: EDGE + DISC,
      y: y + DISC - TYPE.heading.size * 0.62,
      align: 'center',
      colour: COLOURS.card,
    }),
  ];
}

/** From one number to the next; dashed where no time is told. */
function thread(from: number, to: number, dashed: boolean): Shape {
  const x = EDGE + DISC;
  return {
    kind: 'line',
    points: [
      [x, from],
      [x, to],
    ],
    stroke: COLOURS.line,
    width: 2,
    dashed,
  };
}
