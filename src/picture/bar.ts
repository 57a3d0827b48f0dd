import type { SpokenBand } from '../chart.ts';
import { COLOURS } from './look.ts';

/** Where a band is drawn: `x` turns a figure into a place, `end` is as far as an open end may reach. */
interface Place {
  readonly x: (figure: number) => number;
  readonly y: number;
  readonly end: number;
  readonly colour: string;
}

const HALF = 4;
const PART_HALF = 2;
/** An open end: the bar breaks up before its arrow, over so many pixels. */
const OPEN = 16;

/** A band as a bar from low to high, a diamond at its median, an arrow where it is open. */
export function barElement(band: SpokenBand, place: Place): object {
  const { low, high, open, median } = band;
  const half = band.part === true ? PART_HALF : HALF;
  const range = low === undefined ? [] : rangeOf(low, high, open === true, half, place);
  const middle =
    median === undefined
      ? []
      : [diamond(place.x(median), place.y, low === undefined ? place.colour : COLOURS.text)];
  return { type: 'group', children: [...range, ...middle] };
}

function rangeOf(low: number, high: number | undefined, open: boolean, half: number, place: Place): object[] {
  const { x, y, end, colour } = place;
  const from = x(low);
  const to = Math.max(from + 2, x(high ?? low));
  if (!open) return [bar(from, to, y, half, colour)];
  const tip = Math.min(end, to + OPEN);
  return [
    bar(from, to, y, half, colour),
    bar(tip - 14, tip - 11, y, half, colour),
    bar(tip - 9, tip - 7, y, half, colour),
    arrow(tip, y, half, colour),
  ];
}

function bar(from: number, to: number, y: number, half: number, fill: string): object {
  return {
    type: 'rect',
    shape: { x: from, y: y - half, width: to - from, height: 2 * half },
    style: { fill },
  };
}

function arrow(tip: number, y: number, half: number, stroke: string): object {
  const points = [
    [tip - 4, y - half - 0.5],
    [tip, y],
    [tip - 4, y + half + 0.5],
  ];
  return { type: 'polyline', shape: { points }, style: { stroke, lineWidth: 2, fill: 'none' } };
}

/** A diamond with an edge in the card's colour, so that it is seen on a bar too. */
function diamond(x: number, y: number, fill: string): object {
  const points = [
    [x - 5, y],
    [x, y - 5],
    [x + 5, y],
    [x, y + 5],
  ];
  return { type: 'polygon', shape: { points }, style: { fill, stroke: COLOURS.card, lineWidth: 1.5 } };
}
