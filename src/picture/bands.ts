import type { SpokenScaled } from '../chart.ts';
import { axisOf, axisShapes } from './axis.ts';
import { bandShapes } from './bar.ts';
import { legend } from './legend.ts';
import { COLOURS, coloursFor, EDGE, TYPE, WIDTH } from './look.ts';
import type { Row } from './rows.ts';
import { layRows, OVERHANG } from './rows.ts';
import type { Drawing, Shape } from './shapes.ts';
import { textShape, titleShapes } from './shapes.ts';

/** Room for the figures of the axis, above the plot and below: the same scale stands at both ends. */
const AXIS = 20;

/** Bands on one scale: a row a band, under a heading a group. */
export function drawBands(chart: SpokenScaled): Drawing {
  const head = titleShapes(chart.title, chart.unit);
  const top = head.bottom + AXIS;
  const { rows, headings, height, plot } = layRows(chart.groups);
  const bottom = top + height;
  const axis = axisOf(chart, plot);
  const colour = coloursFor(rows.filter(({ band }) => band.part !== true).map(({ band }) => band.label));
  const bands = rows.map(({ band }) => band);
  const foot = legend(bands, chart.note, bottom + AXIS + 8, chart.language ?? 'en');
  return {
    height: foot.bottom,
    shapes: [
      ...head.shapes,
      ...axisShapes(axis, top, bottom),
      ...headings.map(({ lines, y }) => textShape(lines, TYPE.heading, { x: EDGE, y: top + y })),
      ...rows.flatMap((row) => [
        ...bandShapes(row.band, {
          x: axis.x,
          y: top + row.middle,
          end: plot.right + OVERHANG,
          colour: colour(row.owner),
        }),
        ...wordShapes(row, top),
      ]),
      ...foot.shapes,
    ],
  };
}

/** A name before its band and the figures after it. */
function wordShapes({ name, detail, figures, y, indent }: Row, top: number): Shape[] {
  const at = top + y;
  const x = EDGE + indent;
  return [
    textShape(name.lines, name.type, { x, y: at }),
    ...(detail === undefined
      ? []
      : [textShape(detail.lines, TYPE.small, { x: x + detail.x, y: at + detail.y, colour: COLOURS.quiet })]),
    textShape(figures, TYPE.label, { x: WIDTH - EDGE, y: at, align: 'right' }),
  ];
}
