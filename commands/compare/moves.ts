import { citeAll, type KnowledgeBase, type Role, type Transition } from '../../knowledge/index.ts';
import { movesOf } from '../../knowledge/moves.ts';
import { numeral } from '../../src/message/figures.ts';
import { say, sayText } from '../../src/message/say.ts';
import { bold, type Text } from '../../src/reply.ts';
import type { Section } from '../views/section.ts';
import { sourceName } from '../views/names.ts';
import { durations, shortest } from '../views/transitions.ts';

interface Move {
  readonly from: Role;
  readonly to: Role;
  readonly transition: Transition | undefined;
}

/** Every move from one of the roles to another. */
export function movesBetween(roles: readonly Role[], { transitions }: KnowledgeBase): Move[] {
  return roles.flatMap((from) =>
    roles
      .filter((to) => to !== from)
      .map((to) => ({ from, to, transition: transitions.between(from.id, to.id) })),
  );
}

/** "Data Engineer → ML Engineer: about 10 months (DecipherU)"; what is only computed says so. */
export function moveSections(roles: readonly Role[], knowledge: KnowledgeBase): Section[] {
  const moves = movesBetween(roles, knowledge);
  const items = moves.map((move) => moveText(move, knowledge));
  const evidence = moves.flatMap(({ transition }) => citeAll(transition?.documented ?? []));
  return [{ evidence, node: { kind: 'list', title: say('Moves between them'), items }, named: true }];
}

function moveText({ from, to, transition }: Move, knowledge: KnowledgeBase): Text {
  const values = {
    move: bold(`${from.title} → ${to.title}`),
    kept: numeral(Math.round(100 * movesOf(knowledge).gap(from.id, to.id).kept)),
  };
  if (transition === undefined)
    return sayText('{move}: no source documents it; keeps {kept}% of the skills*', values);
  if (shortest(transition) === Infinity)
    return sayText('{move}: documented without a duration ({sources}); keeps {kept}% of the skills*', {
      ...values,
      sources: transition.documented.map(({ source }) => sourceName(source, knowledge)).join(', '),
    });
  return sayText('{move}: documented, {duration}; keeps {kept}% of the skills*', {
    ...values,
    duration: durations(transition, knowledge),
  });
}
