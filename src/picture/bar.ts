import type { SpokenBand } from '../chart.ts';
import { COLOURS } from './look.ts';
import type { Shape } from './shapes.ts';

/** Where a band is drawn: `x` turns a figure into a place, `end` is as far as an open end may reach. */
interface Place {
  readonly x: (figure: number) => number;
  readonly y: number;
  readonly end: number;
  readonly colour: string;
}

const DOT = 4;
const PART_DOT = 3;
const LINE = 3;
/** An open end goes on so far, broken, to its arrow. */
const OPEN = 16;

/** A band as a dumbbell from low to high, a diamond at its median, an arrow where it is open. */
export function bandShapes(band: SpokenBand, place: Place): Shape[] {
  const { low, high, open, median } = band;
  const dot = band.part === true ? PART_DOT : DOT;
  const range = low === undefined ? [] : dumbbell(low, high ?? low, open === true, dot, place);
  const middle =
    median === undefined
      ? []
      : diamond(place.x(median), place.y, low === undefined ? place.colour : COLOURS.text);
  return [...range, ...middle];
}

function dumbbell(low: number, high: number, isOpen: boolean, dot: number, place: Place): Shape[] {
  const { x, y, end, colour } = place;
  const [from, to] = [x(low), x(high)];
  const bar = {
    kind: 'line',
    points: [
      [from, y],
      [to, y],
    ],
    stroke: colour,
    width: LINE,
  } as const;
  const start = { kind: 'disc', x: from, y, radius: dot, fill: colour } as const;
  if (!isOpen) return [bar, start, { kind: 'disc', x: to, y, radius: dot, fill: colour }];
  const tip = Math.min(end, to + OPEN);
  const on = {
    kind: 'line',
    points: [
      [to, y],
      [tip - 1, y],
    ],
    stroke: colour,
    width: LINE,
    dashed: true,
  } as const;
  return [bar, start, on, arrow(tip, y, colour)];
}

function arrow(tip: number, y: number, stroke: string): Shape {
  const points = [
    [tip - 5, y - 5],
    [tip, y],
    [tip - 5, y + 5],
  ] as const;
  return { kind: 'line', points, stroke, width: 2 };
}

/** A diamond on a larger one in the card's colour, so that it is seen on a bar too. */
function diamond(x: number, y: number, fill: string): Shape[] {
  const rhombus = (half: number, colour: string): Shape => ({
    kind: 'polygon',
    points: [
      [x - half, y],
      [x, y - half],
      [x + half, y],
      [x, y + half],
    ],
    fill: colour,
  });
  return [rhombus(6, COLOURS.card), rhombus(4.5, fill)];
}
