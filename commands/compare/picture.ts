import type { KnowledgeBase, Level, Role } from '../../knowledge/index.ts';
import type { Band, BandGroup } from '../../src/chart.ts';
import { enumerate } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import { picture } from '../../src/reply.ts';
import { detailOf, figuresOf } from '../views/charts.ts';
import { basisName, levelName, levelWord, medianName, sourceName } from '../views/names.ts';
import { datedSource, measuresOf, occupationOf, payScales, type Scale } from '../views/pay.ts';
import type { Section } from '../views/section.ts';
import { citeRow, isCompared, type PayRow } from './pay.ts';

/** "ML Engineer vs Data Scientist" */
export function versusTitle(roles: readonly Role[]): Said {
  return joined(
    roles.flatMap(({ title }, at) => (at === 0 ? [title] : [say('vs'), title])),
    ' ',
  );
}

/** The figures that can be compared to look at, a picture a scale. */
export function drawnPay(
  rows: readonly PayRow[],
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): Section[] {
  const compared = rows.filter(isCompared);
  return payScales(compared.map(({ band }) => band))
    .flatMap(measuresOf)
    .map((scale) => {
      const there = compared.filter(({ band }) => scale.bands.includes(band));
      return scaleSection(scale, there, roles, knowledge);
    });
}

/** A row of figures as a picture shows it. */
interface Drawn {
  readonly row: PayRow;
  readonly group: BandGroup;
}

function scaleSection(
  { label, bands }: Scale,
  rows: readonly PayRow[],
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): Section {
  const all = rows.map((row): Drawn => ({ row, group: groupOf(row, roles, knowledge) }));
  const title = say('Pay: {role}', { role: versusTitle(roles) });
  const shown = thoseThatFit(all, LINES - Math.floor(lettersOf(title) / TITLE));
  const left = all.filter((each) => !shown.includes(each)).map(({ row }) => leftOut(row, knowledge));
  const chart = {
    kind: 'compare',
    title,
    unit: label,
    currency: bands[0]?.currency ?? 'USD',
    groups: shown.map(({ group }) => group),
    ...(left.length === 0 ? {} : { note: say('Not drawn: {levels}.', { levels: enumerate(left) }) }),
  } as const;
  return { evidence: shown.flatMap(({ row }) => citeRow(row)), node: picture(chart), named: true };
}

/** As many lines as stand in a picture that a phone shows whole. */
const LINES = 16;
/** A title of more letters goes on in another line. */
const TITLE = 40;

/** Levels that people ask about most come first. */
const FIRST: readonly Level[] = ['mid', 'senior', 'entry', 'all', 'lead', 'staff'];

/** As much as a picture has room for: what is known of most of the roles first; if nothing fits, the shortest alone. */
function thoseThatFit(all: readonly Drawn[], lineCount: number): Drawn[] {
  const unknown = ({ row }: Drawn) => row.cells.filter((bands) => bands.length === 0).length;
  const level = ({ row }: Drawn) => FIRST.indexOf(row.level);
  const chosen = new Set<Drawn>();
  let room = lineCount;
  for (const each of all.toSorted((a, b) => unknown(a) - unknown(b) || level(a) - level(b))) {
    const lines = linesOf(each.group);
    if (lines > room) continue;
    room -= lines;
    chosen.add(each);
  }
  if (chosen.size > 0) return all.filter((each) => chosen.has(each));
  return all.toSorted((a, b) => linesOf(a.group) - linesOf(b.group)).slice(0, 1);
}

/** A heading of more letters goes on in a second line. */
const HEADING = 45;

/** How long words are in English: what is chosen must not differ by who reads it. */
function lettersOf(said: Said): number {
  return speak(said, 'en').length;
}

function linesOf({ label, bands }: BandGroup): number {
  const heading = lettersOf(label) > HEADING ? 1.7 : 1.2;
  return bands.reduce((sum, { detail }) => sum + (detail === undefined ? 1 : 1.5), heading);
}

/** "whole role (BLS wages)" */
function leftOut({ level, source }: PayRow, knowledge: KnowledgeBase): Said {
  return phrase`${levelWord(level)} (${sourceName(source, knowledge)})`;
}

function groupOf(
  { level, band, cells }: PayRow,
  roles: readonly Role[],
  knowledge: KnowledgeBase,
): BandGroup {
  const what = band.low === undefined ? medianName(band.basis) : basisName(band.basis);
  return {
    label: phrase`${levelName(level)} · ${datedSource(band, knowledge)}, ${what}`,
    bands: cells.flatMap((bands, at) =>
      bands.map((each): Band => ({
        label: roles[at]?.title ?? '',
        ...detailOf(occupationOf(each)),
        ...figuresOf(each),
      })),
    ),
  };
}
