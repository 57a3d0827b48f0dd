import type { Type } from './look.ts';
import { COLOURS, EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, wrap } from './measure.ts';

/** Logical pixels from the upper left corner of the card. */
export type Point = readonly [x: number, y: number];

/** What is painted, each at a fixed place. */
export type Shape =
  | {
      readonly kind: 'text';
      readonly lines: readonly string[];
      readonly type: Type;
      /** `y` is the top of the first line. */
      readonly x: number;
      readonly y: number;
      readonly colour: string;
      readonly align: 'left' | 'center' | 'right';
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'disc';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly Point[];
      readonly stroke: string;
      readonly width: number;
      readonly dashed?: boolean;
      /** From the first to the last point in one bend. */
      readonly bent?: boolean;
    }
  | { readonly kind: 'polygon'; readonly points: readonly Point[]; readonly fill: string };

/** What is painted, and how high it comes out. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Lines of words; `y` is the top of the first. */
export function textShape(
  lines: readonly string[],
  type: Type,
  { x, y, colour = COLOURS.text, align = 'left' }: Placed,
): Shape {
  return { kind: 'text', lines, type, x, y, colour, align };
}

/** A box with round corners. */
export function boxShape(
  { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>,
  fill: string,
  radius: number,
): Shape {
  return { kind: 'box', x, y, width, height, radius, fill };
}

/** The title of a picture, and how far down it reaches. */
export function titleShapes(
  title: string,
  below = '',
): { readonly shapes: Shape[]; readonly bottom: number } {
  const room = WIDTH - 2 * EDGE;
  const lines = wrap(title, TYPE.title, room);
  const y = EDGE + heightOf(lines.length, TYPE.title);
  const shapes = [textShape(lines, TYPE.title, { x: EDGE, y: EDGE })];
  if (below === '') return { shapes, bottom: y + 8 };
  const more = wrap(below, TYPE.small, room);
  shapes.push(textShape(more, TYPE.small, { x: EDGE, y: y + 2, colour: COLOURS.quiet }));
  return { shapes, bottom: y + 2 + heightOf(more.length, TYPE.small) + 8 };
}
