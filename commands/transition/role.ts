import type { Guide } from '../../knowledge/kinds/guide.ts';
import { cite, citeAll, type KnowledgeBase, type Role, type Transition } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, type Choice, type Draft } from '../../src/reply.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import {
  furtherMoveSections,
  isTold,
  moveList,
  moveNames,
  transitionsIn,
  transitionsOut,
} from '../role/transitions.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { onOneScreen, optional, type Part } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, restsOn, type Section } from '../views/section.ts';
import { firstMoves, guidedMoves } from './guided.ts';
import { twoStepList } from './two-steps.ts';
import { tabs } from '../views/tabs.ts';
import { roleTitle } from '../views/names.ts';
import { startName } from '../views/guide/transitions.ts';

/** The moves from and to one role: ways out first, then ways in; in full with what follows from two documented moves. */
export function answerRole(role: Role, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const [out, into] = [transitionsOut(role, knowledge), transitionsIn(role, knowledge)];
  const own = guideOf(role, knowledge);
  const full = [
    ...(own === undefined ? namedByGuides(role, knowledge) : guidedMoves(own)),
    ...moveList(say('Ways out'), out, 'to', knowledge),
    ...furtherMoveSections(role, knowledge),
    ...(own === undefined ? relatedNames(role, knowledge) : []),
    ...twoStepList(role, knowledge),
    ...moveList(say('Ways in'), into, 'from', knowledge),
  ];
  if (full.length === 0) return nothing(role, knowledge);
  const draftOf = (sections: readonly Section[]): Draft => ({
    title: say('{role} · ways out and in', { role: role.title }),
    lead: [own === undefined ? leadOf(out.length, into.length) : guidedLead(own)],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions(actionsOf(role, [...out, ...into], isFull, knowledge)),
    ],
    ...restsOn(evidenceOf(sections), context),
  });
  return isFull ? draftOf(full) : onOneScreen(shortParts(role, { own, out, into }, knowledge), draftOf);
}

interface Moves {
  readonly own: RoleGuide | undefined;
  readonly out: readonly Transition[];
  readonly into: readonly Transition[];
}

/** The ways that people take first; those of which least is said give way, and all of them are a press away. */
function shortParts(role: Role, { own, out, into }: Moves, knowledge: KnowledgeBase): Part[] {
  const [waysOut, waysIn] = [say('Ways out'), say('Ways in')];
  const moves = (title: Said, its: readonly Transition[], end: 'from' | 'to', yields: number): Part => ({
    forms: [moveList(title, its, end, knowledge), moveNames(title, its, end, knowledge), []],
    yields,
  });
  if (own !== undefined)
    return [firstMoves(own), moves(waysOut, out, 'to', 2), optional(furtherMoveSections(role, knowledge), 1)];
  return [
    optional(namedByGuides(role, knowledge), 3),
    moves(waysOut, out, 'to', 5),
    optional(furtherMoveSections(role, knowledge), 1),
    optional(relatedNames(role, knowledge), 2),
    moves(waysIn, into, 'from', 4),
  ];
}

function actionsOf(
  role: Role,
  moves: readonly Transition[],
  isFull: boolean,
  knowledge: KnowledgeBase,
): Action[] {
  const whole = askButton(say('All ways, in and out'), 'transition', { from: role.id, view: 'full' });
  return [
    ...(moves.length > 0
      ? [askButton(say('Picture'), 'transition', { from: role.id, view: 'picture' })]
      : []),
    ...(isFull ? [] : [whole]),
    ...wayActions(role, moves, knowledge),
    ...tabs(role, knowledge, 'transition'),
  ];
}

/** What guides of other roles say of ways from this one and to it. */
function namedByGuides(role: Role, knowledge: KnowledgeBase): Section[] {
  const guides = knowledge.of('guide').all;
  const into = guides.filter(({ waysIn: ways }) => ways.some(({ from }) => from === role.id));
  const from = guides.filter(({ waysOut: ways }) => ways.some(({ to }) => to === role.id));
  return [
    ...guideNames(say('Guides know the way to'), into, 'waysIn', knowledge),
    ...guideNames(say('Guides know the way from'), from, 'waysOut', knowledge),
  ];
}

function guideNames(
  title: Said,
  guides: readonly Guide[],
  path: 'waysIn' | 'waysOut',
  knowledge: KnowledgeBase,
): Section[] {
  if (guides.length === 0) return [];
  const names = guides.map((guide) => roleTitle(guide.role, knowledge));
  const node = { kind: 'text', title, text: [names.join(' · ')] } as const;
  return [{ evidence: guides.map((guide) => cite(guide, [path])), node, named: true }];
}

/** The roles that sources name beside this one, where that is all there is. */
function relatedNames({ related }: Role, knowledge: KnowledgeBase): Section[] {
  if (related.length === 0) return [];
  const names = [...new Set(related.map((each) => roleTitle(each.role, knowledge)))];
  const node = { kind: 'text', title: say('Related roles'), text: [names.join(' · ')] } as const;
  return [{ evidence: citeAll(related), node }];
}

/** "People come from teaching, QA …; most go on to Tech Lead." */
function guidedLead({ guide, knowledge }: RoleGuide): Said {
  return say('People come from {starts}.', {
    starts: enumerate(guide.waysIn.map(({ from }) => startName(from, knowledge))),
  });
}

function leadOf(out: number, into: number): Said {
  if (out + into === 0) return say('No source documents how long a move from or to it takes.');
  const [ways, back] = [amount(out), amount(into)];
  return say(
    '{n, plural, one {One documented way} other {{Words} documented ways}} out, {into, plural, one {one way} other {{intoWords} ways}} in.',
    { ...ways, into, intoWords: back.words },
  );
}

/** A press away: the moves of which more is known than their name. */
function wayActions(role: Role, moves: readonly Transition[], knowledge: KnowledgeBase): Action[] {
  const documented = moves.filter(isTold).map(({ from, to }): Choice => ({
    label:
      to === role.id
        ? say('From {role}', { role: roleTitle(from, knowledge) })
        : say('To {role}', { role: roleTitle(to, knowledge) }),
    ask: { command: 'transition', values: { from, to } },
  }));
  return asButtonsOrMenu(say('See one in full'), documented);
}

function nothing(role: Role, knowledge: KnowledgeBase): Draft {
  const near = [...new Set(role.related.map((each) => each.role))];
  const choices = near.map((id) => ({
    label: roleTitle(id, knowledge),
    ask: { command: 'transition', values: { from: id } },
  }));
  const none = say('No source I have documents a move from or to {role}.', { role: role.title });
  return {
    tone: 'miss',
    title: say('{role} · ways out and in', { role: role.title }),
    lead: [choices.length > 0 ? phrase`${none} ${say('Related roles:')}` : none],
    body: nextActions([
      ...asButtonsOrMenu(say('Related roles'), choices),
      ...tabs(role, knowledge, 'transition'),
    ]),
  };
}
