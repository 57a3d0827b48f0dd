import { citeAll, type KnowledgeBase, type Role, type Step } from '../../knowledge/index.ts';
import { groupBySaid, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type Text } from '../../src/reply.ts';
import type { Section } from '../views/section.ts';
import { totalMonths } from '../views/transitions.ts';

/** Paths of two documented moves to roles that no single move reaches. */
export function twoSteps(role: Role, knowledge: KnowledgeBase): (readonly Step[])[] {
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

/** "via Data Scientist, about 19 months added up" */
export function pathWords(steps: readonly Step[]): Said {
  const months = totalMonths(steps);
  const role = steps[0]?.to.title ?? '';
  return months === undefined
    ? say('via {role}, no duration for the whole', { role })
    : say('via {role}, {months} added up', { role, months });
}

/** Where two documented moves lead, those by the same way in one line. */
export function twoStepList(role: Role, knowledge: KnowledgeBase): Section[] {
  const paths = twoSteps(role, knowledge);
  if (paths.length === 0) return [];
  const items = groupBySaid(paths, pathWords).map(([way, group]): Text => [
    bold(group.map((steps) => steps.at(-1)?.to.title ?? '').join(', ')),
    phrase`: ${way}`,
  ]);
  const evidence = paths.flatMap((steps) =>
    steps.flatMap(({ transition }) => citeAll(transition.documented)),
  );
  return [{ evidence, node: { kind: 'list', title: say('In two steps (computed)'), items }, named: true }];
}
