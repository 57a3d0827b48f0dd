import {
  type Citation,
  cite,
  citeAll,
  type KnowledgeBase,
  type Role,
  type Step,
  type Transition,
} from '../../knowledge/index.ts';
import { type Gap, movesOf } from '../../knowledge/moves.ts';
import type { CommandContext } from '../../src/command.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { amount, enumerate, sentence } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, bold, type Draft, type ReplyNode, type Text } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { always, labelled, lastYields, onOneScreen, optional, type Part } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, restsOn, type Section } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import {
  durations,
  gapText,
  monthsOf,
  remarkParts,
  remarkSections,
  totalMonths,
  transitionSections,
} from '../views/transitions.ts';
import { isTold } from '../role/transitions.ts';
import { guidedMove, wholeMove } from './guided.ts';
import { METHOD_NOTE } from './method-note.ts';
import { computedNote, overlapParts, overlapSections } from './overlap.ts';
import { otherPaths } from './path.ts';
import { firstPayChange, payChangeSections } from './pay-change.ts';
import { roleTitle, sourceName } from '../views/names.ts';

/** The way from one role to another: documented, computed over several documented moves, or what is known instead. */
export function answerPair(from: Role, to: Role, isFull: boolean, context: CommandContext): Draft {
  const { transitions } = context.knowledge;
  const direct = transitions.between(from.id, to.id);
  if (direct !== undefined) return documented(from, to, direct, isFull, context);
  const guided = guidedMove(from, to, isFull, context);
  if (guided !== undefined) return guided;
  const path = transitions.path(from.id, to.id);
  return path === undefined ? noPath(from, to, isFull, context) : computed(from, to, path, context);
}

function documented(from: Role, to: Role, move: Transition, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const [first, ...others] = move.documented;
  const only = others.length === 0 ? first : undefined;
  const told = only === undefined ? transitionSections(move, () => say('The gap')) : remarkSections(only);
  const draftOf = (shown: readonly Section[], isWhole: boolean): Draft => ({
    title: phrase`${from.title} → ${to.title}: ${titleMonths(move)}`,
    lead: only === undefined || !isTold(move) ? [sayWho(move, knowledge)] : gapText(only),
    body: [
      ...nodesOf(shown, knowledge),
      ...(isTold(move) && only !== undefined ? [note(sayWho(move, knowledge))] : []),
      ...nextActions([
        ...(isWhole ? [] : [wholeMove(from, to)]),
        ...otherPaths(from, to, undefined, context),
        ...offers(from, to, knowledge),
      ]),
    ],
    ...restsOn([...citeAll(move.documented), ...evidenceOf(shown)], context, {
      steps: isTold(move) ? [] : methodSteps(),
    }),
  });
  if (isFull) return draftOf(isTold(move) ? told : computedSections(from, to, knowledge), true);
  if (isTold(move)) return onOneScreen(only === undefined ? lastYields(told) : remarkParts(only), draftOf);
  // Of skills a screen names only the first.
  return onOneScreen(computedParts(from, to, knowledge), (shown) => draftOf(shown, false));
}

function note(words: Said): ReplyNode {
  return { kind: 'note', text: [words] };
}

function titleMonths({ documented: facts }: Transition): Said {
  const months = [...new Set(facts.flatMap((each) => monthsOf(each) ?? []))];
  if (months.length > 1) return say('durations differ');
  return months[0] ?? say('no duration documented');
}

function sayWho(move: Transition, knowledge: KnowledgeBase): Said {
  const names = enumerate(move.documented.map((facts) => sourceName(facts.source, knowledge)));
  if (move.documented.length > 1)
    return say('Documented by {names}: {durations}.', { names, durations: durations(move, knowledge) });
  return isTold(move)
    ? say('Documented by {names}.', { names })
    : say('{names} names this move and says no more of it.', { names });
}

/** A path over several documented moves: that they add up to a way is computed, and said to be. */
function computed(from: Role, to: Role, path: readonly Step[], context: CommandContext): Draft {
  const { knowledge } = context;
  const total = totalMonths(path);
  const items = path.map(({ from: start, to: end, transition }): Text => [
    bold(`${start.title} → ${end.title}`),
    phrase` · ${durations(transition, knowledge)}`,
  ]);
  const evidence = path.flatMap(({ transition }) => citeAll(transition.documented));
  const sum =
    total === undefined
      ? say('Not every step has a documented duration, so there is no sum.')
      : say('{total} if you add the steps up; no source gives the whole.', { total: sentence(total) });
  const long = say(
    'No source documents this move at once; it takes {n, plural, one {one documented step} other {{words} documented steps}}.',
    amount(path.length),
  );
  return {
    title: phrase`${from.title} → ${to.title}: ${say('computed path')}`,
    lead: [phrase`${long} ${sum}`],
    body: [
      { kind: 'list', ordered: true, items },
      { kind: 'note', text: [say('Computed: the path with the fewest documented steps.')] },
      ...nextActions([
        ...path.map(stepButton),
        ...otherPaths(from, to, 'hops', context),
        ...offers(from, to, knowledge),
      ]),
    ],
    ...restsOn(evidence, context),
  };
}

function stepButton({ from, to }: Step): Action {
  return askButton(`${from.title} → ${to.title}`, 'transition', { from: from.id, to: to.id });
}

/** What can be said of a move that no source tells of, whole: the skills and the pay of the two roles, compared. */
function computedSections(from: Role, to: Role, knowledge: KnowledgeBase): Section[] {
  const gap = gapOf(from, to, knowledge);
  return [
    ...(gap === undefined ? [] : overlapSections(gap, from, to, knowledge)),
    ...(gap === undefined ? [] : [computedNote()]),
    ...payChangeSections(from, to, knowledge),
  ];
}

