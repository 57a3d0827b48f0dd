import type { SpokenChart } from '../chart.ts';
import { drawBands } from './bands.ts';
import type { Drawing } from './shapes.ts';
import { drawTimeline } from './timeline.ts';
import { drawMap } from './ways.ts';

/** The shapes of a chart, and how high they stand in pixels; nothing is painted yet. */
export function drawingOf(chart: SpokenChart): Drawing {
  switch (chart.kind) {
    case 'bands':
    case 'compare':
      return drawBands(chart);
    case 'map':
      return drawMap(chart);
    case 'timeline':
      return drawTimeline(chart);
  }
}
