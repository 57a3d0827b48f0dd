import type { KnowledgeBase, Level, PayBand, Role } from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/scales.ts';
import { money, moneyRange, numeral, sentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, phrase, say, sayText } from '../../src/message/say.ts';
import { bold, code, type Text } from '../../src/reply.ts';
import { isHeadline, isOfRole } from './comparable.ts';
import { basisName, levelName, medianName, sourceName } from './names.ts';
import { datedSource, type Scale, typicalBands } from './pay.ts';
import { rounded } from './format.ts';

/** A line of a summary of pay, with the figures that it rests on. */
export interface PayLine {
  readonly text: Text;
  readonly bands: readonly PayBand[];
}

/**
 * What a role pays on one scale, on a phone: the level that most people ask for as each source has it, the other levels
 * by the source that gives most of them, what is advertised, and what surveys of wages count. Figures are rounded to
 * thousands; none is blended, and each says what it counts, of whom, by whom and of how many.
 */
export function payLines({ title }: Role, scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const lines = [
    ...typicalLines(scale, knowledge),
    ...otherLevels(scale, knowledge),
    ...advertisedLines(title, scale, knowledge),
    ...wageLines(title, scale, knowledge),
  ];
  return lines.length > 0 ? lines : fewRows(title, scale, knowledge);
}

/** The first of those figures by itself, where a line is all there is room for. */
export function payHeadline(role: Role, scale: Scale, knowledge: KnowledgeBase): PayLine | undefined {
  const [first] = payLines(role, scale, knowledge);
  const [band] = first?.bands ?? [];
  if (band === undefined) return undefined;
  const { text } = payLines(role, { ...scale, bands: [band] }, knowledge)[0] ?? { text: [] };
  return { text: band.low === undefined ? medianLine(band, role.title, knowledge) : text, bands: [band] };
}

/** "Median wage $104K Web Developers (BLS wages, May 2025)", "Advertised median $180K (Backend Engineer, aijobs.net, 2024–25, 120 rows)" */
function medianLine(band: PayBand, title: string, knowledge: KnowledgeBase): Text {
  const figure = code(medianOf(band) ?? '');
  const kind = sentence(medianName(band.basis));
  if (band.n !== undefined) return [phrase`${kind} ${figure} (${rowsOf(band, knowledge, title)})`];
  return [phrase`${kind} ${figure} ${band.title ?? title} (${datedSource(band, knowledge)})`];
}

/** Ranges at the typical level: what is counted first, then those that do not say what they count. */
function typicalLines(scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const { level, bands } = typicalBands(scale);
  const stated = bands.filter(({ basis }) => basis !== 'unstated');
  const unstated = bands.filter(({ basis }) => basis === 'unstated');
  const label = levelName(level);
  const counted = stated.map(
    (band) => phrase`${code(range(band))} ${basisName(band.basis)} (${sourceName(band.source, knowledge)})`,
  );
  const others = unstated.map((band) => phrase`${code(range(band))} (${sourceName(band.source, knowledge)})`);
  const first: Text = [bold(phrase`${label}: `), joined(counted, ' · ')];
  const saying = { level: label, figures: joined(others, ' · ') };
  const rest =
    counted.length > 0
      ? sayText('basis not said: {figures}', saying)
      : sayText('{level}, basis not said: {figures}', saying);
  return [
    ...(counted.length > 0 ? [{ text: first, bands: stated }] : []),
    ...(others.length > 0 ? [{ text: rest, bands: unstated }] : []),
  ];
}

/** The other levels by the source that gives most of them; of two, the one that says what it counts. */
function otherLevels(scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const typical = typicalBands(scale);
  const levels = scale.bands.filter(
    (band) =>
      band.low !== undefined && band.scope === undefined && !isOneOf(band.level, typical.level, 'all'),
  );
  const counts = (source: string) =>
    typical.bands.some((band) => band.source === source && band.basis !== 'unstated');
  const [most] = [...Map.groupBy(levels, ({ source }) => source)].toSorted(
    ([a, its], [b, others]) => others.length - its.length || Number(counts(b)) - Number(counts(a)),
  );
  if (most === undefined) return [];
  const [source, bands] = most;
  return [{ text: levelsText(inOrder(bands), sourceName(source, knowledge)), bands }];
}

/** "Entry $120K–$155K · Senior $195K–$260K (DecipherU, basis not said)" */
function levelsText(bands: readonly PayBand[], source: string): Text {
  const [basis, ...others] = new Set(bands.map((band) => band.basis));
  const isMixed = others.length > 0;
  const said = bands.map((band) => {
    const figure = phrase`${levelName(band.level)} ${code(range(band))}`;
    return isMixed && band.basis !== 'unstated' ? phrase`${figure} ${basisName(band.basis)}` : figure;
  });
  const levels = joined(said, ' · ');
  if (isMixed && bands.some((band) => band.basis === 'unstated'))
    return sayText('{levels} ({source}; basis not said where none is named)', { levels, source });
  return isMixed || basis === undefined
    ? [phrase`${levels} (${source})`]
    : [phrase`${levels} (${source}, ${basisName(basis)})`];
}

