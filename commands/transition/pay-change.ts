import {
  type Citation,
  citeAll,
  type KnowledgeBase,
  type PayBand,
  type Role,
} from '../../knowledge/index.ts';
import { LEVELS } from '../../knowledge/scales.ts';
import { joined, phrase, say, sayText } from '../../src/message/say.ts';
import { bold, code, type Text } from '../../src/reply.ts';
import { isHeadline, isOfRole } from '../views/comparable.ts';
import { basisName, levelWord } from '../views/names.ts';
import { datedSource, marketName, occupationOf } from '../views/pay.ts';
import { payRange, rounded } from '../views/format.ts';
import { labelled } from '../views/one-screen.ts';
import type { Section } from '../views/section.ts';
import { money } from '../../src/message/figures.ts';

/** Two figures of one source that count the same thing, for one role and for the other. */
interface Pair {
  readonly from: PayBand;
  readonly to: PayBand;
  /** Whether both are of the roles themselves: an occupation beside one has figures of its own, and no difference is theirs. */
  readonly isOwn: boolean;
}

/** What each source gives for both roles, side by side: computed only in that nobody else puts them together. */
export function payChangeSections(from: Role, to: Role, knowledge: KnowledgeBase): Section[] {
  const pairs = pairsOf(from, to);
  if (pairs.length === 0) return [];
  const items = pairs.map((pair): Text => {
    const { level, basis } = pair.from;
    const what = joined([marketName(pair.from), levelWord(level), basisName(basis)], ', ');
    return [bold(datedSource(pair.from, knowledge)), phrase` (${what}): `, ...figures(pair)];
  });
  const node = { kind: 'list', title: say('Pay side by side'), items } as const;
  return [{ evidence: citePairs(pairs), node, named: true }];
}

/** The first of them in a line. */
export function firstPayChange(from: Role, to: Role, knowledge: KnowledgeBase): Section[] {
  const [pair] = pairsOf(from, to);
  if (pair === undefined) return [];
  const { level, basis } = pair.from;
  const of = joined(
    [levelWord(level), basisName(basis), marketName(pair.from), datedSource(pair.from, knowledge)],
    ', ',
  );
  return [labelled({ name: say('Pay'), value: [...figures(pair), phrase` (${of})`] }, citePairs([pair]))];
}

/** Those of the roles themselves first. */
function pairsOf(from: Role, to: Role): Pair[] {
  const sources = [...new Set(from.pay.map((band) => band.source))];
  const pairs = sources.flatMap((source) => pairOf(source, from, to));
  return pairs.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

function isOwn(band: PayBand, { title, aliases }: Role): boolean {
  return isOfRole(band, [title, ...aliases]);
}

function citePairs(pairs: readonly Pair[]): Citation[] {
  return citeAll(pairs.flatMap((pair) => [pair.from, pair.to]));
}

/** The first level, from mid on, for which a source gives exactly one figure of the same kind for each role. */
function pairOf(source: string, from: Role, to: Role): Pair[] {
  const order = ['mid', 'all', ...LEVELS] as const;
  for (const level of order) {
    const [mine, theirs] = [from, to].map((role) =>
      role.pay.filter((band) => band.source === source && band.level === level && band.scope === undefined),
    );
    const [a, b] = [mine?.[0], theirs?.[0]];
    if (mine?.length === 1 && theirs?.length === 1 && a && b && isAlike(a, b))
      return [{ from: a, to: b, isOwn: isOwn(a, from) && isOwn(b, to) }];
  }
  return [];
}

function isAlike(a: PayBand, b: PayBand): boolean {
  const keys = ['basis', 'currency', 'region', 'workplace', 'per'] as const;
  const same = keys.every((key) => a[key] === b[key]) && a.period?.printed === b.period?.printed;
  return same && (a.low === undefined) === (b.low === undefined) && isHeadline(a) && isHeadline(b);
}

/** "$146K → $150K (+$4K)" for medians; ranges stand without a difference, which would blend them. */
function figures({ from, to, isOwn: isTheirs }: Pair): Text {
  const { currency } = from;
  const [low, high] = [payRange(from), payRange(to)];
  if (low !== undefined && high !== undefined) return [code(low), ' → ', code(high)];
  if (from.median === undefined || to.median === undefined) return [];
  const [before, after] = [rounded(from.median), rounded(to.median)];
  const change = after - before;
  const sign = change < 0 ? '−' : '+';
  const words = change === 0 ? say('the same') : phrase`${sign}${money(Math.abs(change), currency)}`;
  const [left, right] = [occupationOf(from), occupationOf(to)].map((said) => joined(said, ', '));
  const medians = { from: code(money(before, currency)), to: code(money(after, currency)) };
  const told = isTheirs
    ? sayText('median {from} → {to} ({words})', { ...medians, words })
    : sayText('median {from} → {to}', medians);
  return left === undefined || right === undefined || occupationOf(from).length === 0
    ? told
    : [...told, phrase` · ${left} → ${right}`];
}
