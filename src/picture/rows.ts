import type { SpokenBand, SpokenGroup } from '../chart.ts';
import type { Type } from './look.ts';
import { EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, widthOf, wrap } from './measure.ts';

/** A band with its words set, `y` from the top of the plot: the words in a line, the bar below them. */
export interface Row {
  readonly band: SpokenBand;
  /** The label of the band it is a part of; its own otherwise. */
  readonly owner: string;
  readonly name: { readonly lines: readonly string[]; readonly type: Type };
  /** Beside the name where there is room, below it otherwise. */
  readonly detail?: { readonly lines: readonly string[]; readonly x: number; readonly y: number };
  readonly figures: readonly string[];
  readonly indent: number;
  readonly y: number;
  /** The height at which its bar runs. */
  readonly middle: number;
}

interface Heading {
  readonly lines: readonly string[];
  readonly y: number;
}

interface Rows {
  readonly rows: readonly Row[];
  readonly headings: readonly Heading[];
  readonly height: number;
}

const ROOM = WIDTH - 2 * EDGE;
/** Figures in words are no wider than this; longer ones go on in another line. */
const FIGURES = 180;
const GAP = 6;
const INDENT = 10;
const BAR = 8;
const BETWEEN_ROWS = 4;
const BETWEEN_GROUPS = 13;

/** Sets the words of all bands, one below the other. */
export function layRows(groups: readonly SpokenGroup[]): Rows {
  const rows: Row[] = [];
  const headings: Heading[] = [];
  let y = 4;
  for (const group of groups) {
    const lines = wrap(group.label, TYPE.heading, ROOM);
    headings.push({ lines, y });
    y += heightOf(lines.length, TYPE.heading) + 3;
    for (const band of group.bands) {
      const owner = band.part === true ? (rows.at(-1)?.owner ?? band.label) : band.label;
      const row = layRow(band, owner, y);
      rows.push(row);
      y = row.middle + BAR / 2 + BETWEEN_ROWS;
    }
    y += BETWEEN_GROUPS - BETWEEN_ROWS;
  }
  return { rows, headings, height: y - BETWEEN_GROUPS + BETWEEN_ROWS };
}

function layRow(band: SpokenBand, owner: string, y: number): Row {
  const indent = band.part === true ? INDENT : 0;
  const figures = wrap(band.words, TYPE.label, FIGURES);
  const taken = Math.max(...figures.map((line) => widthOf(line, TYPE.label)));
  const room = ROOM - indent - taken - 2 * GAP;
  const type = band.part === true ? TYPE.small : TYPE.label;
  const lines = wrap(band.label, type, room);
  const detail = band.detail === undefined ? undefined : layDetail(band.detail, lines, type, room);
  const words = Math.max(
    heightOf(lines.length, type),
    detail?.bottom ?? 0,
    heightOf(figures.length, TYPE.label),
  );
  return {
    band,
    owner,
    name: { lines, type },
    ...(detail === undefined ? {} : { detail }),
    figures,
    indent,
    y,
    middle: y + words + 1 + BAR / 2,
  };
}

function layDetail(words: string, name: readonly string[], type: Type, room: number) {
  const last = widthOf(name.at(-1) ?? '', type) + GAP;
  const beside = name.length === 1 && last + widthOf(words, TYPE.small) <= room;
  const lines = beside ? [words] : wrap(words, TYPE.small, room);
  const y = beside ? 1 : heightOf(name.length, type);
  return { lines, x: beside ? last : 0, y, bottom: y + heightOf(lines.length, TYPE.small) };
}
