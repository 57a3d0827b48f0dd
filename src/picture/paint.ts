import type { SKRSContext2D } from '@napi-rs/canvas';
import { fontOf, LINE_HEIGHT } from './look.ts';
import type { Point, Shape } from './shapes.ts';

const DASHES = [3, 3];

/** Paints one shape on a canvas. */
export function paint(context: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'text':
      return paintText(context, shape);
    case 'line':
      return paintLine(context, shape);
    case 'box':
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      break;
    case 'disc':
      context.beginPath();
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
      break;
    case 'polygon':
      trace(context, shape.points);
      context.closePath();
  }
  context.fillStyle = shape.fill;
  context.fill();
}

function paintText(context: SKRSContext2D, shape: Extract<Shape, { kind: 'text' }>): void {
  const { lines, type, x, y, colour, align } = shape;
  const height = type.size * LINE_HEIGHT;
  context.font = fontOf(type);
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'middle';
  for (const [at, line] of lines.entries()) context.fillText(line, x, y + (at + 0.5) * height);
}

function paintLine(context: SKRSContext2D, shape: Extract<Shape, { kind: 'line' }>): void {
  const { points, stroke, width, dashed = false, bent = false } = shape;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.setLineDash(dashed ? DASHES : []);
  if (bent) traceBend(context, points);
  else trace(context, points);
  context.stroke();
}

function trace(context: SKRSContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
}

/** Leaves and arrives level. */
function traceBend(context: SKRSContext2D, points: readonly Point[]): void {
  const [first = [0, 0], last = first] = [points[0], points.at(-1)];
  const half = (first[0] + last[0]) / 2;
  context.beginPath();
  context.moveTo(...first);
  context.bezierCurveTo(half, first[1], half, last[1], ...last);
}
