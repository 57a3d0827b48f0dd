import type { Hop, PathBy } from '../../knowledge/moves.ts';
import { movesOf } from '../../knowledge/moves.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Action, Draft, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { next } from '../show/actions.ts';
import { credits } from '../show/credits.ts';
import { moveGrounds } from '../show/grounds.ts';
import { tabs } from '../show/tabs.ts';
import { durations, totalMonths } from '../show/ways.ts';
import { count, sentence } from '../show/words.ts';
import { skillGrounds } from '../show/grounds.ts';
import { METHOD } from './method.ts';

const LABELS: Readonly<Record<PathBy, string>> = {
  hops: 'Fewest moves',
  skills: 'Most skills kept',
  time: 'Shortest documented time',
};

/** The path that is best at one thing; what each of its moves is, documented or computed, stands beside it. */
export function answerPath(from: Role, to: Role, by: PathBy, context: CommandContext): Draft {
  const { knowledge } = context;
  const hops = movesOf(knowledge).path(from.id, to.id, by);
  if (hops === undefined) return noPath(from, to, by, context);
  const documented = hops.flatMap(({ transition }) => transition ?? []);
  const skills = hops.flatMap((hop) => movesOf(knowledge).gap(hop.from.id, hop.to.id).shared);
  const sources = [
    ...documented.flatMap((move) => move.documented.map(({ source }) => source)),
    ...skills.flatMap(({ uses }) => uses.map(({ source }) => source)),
  ];
  return {
    title: `${from.title} → ${to.title}: ${LABELS[by].toLowerCase()}`,
    lead: [leadOf(hops, documented.length)],
    body: [
      { kind: 'list', ordered: true, items: hops.map((hop) => hopText(hop, context)) },
      { kind: 'note', text: [BEST[by]] },
      ...next([...hops.map(hopButton), ...otherPaths(from, to, by, context), ...tabs(to, knowledge)]),
    ],
    sources: credits(sources, context),
    grounds: {
      facts: [
        ...moveGrounds(documented, knowledge),
        ...hops.flatMap((hop) =>
          skillGrounds(
            movesOf(knowledge).gap(hop.from.id, hop.to.id).shared,
            `both ${hop.from.title} and ${hop.to.title}`,
          ),
        ),
      ],
      steps: [[METHOD], [BEST[by]]],
    },
  };
}

const BEST: Readonly<Record<PathBy, string>> = {
  hops: 'Computed: the fewest documented moves; where none lead there, the one move that no source documents.',
  skills:
    'Computed: the path whose hardest move keeps the largest share of skills, over documented moves and those to the nearest roles; a move more must raise that share by a quarter.',
  time: 'Computed: the least documented months, added up over moves whose months are documented.',
};

function leadOf(hops: readonly Hop[], documented: number): string {
  const steps = hops.flatMap(({ from, to, transition }) =>
    transition === undefined ? [] : [{ from, to, transition }],
  );
  const total = steps.length === hops.length ? totalMonths(steps) : undefined;
  const told =
    documented === hops.length
      ? 'all documented'
      : documented === 0
        ? 'none documented'
        : `${documented} of them documented`;
  const hardest = Math.round(100 * Math.min(...hops.map(({ kept }) => kept)));
  const time =
    total === undefined
      ? 'no duration is documented for the whole'
      : `${total} added up; no source gives the whole`;
  const moves =
    hops.length === 1
      ? `One move, ${documented === 1 ? 'documented' : 'computed'}`
      : `${sentence(count(hops.length, 'move'))}, ${told}`;
  return `${moves}: ${time}. The hardest keeps ${hardest}% of the skills it asks for.`;
}

function hopText({ from, to, transition, kept }: Hop, { knowledge }: CommandContext): Text {
  const told =
    transition === undefined
      ? 'computed, no duration documented'
      : `documented, ${durations(transition, knowledge)}`;
  return [bold(`${from.title} → ${to.title}`), ` · ${told} · keeps ${Math.round(100 * kept)}%`];
}

function hopButton({ from, to }: Hop): Action {
  return askButton(`${from.title} → ${to.title}`, 'transition', { from: from.id, to: to.id });
}

/** The same two roles by what else a path can be best at, where that is another path of more than one move. */
export function otherPaths(
  from: Role,
  to: Role,
  shown: PathBy | undefined,
  { knowledge }: CommandContext,
): Action[] {
  const moves = movesOf(knowledge);
  const stopsOf = (by: PathBy) => moves.path(from.id, to.id, by)?.map((hop) => hop.to.id);
  const seen = new Set([shown === undefined ? to.id : stopsOf(shown)?.join()]);
  return (['hops', 'skills', 'time'] as const).flatMap((by): Action[] => {
    const stops = stopsOf(by);
    const key = stops?.join();
    if (by === shown || stops === undefined || seen.has(key)) return [];
    seen.add(key);
    return [askButton(LABELS[by], 'transition', { from: from.id, to: to.id, by })];
  });
}

function noPath(from: Role, to: Role, by: PathBy, context: CommandContext): Draft {
  const why = by === 'time' ? 'by moves whose months are all documented' : 'by skills that both ask for';
  return {
    tone: 'miss',
    title: `${from.title} → ${to.title}: ${LABELS[by].toLowerCase()}`,
    lead: [`I know no path there ${why}.`],
    body: next([
      askButton(`${from.title} → ${to.title}`, 'transition', { from: from.id, to: to.id }),
      ...otherPaths(from, to, by, context),
      ...tabs(to, context.knowledge),
    ]),
  };
}
