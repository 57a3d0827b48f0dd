import { type Citation, citeAll, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { citeListed, citeSkills } from '../../knowledge/skill-lists.ts';
import { type Hop, movesOf, type PathBy } from '../../knowledge/moves.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount, inSentence, numeral } from '../../src/message/figures.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { durations, totalMonths } from '../views/transitions.ts';
import { METHOD_NOTE } from './method-note.ts';

const LABELS: Readonly<Record<PathBy, string>> = {
  hops: message('Fewest moves'),
  skills: message('Most skills kept'),
  time: message('Shortest documented time'),
};

/** The path that is best at one thing; what each of its moves is, documented or computed, stands beside it. */
export function answerPath(from: Role, to: Role, by: PathBy, context: CommandContext): Draft {
  const { knowledge } = context;
  const hops = movesOf(knowledge).path(from.id, to.id, by);
  if (hops === undefined) return noPath(from, to, by, context);
  const documented = hops.flatMap(({ transition }) => transition ?? []);
  const evidence = [
    ...documented.flatMap((move) => citeAll(move.documented)),
    ...hops.flatMap((hop) => citeShared(hop, knowledge)),
  ];
  return {
    title: titleOf(from, to, by),
    lead: [leadOf(hops, documented.length)],
    body: [
      { kind: 'list', ordered: true, items: hops.map((hop) => hopText(hop, context)) },
      { kind: 'note', text: [say(BEST[by])] },
      ...nextActions([...hops.map(hopButton), ...otherPaths(from, to, by, context), ...tabs(to, knowledge)]),
    ],
    ...restsOn(evidence, context, { steps: [[say(METHOD_NOTE)], [say(BEST[by])]] }),
  };
}

/** What both ends of a move ask for. */
function citeShared({ from, to }: Hop, knowledge: KnowledgeBase): Citation[] {
  const { shared } = movesOf(knowledge).gap(from.id, to.id);
  return [...citeSkills(shared, to.id, knowledge), ...citeListed(shared, from.id, knowledge)];
}

const BEST: Readonly<Record<PathBy, string>> = {
  hops: message(
    'Computed: the fewest documented moves; where none lead there, the one move that no source documents.',
  ),
  skills: message(
    'Computed: the path whose hardest move keeps the largest share of skills, over documented moves and those to the nearest roles; a move more must raise that share by a quarter.',
  ),
  time: message('Computed: the least documented months, added up over moves whose months are documented.'),
};

function titleOf(from: Role, to: Role, by: PathBy): Said {
  return phrase`${from.title} → ${to.title}: ${inSentence(say(LABELS[by]))}`;
}

function leadOf(hops: readonly Hop[], documented: number): Said {
  const steps = hops.flatMap(({ from, to, transition }) =>
    transition === undefined ? [] : [{ from, to, transition }],
  );
  const total = steps.length === hops.length ? totalMonths(steps) : undefined;
  const share = numeral(Math.min(...hops.map(({ kept }) => kept)), { style: 'percent' });
  const time =
    total === undefined
      ? say('no duration is documented for the whole')
      : hops.length === 1
        ? total
        : say('{total} added up; no source gives the whole', { total });
  const hardest = say('The hardest keeps {share} of the skills it asks for.', { share });
  return phrase`${movesText(hops.length, documented)}: ${time}. ${hardest}`;
}

/** "One move, documented", "Two moves, none documented" */
function movesText(all: number, documented: number): Said {
  if (all === 1) return documented === 1 ? say('One move, documented') : say('One move, computed');
  const { n, Words } = amount(all);
  if (documented === all) return say('{n, plural, other {{Words} moves, all documented}}', { n, Words });
  if (documented === 0) return say('{n, plural, other {{Words} moves, none documented}}', { n, Words });
  return say('{n, plural, other {{Words} moves, {documented} of them documented}}', { n, Words, documented });
}

function hopText({ from, to, transition, kept }: Hop, { knowledge }: CommandContext): Text {
  const told =
    transition === undefined
      ? say('computed, no duration documented')
      : say('documented, {durations}', { durations: durations(transition, knowledge) });
  const share = say('keeps {share}', { share: numeral(kept, { style: 'percent' }) });
  return [bold(`${from.title} → ${to.title}`), phrase` · ${told} · ${share}`];
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
    return [askButton(say(LABELS[by]), 'transition', { from: from.id, to: to.id, by })];
  });
}

function noPath(from: Role, to: Role, by: PathBy, context: CommandContext): Draft {
  return {
    tone: 'miss',
    title: titleOf(from, to, by),
    lead: [
      by === 'time'
        ? say('I know no path there by moves whose months are all documented.')
        : say('I know no path there by skills that both ask for.'),
    ],
    body: nextActions([
      askButton(`${from.title} → ${to.title}`, 'transition', { from: from.id, to: to.id }),
      ...otherPaths(from, to, by, context),
      ...tabs(to, context.knowledge),
    ]),
  };
}
