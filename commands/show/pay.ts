import type { KnowledgeBase } from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/schema.ts';
import type { Level, PayBand } from '../../knowledge/schema.ts';
import type { Inline, Text } from '../../src/reply.ts';
import { bold, code } from '../../src/reply.ts';
import { basisName, levelName } from './levels.ts';
import { money, payRange } from './money.ts';
import type { Piece } from './piece.ts';
import { yearsOf } from './words.ts';
import { sourceName } from './names.ts';

/** Figures that may stand side by side: of one region, in one currency, for the same stretch of time. */
export interface Scale {
  /** "US, a year" */
  readonly label: string;
  readonly bands: readonly PayBand[];
}

const PER: Readonly<Record<PayBand['per'], string>> = { year: 'a year', month: 'a month', hour: 'an hour' };

/** Bands by region, currency and stretch of time: never compared across those. The scale with most bands is first. */
export function payScales(bands: readonly PayBand[]): Scale[] {
  const scales = Map.groupBy(bands, ({ region, currency, per }) => `${region}, ${PER[per]}, ${currency}`);
  return Array.from(scales.values(), (group) => ({ label: scaleLabel(group), bands: group })).sort(
    (a, b) => b.bands.length - a.bands.length,
  );
}

function scaleLabel([band]: readonly PayBand[]): string {
  return band === undefined ? '' : `${band.region}, ${PER[band.per]}`;
}

/** The level that a short answer speaks of: mid, where any source has it. Parts of the market are left out. */
export function typicalBands({ bands }: Scale): {
  readonly level: Level;
  readonly bands: readonly PayBand[];
} {
  const whole = bands.filter((band) => band.scope === undefined && band.low !== undefined);
  const order: readonly Level[] = ['mid', 'all', 'senior', 'entry', 'staff', 'lead'];
  const level = order.find((each) => whole.some((band) => band.level === each)) ?? 'all';
  return { level, bands: whole.filter((band) => band.level === level) };
}

/** A list a level from the lowest up, a line a source; what a source says of the whole role comes last. */
export function payPieces({ bands }: Scale, knowledge: KnowledgeBase): Piece[] {
  return LEVELS.flatMap((level) => {
    const there = bands.filter((band) => band.level === level);
    if (there.length === 0) return [];
    const years = sharedYears(there);
    const title = years === undefined ? levelName(level) : `${levelName(level)} · ${yearsOf(years)}`;
    const items = linesOf(there).map((line) => bandText(line, years, knowledge));
    return [{ sources: there.map((band) => band.source), node: { kind: 'list', title, items }, named: true }];
  });
}

/** The years of experience, where every source that gives any gives the same. */
function sharedYears(bands: readonly PayBand[]): string | undefined {
  const given = new Set(bands.flatMap((band) => band.years ?? []));
  return given.size === 1 ? [...given][0] : undefined;
}

/** A band with what the same source says of parts of the market, such as top firms. */
interface Line {
  readonly band: PayBand;
  readonly parts: readonly PayBand[];
}

function linesOf(bands: readonly PayBand[]): Line[] {
  const whole = bands.filter((part) => !bands.some((band) => isPart(part, band)));
  return whole.map((band) => ({ band, parts: bands.filter((part) => isPart(part, band)) }));
}

/** Whether a band is of a part of the market, and another of the same source is of the whole of it. */
function isPart(part: PayBand, band: PayBand): boolean {
  return (
    part.scope !== undefined &&
    band.scope === undefined &&
    part.source === band.source &&
    part.basis === band.basis &&
    part.period === band.period
  );
}

function bandText({ band, parts }: Line, shared: string | undefined, knowledge: KnowledgeBase): Text {
  const said = [
    basisName(band.basis),
    ...(band.scope === undefined ? [] : [band.scope]),
    ...yearsSaid(band, shared),
    ...(band.n === undefined ? [] : [`n = ${band.n.toLocaleString('en-US')}`]),
  ];
  const period = band.period === undefined ? '' : `, ${band.period}`;
  return [
    ...figures(band),
    ` ${sourceName(band.source, knowledge)}${period} · ${said.join(' · ')}`,
    ...parts.flatMap((part): Text => [` (${part.scope ?? ''} `, ...figures(part), ')']),
  ];
}

function yearsSaid({ level, years }: PayBand, shared: string | undefined): string[] {
  if (years !== undefined) return years === shared ? [] : [yearsOf(years)];
  return shared === undefined || level === 'all' ? [] : ['no years given'];
}

/** The numbers of a band: its range, its median, and how the rest spreads. */
function figures(band: PayBand): Text {
  const range = payRange(band);
  const said = [
    ...(range === undefined ? [] : [{ label: '', figure: range }]),
    ...figure('median ', band.currency, band.median),
    ...spread('middle half ', band.currency, band.p25, band.p75),
    ...spread('p10–p90 ', band.currency, band.p10, band.p90),
  ];
  return said.flatMap(({ label, figure: shown }, at): Inline[] => [
    `${at > 0 ? ', ' : ''}${label}`,
    code(shown),
  ]);
}

interface Figure {
  readonly label: string;
  readonly figure: string;
}

function figure(label: string, currency: string, amount: number | undefined): Figure[] {
  return amount === undefined ? [] : [{ label, figure: money(amount, currency) }];
}

function spread(
  label: string,
  currency: string,
  low: number | undefined,
  high: number | undefined,
): Figure[] {
  if (low !== undefined && high !== undefined)
    return [{ label, figure: `${money(low, currency)}–${money(high, currency)}` }];
  return [...figure(`${label}from `, currency, low), ...figure(`${label}to `, currency, high)];
}

/** How each source puts a level: its own name and years for it, and what it adds; what its figures mean, if asked. */
export function mappingPieces(
  bands: readonly PayBand[],
  knowledge: KnowledgeBase,
  { meaning }: { readonly meaning: boolean } = { meaning: true },
): Piece[] {
  const bySource = Map.groupBy(bands, (band) => band.source);
  return Array.from(bySource).flatMap(([source, own]): Piece[] => {
    const means = meaning ? knowledge.sources.get(source)?.payMeans : undefined;
    const items = [...(means === undefined ? [] : [[means]]), ...own.flatMap(mappingText)];
    const title = sourceName(source, knowledge);
    return items.length === 0
      ? []
      : [{ sources: [source], node: { kind: 'list', title, items }, named: true }];
  });
}

function mappingText({ level, scope, title, years, note }: PayBand): Text[] {
  const said = [title, years === undefined ? undefined : yearsOf(years)].filter((part) => part !== undefined);
  // What a source says of a part of the market stands under its own level, where the years are already given.
  const name = scope === undefined ? said.join(', ') : (title ?? '');
  if (name === '' && note === undefined) return [];
  const head = scope === undefined ? levelName(level) : `${levelName(level)}, ${scope}`;
  return [[bold(head), `: ${[name, note].filter(Boolean).join('. ')}`]];
}
