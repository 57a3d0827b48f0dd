import { createCanvas } from '@napi-rs/canvas';
import { CustomChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { SpokenChart } from '../chart.ts';
import { drawingOf } from './drawing.ts';
import { ALL_COLOURS, COLOURS, DENSITY, WIDTH } from './look.ts';
import { encodePng } from './png.ts';

use([CustomChart, GraphicComponent, GridComponent, CanvasRenderer]);
// The library asks for a DOM's canvas; this one behaves alike.
setPlatformAPI({ createCanvas: () => createCanvas(1, 1) });

/** Draws a chart as a PNG of 800 pixels' width, in its own language; the same chart gives the same bytes. */
export async function draw(chart: SpokenChart): Promise<Uint8Array> {
  const { height, shapes, option } = drawingOf(chart);
  const canvas = createCanvas(WIDTH * DENSITY, height * DENSITY);
  const view = init(canvas, null, {
    width: WIDTH,
    height,
    devicePixelRatio: DENSITY,
  });
  try {
    view.setOption({ animation: false, backgroundColor: COLOURS.card, graphic: shapes, ...option });
    return await encodePng(canvas.data(), canvas.width, canvas.height, ALL_COLOURS);
  } finally {
    view.dispose();
    // Frees the pixels now: the garbage collector does not know how large they are.
    canvas.width = 1;
    canvas.height = 1;
  }
}
