import type { SpokenBand, SpokenGroup } from '../chart.ts';
import type { Type } from './look.ts';
import { EDGE, TYPE, WIDTH } from './look.ts';
import { heightOf, widthOf, wrap } from './measure.ts';

/** A band with its words set, `y` from the top of the plot. */
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
  /** From where to where on the card bars run. */
  readonly plot: { readonly left: number; readonly right: number };
}

const ROOM = WIDTH - 2 * EDGE;
/** Figures in words are no wider than this; longer ones go on in another line. */
const FIGURES = 180;
const GAP = 6;
const INDENT = 10;
const BAR = 8;
const BETWEEN_ROWS = 4;
const BETWEEN_GROUPS = 11;
/** The least room of bars that have their words on both sides. */
const LEAST = 100;
/** An open end goes on so far beyond the plot. */
export const OVERHANG = 16;

/** Sets the words of all bands, one below the other: on both sides of the bar where every one is short, else above it. */
export function layRows(groups: readonly SpokenGroup[]): Rows {
  const columns = columnsOf(groups);
  const rows: Row[] = [];
  const headings: Heading[] = [];
  let y = 4;
  for (const group of groups) {
    const lines = wrap(group.label, TYPE.heading, ROOM);
    headings.push({ lines, y });
    y += heightOf(lines.length, TYPE.heading) + 3;
    for (const band of group.bands) {
      const owner = band.part === true ? (rows.at(-1)?.owner ?? band.label) : band.label;
      const { row, bottom } = columns === undefined ? stacked(band, owner, y) : beside(band, owner, y);
      rows.push(row);
      y = bottom;
    }
    y += BETWEEN_GROUPS - BETWEEN_ROWS;
  }
  const plot = columns ?? { left: EDGE + INDENT + 12, right: WIDTH - EDGE - OVERHANG - 12 };
  return { rows, headings, height: y - BETWEEN_GROUPS + BETWEEN_ROWS, plot };
}

/** The room between names and figures; undefined where that is too little, or a band says more than its name. */
function columnsOf(groups: readonly SpokenGroup[]): Rows['plot'] | undefined {
  const bands = groups.flatMap((group) => group.bands);
  if (bands.some(({ detail }) => detail !== undefined)) return undefined;
  const names = Math.max(...bands.map((band) => indentOf(band) + widthOf(nameOf(band), typeOf(band))));
  const figures = Math.max(...bands.map(({ words }) => widthOf(words, TYPE.label)));
  const left = EDGE + names + 2 * GAP;
  const right = WIDTH - EDGE - figures - GAP - OVERHANG;
  return right - left < LEAST ? undefined : { left, right };
}

function indentOf({ part }: SpokenBand): number {
  return part === true ? INDENT : 0;
}

function nameOf({ label, count }: SpokenBand): string {
  return count === undefined ? label : `${label}, ${count}`;
}

function typeOf({ part }: SpokenBand): Type {
  return part === true ? TYPE.small : TYPE.label;
}

/** Name, bar and figures on one line. */
function beside(band: SpokenBand, owner: string, y: number): { row: Row; bottom: number } {
  const height = heightOf(1, TYPE.label);
  const name = { lines: [nameOf(band)], type: typeOf(band) };
  const row = { band, owner, name, figures: [band.words], indent: indentOf(band), y, middle: y + height / 2 };
  return { row, bottom: y + height + BETWEEN_ROWS - 1 };
}

/** Words on a line, the bar below them. */
function stacked(band: SpokenBand, owner: string, y: number): { row: Row; bottom: number } {
  const indent = indentOf(band);
  const type = typeOf(band);
  const figures = wrap(band.words, TYPE.label, FIGURES);
  const taken = Math.max(...figures.map((line) => widthOf(line, TYPE.label)));
  const room = ROOM - indent - taken - 2 * GAP;
  const lines = wrap(nameOf(band), type, room);
  const detail = band.detail === undefined ? undefined : layDetail(band.detail, lines, type, room);
  const words = Math.max(
    heightOf(lines.length, type),
    detail?.bottom ?? 0,
    heightOf(figures.length, TYPE.label),
  );
  const middle = y + words + 1 + BAR / 2;
  const more = detail === undefined ? {} : { detail };
  const row = { band, owner, name: { lines, type }, ...more, figures, indent, y, middle };
  return { row, bottom: middle + BAR / 2 + BETWEEN_ROWS };
}

function layDetail(words: string, name: readonly string[], type: Type, room: number) {
  const last = widthOf(name.at(-1) ?? '', type) + GAP;
  const isBeside = name.length === 1 && last + widthOf(words, TYPE.small) <= room;
  const lines = isBeside ? [words] : wrap(words, TYPE.small, room);
  const y = isBeside ? 1 : heightOf(name.length, type);
  return { lines, x: isBeside ? last : 0, y, bottom: y + heightOf(lines.length, TYPE.small) };
}
