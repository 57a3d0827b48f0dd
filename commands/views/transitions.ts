import { cite, type KnowledgeBase, type Step, type Transition } from '../../knowledge/index.ts';
import { inSentence } from '../../src/message/figures.ts';
import { joined, message, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type ReplyNode, type Text } from '../../src/reply.ts';
import { labelled, optional, type Part, shrinking } from './one-screen.ts';
import type { Section } from './section.ts';
import { inMonths, join } from './format.ts';
import { sourceName } from './names.ts';

type Documented = Transition['documented'][number];
type Months = NonNullable<Documented['months']>;

/** "about 10 months", "6–12 months"; undefined where no duration is documented. */
export function monthsOf({ months }: Documented): Said | undefined {
  return months === undefined ? undefined : monthsText(months);
}

function monthsText({ about, low, high }: Months): Said | undefined {
  if (about !== undefined) return say('about {months}', { months: inMonths(about) });
  if (low !== undefined && high !== undefined) return phrase`${low}–${inMonths(high)}`;
  if (low !== undefined) return say('{months} or more', { months: inMonths(low) });
  return high === undefined ? undefined : say('up to {months}', { months: inMonths(high) });
}

/** How long a move takes by each source that documents it: "about 10 months (DecipherU)". */
export function durations(transition: Transition, knowledge: KnowledgeBase): Said {
  const said = transition.documented.flatMap((facts) => {
    const months = monthsOf(facts);
    return months === undefined ? [] : [phrase`${months} (${sourceName(facts.source, knowledge)})`];
  });
  if (said.length > 0) return joined(said, ', ');
  const names = transition.documented.map((facts) => sourceName(facts.source, knowledge));
  return phrase`${say('no duration documented')} (${names.join(', ')})`;
}

/** The shortest documented duration in months, to sort by; Infinity where none is documented. */
export function shortest(transition: Transition): number {
  const months = transition.documented.flatMap(
    ({ months: each }) => each?.low ?? each?.about ?? each?.high ?? [],
  );
  return Math.min(Infinity, ...months);
}

/**
 * The months of a path added up: undefined unless every hop documents them. A hop with several figures counts from
 * the lowest to the highest of them.
 */
export function totalMonths(steps: readonly Step[]): Said | undefined {
  const hops = steps.map(({ transition }) => transition.documented.flatMap(({ months }) => months ?? []));
  if (hops.some((months) => months.length === 0)) return undefined;
  const sum = (pick: (months: Months) => number | undefined, best: (...all: number[]) => number) =>
    hops.reduce((total, months) => total + best(...months.map((each) => pick(each) ?? Number.NaN)), 0);
  const low = sum((each) => each.about ?? each.low, Math.min);
  const high = sum((each) => each.about ?? each.high, Math.max);
  if (Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return low === high ? say('about {months}', { months: inMonths(low) }) : phrase`${low}–${inMonths(high)}`;
}

/** Everything documented about a move: what one brings, what is missing, what to show; a part a source. */
export function transitionSections(transition: Transition, title: (facts: Documented) => Said): Section[] {
  return transition.documented.flatMap((facts) => {
    const said = gapLines(facts);
    const gap: ReplyNode[] = said.length > 0 ? [{ kind: 'list', title: title(facts), items: said }] : [];
    const show = said.length > 0 ? say(SHOW) : phrase`${title(facts)}: ${inSentence(say(SHOW))}`;
    return [...gap, ...artifactList(facts, show)].map((node, at) => ({
      evidence: [cite(facts)],
      node,
      named: at > 0,
    }));
  });
}

const SHOW = message('Show it with');

function artifactList({ artifacts }: Documented, title: Said): ReplyNode[] {
  if (artifacts.length === 0) return [];
  return [{ kind: 'list', title, ordered: true, items: artifacts.map((artifact) => [artifact]) }];
}

/** "You bring: … Missing: …" in a line; empty where the source says neither. */
export function gapText({ brings, missing }: Documented): Text {
  const parts = [
    ...(brings.length > 0 ? [[bold(say('You bring')), `: ${brings.join(', ')}.`]] : []),
    ...(missing.length > 0 ? [[bold(say('Missing')), `: ${missing.join(', ')}.`]] : []),
  ];
  return join(parts, ' ');
}

/** What the only source of a move says besides the gap. */
export function remarkSections(facts: Documented): Section[] {
  const said = gapLines({ ...facts, brings: [], missing: [] });
  const advice: ReplyNode[] = said.length > 0 ? [{ kind: 'text', text: join(said, '\n') }] : [];
  return [...advice, ...artifactList(facts, say(SHOW))].map((node) => ({ evidence: [cite(facts)], node }));
}

/** The same on one screen: advice gives way first, then what to show, item by item. */
export function remarkParts(facts: Documented): Part[] {
  const { advice, monthsNote, artifacts } = facts;
  const evidence = [cite(facts)];
  const line = (name: Said, words: string | undefined, yields: number): Part[] =>
    words === undefined ? [] : [optional([labelled({ name, value: [words] }, evidence)], yields)];
  const show = (count: number): Section[] =>
    artifactList({ ...facts, artifacts: artifacts.slice(0, count) }, say(SHOW)).map((node) => ({
      evidence,
      node,
    }));
  return [
    ...line(say('Advice'), advice, 1),
    ...line(say('Time'), monthsNote, 3),
    shrinking(artifacts.length, Math.min(1, artifacts.length), 2, show),
  ];
}

function gapLines({ brings, missing, advice, monthsNote }: Documented): Text[] {
  return [
    ...(brings.length > 0 ? [[bold(say('You bring')), `: ${brings.join(', ')}`]] : []),
    ...(missing.length > 0 ? [[bold(say('Missing')), `: ${missing.join(', ')}`]] : []),
    ...(advice === undefined ? [] : [[bold(say('Advice')), `: ${advice}`]]),
    ...(monthsNote === undefined ? [] : [[bold(say('Time')), `: ${monthsNote}`]]),
  ];
}
