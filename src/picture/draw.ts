import { createCanvas } from '@napi-rs/canvas';
import type { SpokenChart } from '../chart.ts';
import { drawingOf } from './drawing.ts';
import { ALL_COLOURS, COLOURS, DENSITY, WIDTH } from './look.ts';
import { paint } from './paint.ts';
import { encodePng } from './png.ts';

/** Draws a chart as a PNG of 800 pixels' width, in its own language; the same chart gives the same bytes. */
export async function draw(chart: SpokenChart): Promise<Uint8Array> {
  const { height, shapes } = drawingOf(chart);
  const canvas = createCanvas(WIDTH * DENSITY, height * DENSITY);
  try {
    const context = canvas.getContext('2d');
    context.scale(DENSITY, DENSITY);
    context.fillStyle = COLOURS.card;
    context.fillRect(0, 0, WIDTH, height);
    for (const shape of shapes) paint(context, shape);
    return await encodePng(canvas.data(), canvas.width, canvas.height, ALL_COLOURS);
  } finally {
    // Frees the pixels now: the garbage collector does not know how large they are.
    canvas.width = 1;
    canvas.height = 1;
  }
}
