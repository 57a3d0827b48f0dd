import {
  type Citation,
  citeAll,
  type KnowledgeBase,
  type Level,
  type PayBand,
  type Role,
} from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/scales.ts';
import { amount, enumerate, moneyRange, numeral, sentence } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say, sayText } from '../../src/message/say.ts';
import { bold, code, type Text } from '../../src/reply.ts';
import { isHeadline, isOfRole } from '../views/comparable.ts';
import { basisName, levelName, levelWord, medianName, sourceName } from '../views/names.ts';
import { datedSource, marketName, occupationOf } from '../views/pay.ts';
import { join, payRange, payFigure, rounded } from '../views/format.ts';
import type { Section } from '../views/section.ts';

/** What one source gives of one kind for one level, for each role in turn: nothing, one figure or several. */
export interface PayRow {
  readonly source: string;
  readonly level: Level;
  readonly band: PayBand;
  readonly cells: readonly (readonly PayBand[])[];
}

/** Every figure of the roles as rows that may be compared; of parts of the market Pay tells. */
export function payRows(roles: readonly Role[]): PayRow[] {
  const all = roles.flatMap(({ pay }, at) =>
    pay.filter(({ scope }) => scope === undefined).map((band) => ({ at, band })),
  );
  const groups = [...Map.groupBy(all, ({ band }) => kindOf(band)).values()];
  return groups
    .flatMap((group): PayRow[] => {
      const [first] = group;
      if (first === undefined) return [];
      const cells = roles.map((_, at) => group.filter((each) => each.at === at).map(({ band }) => band));
      return [{ source: first.band.source, level: first.band.level, band: first.band, cells }];
    })
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** The figures of a row. */
export function citeRow({ cells }: PayRow): Citation[] {
  return citeAll(cells.flat());
}

/** Figures of the same kind count the same thing for the same level, time and place. */
function kindOf({ source, level, basis, region, workplace, currency, per, period, low }: PayBand): string {
  const counts = low === undefined ? 'median' : 'range';
  return [source, level, basis, region, workplace, currency, per, period?.printed, counts].join('|');
}

/** Whether more than one role has a figure of this kind. */
export function isCompared({ cells }: PayRow): boolean {
  return cells.filter((bands) => bands.length > 0).length > 1;
}

/** A list a level, a line a source: "aijobs.net (advertised median): SRE `$170K` · Data Engineer `$146.1K`". */
export function rowSections(
  rows: readonly PayRow[],
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): Section[] {
  return LEVELS.flatMap((level): Section[] => {
    const there = rows.filter((row) => row.level === level && isCompared(row));
    if (there.length === 0) return [];
    const items = there.map((row) => rowText(row, roles, knowledge));
    return [
      {
        evidence: there.flatMap(citeRow),
        node: { kind: 'list', title: phrase`${say('Pay')} · ${levelName(level)}`, items },
        named: true,
      },
    ];
  });
}

function rowText({ source, band, cells }: PayRow, roles: readonly Role[], knowledge: KnowledgeBase): Text {
  const what = joined(
    [
      marketName(band),
      basisName(band.basis),
      ...(band.low === undefined ? [say('median')] : []),
      ...(band.period === undefined ? [] : [band.period.printed]),
    ],
    ', ',
  );
  const figures = cells.map((bands, at): Text => [
    `${roles[at]?.title ?? ''} `,
    ...(bands.length === 0 ? [say('not given')] : cellText(bands, roles[at]?.title ?? '')),
  ]);
  return [bold(sourceName(source, knowledge)), phrase` (${what})\n`, ...join(figures, ' · ')];
}

/** One figure; from the lowest to the highest where a source gives one for each of several occupations. */
function cellText(bands: readonly PayBand[], role: string): Text {
  const [first] = bands;
  if (first === undefined) return [];
  if (bands.length === 1)
    return [code(payRange(first) ?? payFigure(first.median ?? 0, first.currency)), ...ofWhat(first, role)];
  if (first.low !== undefined)
    return join(
      bands.map((band): Text => [code(payRange(band) ?? '')]),
      phrase` ${say('and')} `,
    );
  const medians = bands.flatMap(({ median }) => median ?? []);
  const ends = [Math.min(...medians), Math.max(...medians)].map(rounded);
  const range = moneyRange(ends[0] ?? 0, ends[1] ?? 0, first.currency);
  const titles = bands.flatMap(({ title }) => title ?? []);
  return [
    ...sayText('{range} over {n} occupations', { range: code(range), n: numeral(bands.length) }),
    ...(titles.length === 0 ? [] : [phrase` (${enumerate(titles)})`]),
  ];
}

/** " (Web Developers, n = 4,262)": the occupation or title that a median is of, and how many were counted. */
function ofWhat(band: PayBand, role: string): Text {
  const said = occupationOf(band, role);
  return said.length === 0 ? [] : [phrase` (${joined(said, ', ')})`];
}

/** What only one role has a figure of: named and counted, since it cannot be compared. */
export function singleSections(
  rows: readonly PayRow[],
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): Section[] {
  const alone = rows.filter((row) => !isCompared(row));
  if (alone.length === 0) return [];
  const said = roles.flatMap(({ title }, at) => {
    const own = alone.filter(({ cells }) => (cells[at]?.length ?? 0) > 0);
    const bySource = Map.groupBy(own, ({ source }) => source);
    const names = Array.from(bySource, ([source, group]) => {
      const levels = new Set(group.map(({ level }) => level));
      return phrase`${sourceName(source, knowledge)} (${joined(Array.from(levels, levelWord), ', ')})`;
    });
    return names.length === 0 ? [] : [[bold(title), phrase`: ${joined(names, ' · ')}`]];
  });
  const node = { kind: 'list', title: say('Figures for one of them only'), items: said } as const;
  return [{ evidence: alone.flatMap(citeRow), node, named: true }];
}

/** Who pays more, by how many of the figures that can be compared; for more than two, the first place. */
export function verdict(rows: readonly PayRow[], roles: readonly Role[], knowledge: KnowledgeBase): Text {
  const compared = rows.filter(
    (row) => isCompared(row) && isOfRoles(row, roles) && row.cells.flat().every(isHeadline),
  );
  if (compared.length === 0) return [notComparable(roles.length)];
  const places = compared.map((row) => topOf(row));
  const wins = roles.map((_, at) => places.filter((place) => place === at).length);
  const most = Math.max(...wins);
  const leaders = roles.filter((_, at) => wins[at] === most).map(({ title }) => title);
  return [...leadersText(leaders, most, compared), ...tellingText(compared, roles, knowledge)];
}

/** Whether every figure of a row is of the role itself: one of an occupation beside it decides nothing. */
function isOfRoles({ cells }: PayRow, roles: readonly Role[]): boolean {
  return cells.every((bands, at) => {
    const { title = '', aliases = [] } = roles[at] ?? {};
    return bands.every((band) => isOfRole(band, [title, ...aliases]));
  });
}

export function notComparable(roles: number): Said {
  return roles === 2
    ? say('No source gives both roles a figure of the same kind, so their pay cannot be compared.')
    : say('No source gives two of the roles a figure of the same kind, so their pay cannot be compared.');
}

/** "ML Engineer pays more in 7 of 8 comparable figures by three sources that give more than one of them." */
function leadersText(leaders: readonly string[], most: number, compared: readonly PayRow[]): Text {
  const [leader = '', ...others] = leaders;
  if (compared.length === 1) return onlyFigureText(most === 0 ? undefined : leader);
  const figures = numeral(compared.length);
  if (most === 0) return [say('Of {figures} comparable figures none is clearly higher.', { figures })];
  const sources = amount(new Set(compared.map(({ source }) => source)).size);
  const values = { ...sources, most: numeral(most), figures };
  return others.length === 0
    ? sayText(
        '{role} pays more in {most} of {figures} comparable figures by {n, plural, one {one source that gives} other {{words} sources that give}} more than one of them.',
        { ...values, role: bold(leader) },
      )
    : [
        say(
          '{roles} are each higher in {most} of {figures} comparable figures by {n, plural, one {one source that gives} other {{words} sources that give}} more than one of them.',
          { ...values, roles: sentence(enumerate(leaders)) },
        ),
      ];
}

function onlyFigureText(leader: string | undefined): Text {
  return leader === undefined
    ? [say('The one figure that can be compared is not clearly higher for any of them.')]
    : sayText('{role} pays more in the one figure that can be compared.', { role: bold(leader) });
}

/** The role whose figure is the highest of a row that is compared; undefined where none clearly is, or two are the same. */
function topOf({ cells }: PayRow): number | undefined {
  const ends = cells.map(endsOf);
  const known = ends.flatMap((end, at) => (end === undefined ? [] : [{ at, ...end }]));
  const best = known.filter((one) => known.every((other) => one.low >= other.low && one.high >= other.high));
  return best.length === 1 ? best[0]?.at : undefined;
}

/** Both ends of what a source gives for a role; the same for a median. An open end is as high as it is printed. */
function endsOf(bands: readonly PayBand[]): { readonly low: number; readonly high: number } | undefined {
  const figures = bands.flatMap(({ low, high, median }) =>
    low === undefined ? (median ?? []) : [low, high ?? low],
  );
  return figures.length === 0 ? undefined : { low: Math.min(...figures), high: Math.max(...figures) };
}

/** The row that tells most in one line: of every role, the most observed, of the whole role or mid level. */
export function tellingRow(rows: readonly PayRow[], roles: readonly Role[]): PayRow | undefined {
  const order: readonly Level[] = ['mid', 'all', 'senior', 'entry', 'staff', 'lead'];
  const full = rows.filter(({ cells }) => cells.every((bands) => bands.length === 1));
  const seen = ({ cells }: PayRow) => Math.min(...cells.map((bands) => bands[0]?.n ?? 0));
  const own = (row: PayRow) => Number(isOfRoles(row, roles));
  return full
    .filter((row) => row.cells.every(([band]) => band === undefined || isHeadline(band)))
    .toSorted(
      (a, b) => own(b) - own(a) || seen(b) - seen(a) || order.indexOf(a.level) - order.indexOf(b.level),
    )[0];
}

/** "Advertised median, whole role: $190K Frontend Developer, $180K Backend Developer (aijobs.net, 2024–25)" */
export function tellingLine(row: PayRow, roles: readonly Role[], knowledge: KnowledgeBase): Text {
  const figures = row.cells.map((bands, at): Said => {
    const title = roles[at]?.title ?? '';
    return phrase`${title} ${joined(cellText(bands, title), '')}`;
  });
  const kind = row.band.low === undefined ? medianName(row.band.basis) : basisName(row.band.basis);
  return [
    bold(sentence(kind)),
    phrase`, ${levelWord(row.level)}: ${joined(figures, ' · ')}`,
    phrase` (${marketName(row.band)}, ${datedSource(row.band, knowledge)})`,
  ];
}

/** One row in words, so that the first line has figures too. */
function tellingText(rows: readonly PayRow[], roles: readonly Role[], knowledge: KnowledgeBase): Text {
  const row = tellingRow(rows, roles);
  if (row === undefined) return [];
  const figures = row.cells.map((bands, at): Text => {
    const title = roles[at]?.title ?? '';
    return [`${title} `, ...cellText(bands, title)];
  });
  const name = phrase`${datedSource(row.band, knowledge)}, ${marketName(row.band)}, ${levelWord(row.level)}`;
  return [phrase` ${name}: `, ...join(figures, ', '), '.'];
}
