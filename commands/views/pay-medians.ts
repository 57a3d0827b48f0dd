import type { KnowledgeBase, Level, PayBand } from '../../knowledge/index.ts';
import { enumerate, moneyRange, numeral, sentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { Text } from '../../src/reply.ts';
import { code } from '../../src/reply.ts';
import { isHeadline } from './comparable.ts';
import { levelLabel, medianName } from './names.ts';
import { datedSource } from './pay.ts';

/** As many medians as a first line has room for. */
const MEDIANS = 2;

/** The level that a median is told of: the whole role, where any source gives it. */
const LEVELS_FIRST: readonly Level[] = ['all', 'mid', 'senior', 'entry', 'staff', 'lead'];

/**
 * Medians of the whole role by source that may stand first: what pages state, of what is advertised the one title that
 * counts most, and wages.
 */
export function tellingMedians(bands: readonly PayBand[]): PayBand[][] {
  const known = bands.filter((band) => band.median !== undefined && isHeadline(band));
  const level = LEVELS_FIRST.find((each) => known.some((band) => band.level === each));
  const whole = known.filter((band) => band.level === level);
  const groups = [...Map.groupBy(whole, (band) => band.source).values()];
  const advertised = whole.filter((band) => band.basis === 'advertised');
  const most = advertised.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0)).slice(0, 1);
  const wages = groups.filter(([band]) => band?.basis === 'wage');
  const others = groups.filter(([band]) => band?.basis !== 'advertised' && band?.basis !== 'wage');
  return [...others, ...most.map((band) => [band]), ...wages].slice(0, MEDIANS);
}

/** "median wage $92,650 (Web Developers, BLS wages, May 2025)"; from the lowest to the highest of several occupations. */
export function medianText(group: readonly PayBand[], leads: boolean, knowledge: KnowledgeBase): Text {
  const [first] = group;
  const medians = group.flatMap(({ median }) => median ?? []);
  if (first === undefined) return [];
  const figure = moneyRange(Math.min(...medians), Math.max(...medians), first.currency);
  const median = first.basis === 'unstated' ? say('median') : medianName(first.basis);
  const kind = group.length > 1 ? say('{median} by occupation', { median }) : median;
  const level = first.level === 'all' ? [] : [phrase`${levelLabel(first.level)}: `];
  return [
    ...level,
    phrase`${leads && level.length === 0 ? sentence(kind) : kind} `,
    code(figure),
    phrase` (${whose(group, first, knowledge)})`,
  ];
}

/** Whose figure it is and who says so: "Data Engineer, aijobs.net, 2024–25, n = 6,349". */
function whose(group: readonly PayBand[], first: PayBand, knowledge: KnowledgeBase): Said {
  const { n, nearest } = first;
  const titles = group.flatMap(({ title }) => title ?? []);
  const said: Said[] = [
    ...(titles.length === 0 ? [] : [enumerate([...new Set(titles)])]),
    ...(nearest === true && group.length === 1 ? [say('the nearest occupation')] : []),
    datedSource(first, knowledge),
    ...(n === undefined || group.length > 1 ? [] : [phrase`n = ${numeral(n)}`]),
  ];
  return joined(said, ', ');
}
