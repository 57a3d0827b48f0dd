import type { KnowledgeBase, Level, PayBand, Role, Transition } from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/scales.ts';
import type { Band, BandGroup, Chart, Way } from '../../src/chart.ts';
import { groupBySaid, joined, phrase, type Said, say } from '../../src/message/say.ts';
import { measureOf } from './comparable.ts';
import { basisName, levelName, levelWord, roleTitle, sourceName } from './names.ts';
import { inMonths, payRange, payFigure, rounded } from './format.ts';
import { datedSource, linesOf, occupationOf, type Scale } from './pay.ts';
import { durations, shortest } from './transitions.ts';
import { amount, enumerate, numeral } from '../../src/message/figures.ts';

/** The figures of a scale by source and level, as far as a picture has room: what its words say, to look at. */
export function payChart({ title }: Role, scale: Scale, knowledge: KnowledgeBase): Chart {
  const levels = LEVELS.map((level) => scale.bands.filter((band) => band.level === level));
  const all = levels.flatMap((there) => linesOf(there).map((line) => lineOf(line, knowledge)));
  const drawn = thoseThatFit(all);
  const notes = [silentNote(scale.bands), leftOut(all, drawn)].filter((note) => note !== undefined);
  const sources = [...new Set(drawn.map(({ source }) => source))];
  const bySource = drawn.toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source));
  const groups = groupBySaid(bySource, ({ heading }) => heading);
  return {
    kind: 'bands',
    title: say('{role} · pay', { role: title }),
    unit: scale.label,
    currency: scale.bands[0]?.currency ?? 'USD',
    groups: groups.map(groupOf),
    ...(notes.length === 0 ? {} : { note: joined(notes, ' ') }),
  };
}

/** A source's levels under what they are of; of how many people stands with each, or above where there is one. */
function groupOf([heading, lines]: readonly [Said, readonly Line[]]): BandGroup {
  const [only, ...others] = lines;
  if (others.length > 0) return { label: heading, bands: lines.flatMap(countedBands) };
  const label = only?.n === undefined ? heading : phrase`${heading} · n = ${numeral(only.n)}`;
  return { label, bands: only?.bands ?? [] };
}

function countedBands({ bands, n }: Line): Band[] {
  const [whole, ...parts] = bands;
  if (whole === undefined || n === undefined) return [...bands];
  return [{ ...whole, count: phrase`n = ${numeral(n)}` }, ...parts];
}

/** What a source says of a level: a band, with its parts. */
interface Line {
  readonly level: Level;
  readonly source: string;
  /** Whose figure it is and what it counts. */
  readonly heading: Said;
  readonly n: number | undefined;
  readonly bands: readonly Band[];
}

function lineOf({ band, parts }: ReturnType<typeof linesOf>[number], knowledge: KnowledgeBase): Line {
  const isSilent = measureOf(band) !== 'stated' || band.basis === 'unstated';
  const said = [...(isSilent ? [] : [basisName(band.basis)]), ...occupationOf({ ...band, n: undefined })];
  const scope = band.scope === undefined ? [] : [band.scope];
  return {
    level: band.level,
    source: band.source,
    n: band.n,
    heading: joined([datedSource(band, knowledge), ...said], ' · '),
    bands: [
      { label: joined([levelName(band.level), ...scope], ', '), ...figuresOf(band) },
      ...parts.map((part) => ({ label: part.scope ?? '', part: true, ...figuresOf(part) })),
    ],
  };
}

/** The small words under a band, where there are any. */
export function detailOf(said: readonly Said[]): { detail?: Said } {
  return said.length === 0 ? {} : { detail: joined(said, ' · ') };
}

