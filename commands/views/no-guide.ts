import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/index.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Ask, Choice } from '../../src/reply.ts';
import { nearestRoles } from './near-roles.ts';
import { roleTitle } from './names.ts';

/** How many near roles are offered in the stead of one without a guide. */
const NEAR = 3;

/** Says that nobody has written a guide for a role yet. */
export function noGuide(role: Role): Said {
  return say('No guide has been written for {role} yet.', { role: role.title });
}

/** The same question about the nearest roles that have a guide. */
export function nearGuided(
  role: Role,
  knowledge: KnowledgeBase,
  { label, ask }: { readonly label: string; readonly ask: (id: string) => Ask },
): Choice[] {
  const guides = knowledge.of('guide');
  const near = nearestRoles(role.id, knowledge).filter((id) => guides.get(id) !== undefined);
  return near
    .slice(0, NEAR)
    .map((id) => ({ label: say(label, { role: roleTitle(id, knowledge) }), ask: ask(id) }));
}
