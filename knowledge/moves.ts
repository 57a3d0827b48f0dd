import type { KnowledgeBase } from './index.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { onceFor } from './once.ts';
import { createPaths, type Hop, type PathBy } from './paths.ts';
import { type RoleSkill, type SkillLists, skillListsOf } from './skill-lists.ts';

export type { Hop, PathBy } from './paths.ts';
export { PATHS_BY } from './paths.ts';

/** The skills that a role asks for, by whether another role asks for them too. */
export interface Gap {
  readonly shared: readonly RoleSkill[];
  /** Essential first. */
  readonly missing: readonly RoleSkill[];
  /** The share of the goal's skills that the other role asks for too, by weight: 0 to 1. */
  readonly kept: number;
}

/**
 * Moves between roles that no source documents, computed from the lists of skills alone.
 *
 * Which skills: every skill that any source lists for a role, under one name for all its spellings. A skill of the
 * goal is *shared* where any source lists it for the other role too, and *missing* otherwise.
 *
 * How weighed: an essential skill counts 3, an important one 2, any other 1, times ln(1 + all roles / roles that ask
 * for it), so that what every role asks for ("Critical Thinking") says little. *Kept* is the weight of the shared
 * skills as a share of all skills of the goal. *Likeness* is the geometric mean of that share in both directions, so
 * that a short list of common skills does not look near to everything.
 *
 * Nothing here says how long a move takes: months come from documented transitions only.
 */
export interface Moves {
  gap(from: string, to: string): Gap;
  /** A path from one role to another, as `PATHS_BY` says; undefined where there is none. */
  path(from: string, to: string, by: PathBy): readonly Hop[] | undefined;
}

/** Roles less alike than this are no neighbours, nor those that share less of their skills. */
export const NEAR_ENOUGH = 0.2;

/** The computed moves of a knowledge, made when they are first asked for and then kept as long as it is. */
export const movesOf = onceFor((knowledge: KnowledgeBase): Moves => {
  const lists = skillListsOf(knowledge);
  const likeness = createLikeness(knowledge.roles.all, lists);
  const gap = (from: string, to: string) => gapBetween(from, to, lists, likeness);
  return { gap, path: createPaths(knowledge, likeness, NEAR_ENOUGH) };
});

function gapBetween(from: string, to: string, lists: SkillLists, likeness: Likeness): Gap {
  const have = new Set(lists.of(from).map(({ id }) => id));
  const want = lists.of(to);
  return {
    shared: want.filter(({ id }) => have.has(id)),
    missing: want.filter(({ id }) => !have.has(id)),
    kept: likeness.kept(from, to),
  };
}
