import type { GraphicComponentOption } from 'echarts/components';
import type { Type } from './look.ts';
import { COLOURS, fontOf, LINE_HEIGHT, TYPE, WIDTH, EDGE } from './look.ts';
import { heightOf, wrap } from './measure.ts';

/** A thing drawn at a fixed place, in logical pixels from the upper left corner. */
export type Shape = NonNullable<Extract<GraphicComponentOption, { elements?: unknown }>['elements']>[number];

/** What is drawn, and how high it comes out. `option` has the axes, if any. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly option?: object;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Lines of words; `y` is the top of the first. */
export function textShape(lines: readonly string[], type: Type, { x, y, colour, align }: Placed): Shape {
  return {
    type: 'text',
    x,
    y,
    style: {
      text: lines.join('\n'),
      font: fontOf(type),
      fill: colour ?? COLOURS.text,
      lineHeight: type.size * LINE_HEIGHT,
      align: align ?? 'left',
      verticalAlign: 'top',
    },
    silent: true,
  };
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
