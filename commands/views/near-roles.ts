import type { Guide } from '../../knowledge/kinds/guide.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';

/**
 * The roles nearest to one, nearest first: those that guides name beside it (confused with it, ways out, ways in), then
 * documented moves, its related roles and its family. Shared skills are no nearness.
 */
export function nearestRoles(role: string, knowledge: KnowledgeBase): string[] {
  const { roles, transitions } = knowledge;
  const guides = knowledge.of('guide');
  const own = guides.get(role);
  const entry = roles.get(role);
  const family = roles.all.filter((other) => other.family === entry?.family);
  const near = [
    ...(own === undefined ? [] : rolesBeside(own)),
    ...guides.all.filter((guide) => rolesBeside(guide).includes(role)).map((guide) => guide.role),
    ...transitions.outOf(role).map(({ to }) => to),
    ...transitions.into(role).map(({ from }) => from),
    ...(entry?.related ?? []).map((related) => related.role),
    ...family.map(({ id }) => id),
  ];
  return [...new Set(near)].filter((id) => id !== role && roles.get(id) !== undefined);
}

/** The roles that a guide names beside its own: first what it is confused with, then ways out, then ways in. */
function rolesBeside({ isNot, waysOut, waysIn }: Guide): string[] {
  return [
    ...isNot.flatMap(({ role }) => role ?? []),
    ...waysOut.map(({ to }) => to),
    ...waysIn.map(({ from }) => from),
  ];
}
