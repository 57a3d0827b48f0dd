import type { KnowledgeBase } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import type { Role, Skill } from '../../knowledge/linked.ts';

type Uses = Skill['wantedBy'];

/** What sources say of a skill by role, the role of which most sources say so first. */
export function mostWanting(wantedBy: Uses): readonly (readonly [string, Uses])[] {
  return [...Map.groupBy(wantedBy, ({ role }) => role)].sort(([, a], [, b]) => weight(b) - weight(a));
}

/** The roles that want a skill, in that order. */
export function rolesWanting({ wantedBy }: Skill, { roles }: KnowledgeBase): readonly Role[] {
  return mostWanting(wantedBy).flatMap(([id]) => roles.get(id) ?? []);
}

/** How many sources say so, and of as many, how strongly. */
function weight(uses: Uses): number {
  const priority = Math.min(...uses.map((use) => PRIORITIES.indexOf(use.priority)));
  return new Set(uses.map(({ source }) => source)).size * PRIORITIES.length - priority;
}
