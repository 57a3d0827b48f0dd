import type { SpokenScaled } from '../chart.ts';
import type { Axis } from './axis.ts';
import { axisOf } from './axis.ts';
import { barElement } from './bar.ts';
import { legend } from './legend.ts';
import { COLOURS, coloursFor, EDGE, TYPE, WIDTH } from './look.ts';
import type { Row } from './rows.ts';
import { layRows } from './rows.ts';
import type { Drawing } from './shapes.ts';
import { textShape, titleShapes } from './shapes.ts';

/** Room for the figures of the axis, above the plot and below. The same scale stands above the first rows and below the last. */
const AXIS = 20;
/** An open end reaches so far beyond the plot. */
const OVERHANG = 18;

/** Bands on one scale: a row a band, under a heading a group. */
export function drawBands(chart: SpokenScaled): Drawing {
  const head = titleShapes(chart.title, chart.unit);
  const top = head.bottom + AXIS;
  const { rows, headings, height } = layRows(chart.groups);
  const axis = axisOf(chart);
  const left = axis.left;
  const grid = { top, height, left, width: WIDTH - left - Math.max(axis.right, EDGE + OVERHANG) };
  const foot = legend(
    rows.map(({ band }) => band),
    chart.note,
    top + height + AXIS + 8,
    chart.language ?? 'en',
  );
  const shapes = [
    ...head.shapes,
    ...headings.map(({ lines, y }) => textShape(lines, TYPE.heading, { x: EDGE, y: top + y })),
    ...rows.flatMap((row) => wordShapes(row, top)),
    ...foot.shapes,
  ];
  const own = rows.filter(({ band }) => band.part !== true).map(({ band }) => band.label);
  return { height: foot.bottom, shapes, option: plot(axis, rows, grid, coloursFor(own)) };
}

type Grid = Readonly<Record<'top' | 'height' | 'left' | 'width', number>>;

function plot({ option }: Axis, rows: readonly Row[], grid: Grid, colour: (label: string) => string): object {
  return {
    grid,
    xAxis: [
      { ...option, position: 'top' },
      { ...option, position: 'bottom', splitLine: { show: false } },
    ],
    yAxis: { type: 'value', min: 0, max: grid.height, inverse: true, show: false },
    series: {
      type: 'custom',
      clip: false,
      silent: true,
      data: rows.map(({ middle }) => [0, middle]),
      renderItem: (
        { dataIndex }: { dataIndex: number },
        api: { coord: (at: [number, number]) => number[] },
      ) => {
        const row = rows[dataIndex];
        if (row === undefined) return undefined;
        const x = (figure: number) => Math.round((api.coord([figure, row.middle])[0] ?? 0) * 2) / 2;
        const end = grid.left + grid.width + OVERHANG;
        return barElement(row.band, { x, y: grid.top + row.middle, end, colour: colour(row.owner) });
      },
    },
  };
}

/** A name before its band and the figures after it, on the band's height. */
function wordShapes({ name, detail, figures, y, indent }: Row, top: number) {
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
