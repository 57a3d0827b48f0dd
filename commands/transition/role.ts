import { citeAll, type KnowledgeBase, type Role, type Step, type Transition } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { groupBySaid, phrase, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, bold, type Choice, type Draft, type Text } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { guideSummaries } from '../views/guide/summaries.ts';
import { furtherMoveSections, isTold, moveList, transitionsIn, transitionsOut } from '../role/transitions.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { evidenceOf, nodesOf, restsOn, type Section } from '../views/section.ts';
import type { Near } from '../../knowledge/moves.ts';
import { guidedMoves } from './guided.ts';
import { METHOD_NOTE } from './method-note.ts';
import { nearestRoles, nearestSections } from './nearest.ts';
import { tabs } from '../views/tabs.ts';
import { totalMonths } from '../views/transitions.ts';
import { roleTitle } from '../views/names.ts';

/** Every move from and to one role: ways out first, then what is only computed, then ways in. */
export function answerRole(role: Role, context: CommandContext): Draft {
  const { knowledge } = context;
  const [out, into] = [transitionsOut(role, knowledge), transitionsIn(role, knowledge)];
  const near = nearestRoles(role, new Set(out.map(({ to }) => to)), knowledge);
  const own = guideOf(role, knowledge);
  const sections = [
    ...(own === undefined ? [] : guidedMoves(own)),
    ...moveList(say('Ways out'), out, 'to', knowledge),
    ...furtherMoveSections(role, knowledge),
    ...furtherList(twoSteps(role, knowledge)),
    ...nearestSections(role, near, knowledge),
    ...moveList(say('Ways in'), into, 'from', knowledge),
  ];
  if (sections.length === 0) return nothing(role, knowledge);
  return {
    title: say('{role} · ways out and in', { role: role.title }),
    lead: [(own && guideSummaries['transitions']?.(own)) ?? leadOf(out.length, into.length)],
    body: [
      ...nodesOf(sections, knowledge),
      ...nextActions([
        ...(out.length + into.length > 0
          ? [askButton(say('Picture'), 'transition', { from: role.id, view: 'picture' })]
          : []),
        ...wayActions(role, [...out, ...into], near, knowledge),
        ...tabs(role, knowledge, 'transition'),
      ]),
    ],
    ...restsOn(evidenceOf(sections), context, { steps: [[say(METHOD_NOTE)]] }),
  };
}

function leadOf(out: number, into: number): Said {
  if (out + into === 0) return say('No source documents a move from or to it; this is what comes nearest.');
  const [ways, back] = [amount(out), amount(into)];
  return say(
    '{n, plural, one {One documented way} other {{Words} documented ways}} out, {into, plural, one {one way} other {{intoWords} ways}} in.',
    { ...ways, into, intoWords: back.words },
  );
}

/** Paths of two documented moves to roles that no single move reaches. */
function twoSteps(role: Role, knowledge: KnowledgeBase): (readonly Step[])[] {
  const near = new Set([role.id, ...knowledge.transitions.outOf(role.id).map((move) => move.to)]);
  const far = new Set(
    [...near].flatMap((id) => (id === role.id ? [] : knowledge.transitions.outOf(id).map((move) => move.to))),
  );
  return [...far]
    .filter((id) => !near.has(id))
    .flatMap((id) => {
      const path = knowledge.transitions.path(role.id, id);
      return path === undefined ? [] : [path];
    });
}

function furtherList(paths: readonly (readonly Step[])[]): Section[] {
  if (paths.length === 0) return [];
  const ways = groupBySaid(paths, (steps) => {
    const months = totalMonths(steps);
    const role = steps[0]?.to.title ?? '';
    return months === undefined
      ? say('via {role}, no duration for the whole', { role })
      : say('via {role}, {months} added up', { role, months });
  });
  const items = ways.map(([way, group]): Text => [
    bold(group.map((steps) => steps.at(-1)?.to.title ?? '').join(', ')),
    phrase`: ${way}`,
  ]);
  const evidence = paths.flatMap((steps) =>
    steps.flatMap(({ transition }) => citeAll(transition.documented)),
  );
  return [{ evidence, node: { kind: 'list', title: say('In two steps (computed)'), items }, named: true }];
}

/** A press away: the moves of which more is known than their name, documented or computed. */
function wayActions(
  role: Role,
  moves: readonly Transition[],
  near: readonly Near[],
  knowledge: KnowledgeBase,
): Action[] {
  const documented = moves.filter(isTold).map(({ from, to }): Choice => ({
    label:
      to === role.id
        ? say('From {role}', { role: roleTitle(from, knowledge) })
        : say('To {role}', { role: roleTitle(to, knowledge) }),
    ask: { command: 'transition', values: { from, to } },
  }));
  const computed = near.map((other): Choice => ({
    label: say('To {role}', { role: other.role.title }),
    ask: { command: 'transition', values: { from: role.id, to: other.role.id } },
  }));
  return asButtonsOrMenu(say('See one in full'), [...documented, ...computed]);
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
