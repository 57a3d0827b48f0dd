import type { KnowledgeBase, Level, PayBand, Role, Transition } from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/scales.ts';
import type { Band, BandGroup, Chart, Way } from '../../src/chart.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { measureOf } from './comparable.ts';
import { basisName, levelName, levelWord, roleTitle, sourceName } from './names.ts';
import { inMonths, payRange, yearsOf } from './format.ts';
import { datedSource, linesOf, occupationOf, type Scale, sharedYears } from './pay.ts';
import { durations, shortest } from './transitions.ts';
import { amount, enumerate, money } from '../../src/message/figures.ts';

/** The figures of a scale by level and source, as far as a picture has room: what its words say, to look at. */
export function payChart({ title }: Role, scale: Scale, knowledge: KnowledgeBase): Chart {
  const all = LEVELS.flatMap((level): LevelGroup[] => {
    const there = scale.bands.filter((band) => band.level === level);
    if (there.length === 0) return [];
    const years = sharedYears(there);
    const label = years === undefined ? levelName(level) : phrase`${levelName(level)} · ${yearsOf(years)}`;
    return [{ level, label, bands: linesOf(there).flatMap((line) => lineBands(line, knowledge)) }];
  });
  const { groups, left } = drawnGroups(all);
  const notes = [silentNote(scale.bands), left].filter((note) => note !== undefined);
  return {
    kind: 'bands',
    title: say('{role} · pay', { role: title }),
    unit: scale.label,
    currency: scale.bands[0]?.currency ?? 'USD',
    groups,
    ...(notes.length === 0 ? {} : { note: joined(notes, ' ') }),
  };
}

function lineBands({ band, parts }: ReturnType<typeof linesOf>[number], knowledge: KnowledgeBase): Band[] {
  const said = [
    // A picture of what is advertised, or earned, says so once.
    ...(measureOf(band) !== 'stated' || band.basis === 'unstated' ? [] : [basisName(band.basis)]),
    ...(band.scope === undefined ? [] : [band.scope]),
    ...occupationOf(band),
  ];
  return [
    { label: datedSource(band, knowledge), ...detailOf(said), ...figuresOf(band) },
    ...parts.map((part) => ({ label: part.scope ?? '', part: true, ...figuresOf(part) })),
  ];
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
    median === undefined ? [] : medianFigure(money(median, currency), low === undefined),
  ].flat();
  return {
    words: joined(said, ', '),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(open === undefined ? {} : { open }),
    ...(median === undefined ? {} : { median }),
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

/** The documented moves from and to a role. */
export function moveChart(
  role: Role,
  into: readonly Transition[],
  out: readonly Transition[],
  knowledge: KnowledgeBase,
): Chart {
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
        ...(months === undefined ? {} : { months }),
      })),
    })),
  };
}

/** The bands of a level. */
interface LevelGroup extends BandGroup {
  readonly level: Level;
}

/** What a picture shows of pay, and a sentence about what it leaves out. */
interface Drawn {
  readonly groups: readonly BandGroup[];
  readonly left: Said | undefined;
}

/** As many lines as stand in a picture that a phone shows whole: a band that says what it counts has two. */
const LINES = 17;

/** Levels that people ask about most come first. */
const FIRST: readonly Level[] = ['mid', 'senior', 'entry', 'all', 'lead', 'staff'];

/** The levels that a picture has room for, in their own order; a level that is too long by itself loses its last bands. */
function drawnGroups(groups: readonly LevelGroup[]): Drawn {
  const chosen = new Map<Level, readonly Band[]>();
  let room = LINES;
  for (const { level, bands } of FIRST.flatMap((each) => groups.filter((group) => group.level === each))) {
    const fitting = chosen.size === 0 ? fittingBands(bands, room - 1) : bands;
    const lines = 1 + lineCount(fitting);
    if (lines > room) continue;
    room -= lines;
    chosen.set(level, fitting);
  }
  const left = groups.flatMap(({ level, bands }) => {
    const missing = bands.length - (chosen.get(level)?.length ?? 0);
    return missing === 0
      ? []
      : [
          say('{level} ({n, plural, one {one figure} other {{words} figures}})', {
            level: levelWord(level),
            ...amount(missing),
          }),
        ];
  });
  return {
    groups: groups.flatMap(({ label, level }) => {
      const bands = chosen.get(level);
      return bands === undefined ? [] : [{ label, bands }];
    }),
    left: left.length === 0 ? undefined : say('Not drawn: {levels}.', { levels: enumerate(left) }),
  };
}

function lineCount(bands: readonly Band[]): number {
  return bands.reduce((sum, { detail }) => sum + (detail === undefined ? 1 : 1.5), 0);
}

function fittingBands(bands: readonly Band[], room: number): readonly Band[] {
  const most = bands.findLastIndex((_, at) => lineCount(bands.slice(0, at + 1)) <= room);
  return bands.slice(0, most + 1);
}