/** "Advertised median $178K (aijobs.net, 2024–25, 960 rows)", and by level where a source has them. */
function advertisedLines(title: string, scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const rows = scale.bands.filter(
    (band) => band.basis === 'advertised' && band.scope === undefined && isHeadline(band),
  );
  const counted = rows.filter(({ level }) => level === 'all').toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0));
  // A source may count several titles for a role: the one with most rows stands for it.
  const whole = counted.filter(
    (band, at) => counted.findIndex(({ source }) => source === band.source) === at,
  );
  const [leading] = whole;
  const figures = whole.flatMap((band) => {
    const figure = medianOf(band);
    return figure === undefined ? [] : [phrase`${code(figure)} (${rowsOf(band, knowledge, title)})`];
  });
  const levels = inOrder(
    rows.filter(
      (band) => band.level !== 'all' && band.source === leading?.source && band.title === leading.title,
    ),
  );
  return [
    ...(figures.length === 0
      ? []
      : [
          {
            text: sayText('Advertised median {figures}; an advertisement is about two rows', {
              figures: joined(figures, ' · '),
            }),
            bands: whole,
          },
        ]),
    ...(levels.length === 0 || typicalBands(scale).bands.length > 0
      ? []
      : [{ text: advertisedLevels(levels, knowledge), bands: levels }]),
  ];
}

/** Pay by level in a line: the ranges of the source that gives most levels, or the medians of advertisements. */
export function levelLines(scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const ranges = otherLevels(scale, knowledge);
  if (ranges.length > 0) return ranges;
  const counted = scale.bands.filter(
    (band) => band.basis === 'advertised' && band.level !== 'all' && isHeadline(band),
  );
  const [most] = [
    ...Map.groupBy(counted, ({ source, title }) => `${source} ${title ?? ''}`).values(),
  ].toSorted((a, b) => b.length - a.length);
  if (most === undefined) return [];
  const bands = inOrder(most);
  const levels = say('Advertised medians: {levels}', {
    levels: joined(advertisedLevels(bands, knowledge), ''),
  });
  return [{ text: [levels], bands }];
}

function advertisedLevels(levels: readonly PayBand[], knowledge: KnowledgeBase): Text {
  const said = levels.flatMap((band) => {
    const figure = medianOf(band);
    return figure === undefined
      ? []
      : [phrase`${levelName(band.level)} ${code(figure)} (n = ${numeral(band.n ?? 0)})`];
  });
  return [phrase`${joined(said, ' · ')}, ${sourceName(levels[0]?.source ?? '', knowledge)}`];
}

function rowsOf(band: PayBand, knowledge: KnowledgeBase, title: string): Said {
  const rows = say('{rows} rows', { rows: numeral(band.n ?? 0) });
  return joined([band.title ?? title, datedSource(band, knowledge), rows], ', ');
}

/** What surveys of wages count: the newest survey, each occupation by its name, and whether it is this role at all. */
function wageLines(title: string, scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const wages = scale.bands.filter((band) => band.basis === 'wage');
  const newest = wages.toSorted((a, b) => timeOf(b) - timeOf(a))[0];
  const bands = wages.filter((band) => band.source === newest?.source);
  if (newest === undefined) return [];
  const figures = bands.flatMap((band) => {
    const figure = medianOf(band);
    return figure === undefined ? [] : [phrase`${code(figure)} ${band.title ?? title}`];
  });
  const values = {
    figures: joined(figures, ' · '),
    source: datedSource(newest, knowledge),
  };
  const text = bands.some((band) => isOfRole(band, [title]))
    ? sayText('Median wage {figures} ({source})', values)
    : sayText('No survey of wages counts this role apart; median {figures} ({source})', values);
  return [{ text, bands }];
}

/** Where nothing else is there: the median of a few rows, with how few they are. */
function fewRows(title: string, scale: Scale, knowledge: KnowledgeBase): PayLine[] {
  const bands = scale.bands.filter((band) => band.median !== undefined);
  const whole = bands.filter(({ level }) => level === 'all');
  const shown = whole.length > 0 ? whole : bands;
  return shown.map((band) => ({
    text: sayText('Only few rows: {basis} median {figure} ({rows})', {
      basis: basisName(band.basis),
      figure: code(medianOf(band) ?? ''),
      rows: rowsOf(band, knowledge, title),
    }),
    bands: [band],
  }));
}

const timeOf = ({ period }: PayBand): number => (period?.year ?? 0) * 12 + (period?.month ?? 0);

const isOneOf = (level: Level, ...levels: readonly Level[]): boolean => levels.includes(level);

function inOrder(bands: readonly PayBand[]): PayBand[] {
  return bands.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

function range({ low = 0, high = low, open, currency }: PayBand): Said {
  return moneyRange(rounded(low), rounded(high), currency, open === true);
}

function medianOf({ median, currency }: PayBand): Said | undefined {
  return median === undefined ? undefined : money(rounded(median), currency);
}
