import { citeListed, citeSkills } from '../../knowledge/skill-lists.ts';
import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import { movesOf, type Near } from '../../knowledge/moves.ts';
import { numeral } from '../../src/message/figures.ts';
import { phrase, say } from '../../src/message/say.ts';
import { bold, type Text } from '../../src/reply.ts';
import type { Section } from '../views/section.ts';

/** As many neighbours as are worth a line. */
const NEAREST = 5;

/** The roles nearest by skills; `known` are left out, since sources document the way there. */
export function nearestRoles(role: Role, known: ReadonlySet<string>, knowledge: KnowledgeBase): Near[] {
  return movesOf(knowledge)
    .nearest(role.id, NEAREST + known.size)
    .filter((near) => !known.has(near.role.id))
    .slice(0, NEAREST);
}

/** "BI Analyst: 63 of its 66 listed skills shared, 97% by weight" */
export function nearestSections(role: Role, near: readonly Near[], knowledge: KnowledgeBase): Section[] {
  if (near.length === 0) return [];
  const items = near.map(({ role: { title }, shared, missing, kept }): Text => [
    bold(title),
    phrase`: ${say('{shared} of its {all} listed skills shared, {share} by weight', {
      shared: numeral(shared.length),
      all: numeral(shared.length + missing.length),
      share: numeral(kept, { style: 'percent' }),
    })}`,
  ]);
  const evidence = near.flatMap(({ role: { id }, shared }) => [
    ...citeSkills(shared, id, knowledge),
    ...citeListed(shared, role.id, knowledge),
  ]);
  const title = say('Nearest by skills (computed; no duration documented)');
  return [{ evidence, node: { kind: 'list', title, items }, named: true }];
}
