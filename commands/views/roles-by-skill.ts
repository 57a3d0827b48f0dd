import type { KnowledgeBase, Role, Skill } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';

type Uses = Skill['wantedBy'];

/** What sources say of a skill by role, the role of which most sources say so first. */
export function usesByRole(wantedBy: Uses): readonly (readonly [string, Uses])[] {
  return [...Map.groupBy(wantedBy, ({ role }) => role)].sort(([, a], [, b]) => weight(b) - weight(a));
}

/** The roles that want a skill, in that order. */
export function rolesBySkill({ wantedBy }: Skill, { roles }: KnowledgeBase): readonly Role[] {
  return usesByRole(wantedBy).flatMap(([id]) => roles.get(id) ?? []);
}

/** How many sources say so, and of as many, how strongly. */
function weight(uses: Uses): number {
  const priority = Math.min(...uses.map((use) => PRIORITIES.indexOf(use.priority)));
  return new Set(uses.map(({ source }) => source)).size * PRIORITIES.length - priority;
}