/** The figures of a band, as numbers and in words. */
export function figuresOf(band: PayBand): Pick<Band, 'low' | 'high' | 'open' | 'median' | 'words'> {
  const { low, high, open, median, currency } = band;
  const said = [
    payRange(band) ?? [],
    median === undefined ? [] : medianFigure(payFigure(median, currency), low === undefined),
  ].flat();
  return {
    words: joined(said, ', '),
    ...(low === undefined ? {} : { low: rounded(low) }),
    ...(high === undefined ? {} : { high: rounded(high) }),
    ...(open === undefined ? {} : { open }),
    ...(median === undefined ? {} : { median: rounded(median) }),
  };
}

/** A median by itself needs no word: its kind stands beside the source. */
function medianFigure(figure: Said, alone: boolean): Said {
  return alone ? figure : say('median {figure}', { figure });
}

/** What a name without a word beside it means, where there is such a one. */
function silentNote(bands: readonly PayBand[]): Said | undefined {
  const isMixed = new Set(bands.map(({ basis }) => basis)).size > 1;
  const isSilent = bands.some(({ basis, scope }) => basis === 'unstated' && scope === undefined);
  if (!isSilent) return undefined;
  return isMixed
    ? say('Where no word stands beside a source, it does not say what its figure counts.')
    : say('The sources do not say what their figures count.');
}

/** The moves around a role. */
interface MovesAround {
  readonly into: readonly Transition[];
  readonly out: readonly Transition[];
  readonly further: readonly Way[];
}

/** The documented moves from and to a role, and what follows from two of them. */
export function moveChart(role: Role, { into, out, further }: MovesAround, knowledge: KnowledgeBase): Chart {
  const way =
    (end: 'from' | 'to') =>
    (move: Transition): Way => ({
      label: roleTitle(move[end], knowledge),
      words: durations(move, knowledge),
      timed: shortest(move) !== Infinity,
    });
  return {
    kind: 'map',
    title: say('{role} · ways in and out', { role: role.title }),
    role: role.title,
    into: into.map(way('from')),
    out: out.map(way('to')),
    further,
  };
}

/** Each source's road into a role as a timeline. */
export function roadChart({ title, roadmap }: Role, knowledge: KnowledgeBase): Chart {
  return {
    kind: 'timeline',
    title: say('{role} · roadmap', { role: title }),
    roads: roadmap.map(({ source, phases }) => ({
      label: sourceName(source, knowledge),
      phases: phases.map(({ name, months }) => ({
        label: name,
        words: months === undefined ? say('no duration documented') : inMonths(months),
        ...(months === undefined ? {} : { length: months }),
      })),
    })),
  };
}

/** As many rows as stand in a picture that a phone shows whole; a heading takes more room than a row. */
const ROWS = 31;
const HEADING = 1.6;

/** Levels that people ask about most come first. */
const FIRST: readonly Level[] = ['mid', 'senior', 'entry', 'all', 'lead', 'staff'];

/** The lines that a picture has room for, in their own order. */
function thoseThatFit(all: readonly Line[]): Line[] {
  const chosen = new Set<Line>();
  const headings = new Set<string>();
  let room = ROWS;
  for (const line of all.toSorted((a, b) => FIRST.indexOf(a.level) - FIRST.indexOf(b.level))) {
    const heading = JSON.stringify(line.heading);
    const rows = line.bands.length + (headings.has(heading) ? 0 : HEADING);
    if (rows > room) continue;
    room -= rows;
    headings.add(heading);
    chosen.add(line);
  }
  return all.filter((line) => chosen.has(line));
}

/** "Not drawn: entry (five figures)." */
function leftOut(all: readonly Line[], drawn: readonly Line[]): Said | undefined {
  const missing = Map.groupBy(
    all.filter((line) => !drawn.includes(line)),
    ({ level }) => level,
  );
  if (missing.size === 0) return undefined;
  const levels = Array.from(missing, ([level, lines]) =>
    say('{level} ({n, plural, one {one figure} other {{words} figures}})', {
      level: levelWord(level),
      ...amount(lines.reduce((sum, { bands }) => sum + bands.length, 0)),
    }),
  );
  return say('Not drawn: {levels}.', { levels: enumerate(levels) });
}
