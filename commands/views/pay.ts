import { citeAll, type KnowledgeBase, type Level, type PayBand } from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/scales.ts';
import { money, numeral } from '../../src/message/figures.ts';
import { joined, message, phrase, type Said, say, sayText } from '../../src/message/say.ts';
import { code, type Text } from '../../src/reply.ts';
import { byMeasure, isHeadline, measureOf } from './comparable.ts';
import { basisName, levelName, medianName, regionName, sourceName } from './names.ts';
import { exactRange, yearsOf } from './format.ts';
import type { Section } from './section.ts';

/** Figures that may stand side by side: of one region, in one currency, for the same stretch of time. */
export interface Scale {
  /** "US, a year" */
  readonly label: Said;
  readonly bands: readonly PayBand[];
}

const PER: Readonly<Record<PayBand['per'], string>> = {
  year: message('{region}, a year'),
  month: message('{region}, a month'),
  hour: message('{region}, an hour'),
};

/** Bands by region, currency and stretch of time: never compared across those. The scale with most bands is first. */
export function payScales(bands: readonly PayBand[]): Scale[] {
  const scales = Map.groupBy(
    bands,
    ({ region, workplace = '', currency, per }) => `${region}, ${workplace}, ${per}, ${currency}`,
  );
  return Array.from(scales.values(), (group) => ({ label: scaleLabel(group), bands: group })).sort(
    (a, b) => b.bands.length - a.bands.length,
  );
}

function scaleLabel([band]: readonly PayBand[]): Said {
  return band === undefined ? '' : say(PER[band.per], { region: marketName(band) });
}

/** The figures of a scale that may be compared, a scale each: what is advertised and what is earned are two. */
export function measuresOf({ label, bands }: Scale): Scale[] {
  return byMeasure(bands).map((group) => {
    const [{ basis } = { basis: 'unstated' as const }] = group;
    const measure = measureOf({ basis }) === 'stated' ? [] : [basisName(basis)];
    return { label: joined([label, ...measure], ' · '), bands: group };
  });
}

/** Where a figure is of: "US", "US, remote". */
export function marketName({ region, workplace }: PayBand): Said {
  return workplace === undefined ? regionName(region) : phrase`${regionName(region)}, ${say('remote')}`;
}

/**
 * The level that a short answer speaks of: mid, where any source has it. Parts of the market are left out, and so is what
 * cannot be compared with the rest or rests on too few observations.
 */
export function typicalBands({ bands }: Scale): {
  readonly level: Level;
  readonly bands: readonly PayBand[];
} {
  const ranges = bands.filter((band) => band.scope === undefined && band.low !== undefined);
  const [whole = []] = byMeasure(ranges.filter(isHeadline));
  const order: readonly Level[] = ['mid', 'all', 'senior', 'entry', 'staff', 'lead'];
  const level = order.find((each) => whole.some((band) => band.level === each)) ?? 'all';
  return { level, bands: whole.filter((band) => band.level === level) };
}

/** A list a level from the lowest up, a line a source; what a source says of the whole role comes last. */
export function paySections({ bands }: Scale, knowledge: KnowledgeBase): Section[] {
  return LEVELS.flatMap((level) => {
    const there = bands.filter((band) => band.level === level);
    if (there.length === 0) return [];
    const years = sharedYears(there);
    const title = years === undefined ? levelName(level) : phrase`${levelName(level)} · ${yearsOf(years)}`;
    const items = linesOf(there).map((line) => bandText(line, there, knowledge));
    return [{ evidence: citeAll(there), node: { kind: 'list', title, items }, named: true }];
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

/** The bands of a level, ranges first, each with its parts. */
export function linesOf(bands: readonly PayBand[]): Line[] {
  const whole = bands.filter((part) => !bands.some((band) => isPart(part, band)));
  const rangesFirst = whole.toSorted((a, b) => Number(a.low === undefined) - Number(b.low === undefined));
  return rangesFirst.map((band) => ({ band, parts: bands.filter((part) => isPart(part, band)) }));
}

/** Whether a band is of a part of the market, and another of the same source is of the whole of it. */
function isPart(part: PayBand, band: PayBand): boolean {
  return (
    part.scope !== undefined &&
    band.scope === undefined &&
    part.source === band.source &&
    part.basis === band.basis &&
    part.period?.printed === band.period?.printed
  );
}

function bandText({ band, parts }: Line, there: readonly PayBand[], knowledge: KnowledgeBase): Text {
  const said = [
    counts(band),
    ...(band.scope === undefined ? [] : [band.scope]),
    ...yearsSaid(band, there),
    ...occupationOf(band),
  ];
  return [
    ...figure(band),
    phrase` ${datedSource(band, knowledge)} · ${joined(said, ' · ')}`,
    ...parts.flatMap((part): Text => [` (${part.scope ?? ''} `, ...figure(part), ')']),
  ];
}

/** The range of a band; its median where it has no range, or beside it. */
export function figure(band: PayBand): Text {
  const range = exactRange(band);
  const median = band.median === undefined ? undefined : code(money(band.median, band.currency));
  if (range === undefined) return median === undefined ? [] : [median];
  return median === undefined
    ? [code(range)]
    : [code(range), ' (', ...sayText('median {figure}', { figure: median }), ')'];
}

/** What a figure counts: "base + equity", "advertised median". */
export function counts({ basis, low }: PayBand): Said {
  return low === undefined ? medianName(basis) : basisName(basis);
}

/** The source with the time its figure is of, which some sources have in their name. */
export function datedSource({ source, period }: PayBand, knowledge: KnowledgeBase): string {
  const name = sourceName(source, knowledge);
  return period === undefined || name.includes(period.printed) ? name : `${name}, ${period.printed}`;
}

function yearsSaid({ level, years, low }: PayBand, there: readonly PayBand[]): Said[] {
  const shared = sharedYears(there);
  if (years !== undefined) return years === shared ? [] : [yearsOf(years)];
  return shared === undefined || level === 'all' || low === undefined ? [] : [say('no years given')];
}

/**
 * Whose pay it is, and of how many: "Web Developers", "the nearest occupation", "n = 4,262". What is `named` beside the
 * figure is not said again.
 */
export function occupationOf({ title, scope, low, nearest, n }: PayBand, named?: string): Said[] {
  const isTold = scope === undefined && low === undefined && title !== named;
  return [
    ...(title !== undefined && isTold ? [title] : []),
    ...(nearest === true ? [say('the nearest occupation')] : []),
    ...(n === undefined ? [] : [phrase`n = ${numeral(n)}`]),
  ];
}