/** The same on one screen. */
function computedParts(from: Role, to: Role, knowledge: KnowledgeBase): Part[] {
  const gap = gapOf(from, to, knowledge);
  return [
    ...(gap === undefined ? [] : overlapParts(gap, from, to, knowledge)),
    optional(firstPayChange(from, to, knowledge), 2),
    always(gap === undefined ? [] : [computedNote()]),
  ];
}

/** What the lists of both roles have in common and what not; undefined where one of them has none. */
function gapOf(from: Role, to: Role, knowledge: KnowledgeBase): Gap | undefined {
  const gap = movesOf(knowledge).gap(from.id, to.id);
  const isListed = skillListsOf(knowledge).of(from.id).length > 0;
  return isListed && gap.shared.length + gap.missing.length > 0 ? gap : undefined;
}

function noPath(from: Role, to: Role, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const gap = computedSections(from, to, knowledge);
  const beside = gap.length > 0 ? [] : relatedSections(from, to);
  const ways = partWays(from, to, knowledge);
  const way = partWaySections(ways, to, knowledge);
  const back = knowledge.transitions.between(to.id, from.id);
  const draftOf = (sections: readonly Section[]): Draft => ({
    ...(sections.length === 0 ? { tone: 'miss' } : {}),
    title: phrase`${from.title} → ${to.title}: ${say('no documented path')}`,
    lead: [say('No source documents this move, in one step or in several, or how long it takes.')],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([
        ...(back === undefined
          ? []
          : [askButton(say('The way back'), 'transition', { from: to.id, to: from.id })]),
        ...(isFull ? [] : [wholeMove(from, to)]),
        askButton(say('Ways out of {role}', { role: from.title }), 'transition', { from: from.id }),
        ...otherPaths(from, to, undefined, context),
        ...offers(from, to, knowledge),
      ]),
    ],
    ...restsOn(evidenceOf(sections), context, { steps: methodSteps() }),
  });
  if (isFull) return draftOf([...way, ...beside, ...gap]);
  const parts: Part[] = [
    { forms: [way, firstPartWay(ways, knowledge), []], yields: [1, 4] },
    ...beside.map((section) => optional([section], 4)),
  ];
  return onOneScreen([...parts, ...computedParts(from, to, knowledge)], draftOf);
}

/** A way to a neighbour of the goal. */
interface PartWay {
  readonly beside: Role['related'][number];
  readonly path: readonly Step[];
}

/** Ways to the neighbours of the goal: that one may go on from there is computed, and said to be. */
function partWays(from: Role, to: Role, knowledge: KnowledgeBase): PartWay[] {
  return to.related.flatMap((beside) => {
    const path = knowledge.transitions.path(from.id, beside.role);
    return path === undefined ? [] : [{ beside, path }];
  });
}

function partWaySections(ways: readonly PartWay[], to: Role, knowledge: KnowledgeBase): Section[] {
  if (ways.length === 0) return [];
  const items = ways.map(({ beside: { role, source }, path }): Text => {
    const names = { source: sourceName(source, knowledge), role: to.title };
    return [
      bold(roleTitle(role, knowledge)),
      phrase`: ${stepsText(path)}; ${say('{source} names it beside {role}', names)}`,
    ];
  });
  const node = { kind: 'list', title: say('Part of the way (computed)'), items } as const;
  return [{ evidence: citePartWays(ways), node, named: true }];
}

/** The first of them in a line. */
function firstPartWay(ways: readonly PartWay[], knowledge: KnowledgeBase): Section[] {
  const [first] = ways;
  if (first === undefined) return [];
  const value = [phrase`${roleTitle(first.beside.role, knowledge)}, ${stepsText(first.path)}`];
  return [labelled({ name: say('Part of the way (computed)'), value }, citePartWays([first]))];
}

/** "about 9 months", "two steps, 12–18 months" */
function stepsText(path: readonly Step[]): Said {
  const months = totalMonths(path) ?? say('no duration documented');
  const long = say('{n, plural, one {one step} other {{words} steps}}', amount(path.length));
  return path.length === 1 ? months : phrase`${long}, ${months}`;
}

function citePartWays(ways: readonly PartWay[]): Citation[] {
  return ways.flatMap(({ beside, path }) => [
    cite(beside),
    ...path.flatMap(({ transition }) => citeAll(transition.documented)),
  ]);
}

/** What sources say of one role beside the other; once where a source says the same of both. */
function relatedSections(from: Role, to: Role): Section[] {
  const said = [
    ...from.related.filter((each) => each.role === to.id).map((fact) => ({ fact, about: to })),
    ...to.related.filter((each) => each.role === from.id).map((fact) => ({ fact, about: from })),
  ];
  const groups = Map.groupBy(said, ({ fact: { note: words, source } }) => `${source} ${words ?? ''}`);
  return Array.from(groups.values()).flatMap((group): Section[] => {
    const [first, second] = group;
    if (first === undefined) return [];
    const title = second === undefined ? first.about.title : enumerate([to.title, from.title]);
    const text = [first.fact.note ?? say('Named as related.')];
    return [{ evidence: citeAll(group.map(({ fact }) => fact)), node: { kind: 'text', title, text } }];
  });
}

/** How skills and pay are compared. */
function methodSteps(): Text[] {
  return [
    [say(METHOD_NOTE)],
    [
      say(
        'Pay stands side by side where one source gives one figure of the same level and kind for both roles.',
      ),
    ],
  ];
}

function offers(from: Role, to: Role, knowledge: KnowledgeBase): Action[] {
  return [
    askButton(say('Plan it'), 'plan', { to: to.id, from: from.id }),
    askButton(say('Compare'), 'compare', { first: from.id, second: to.id }),
    ...tabs(to, knowledge, 'plan'),
  ];
}
