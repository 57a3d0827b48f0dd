import type { Match } from './match.ts';
import type { Prompt } from './prompt-schema.ts';
import type { Course, Role, Skill, Source, Transition } from './schema.ts';

/** What looking a name up gave: how sure, and the entries meant, best first. */
export interface Found<T> {
  readonly match: Match;
  /** The entry, when the match is exact or close. */
  readonly entry?: T;
  /** The entries behind `match.choices`, in the same order. */
  readonly choices: readonly T[];
}

/** Entries of one kind, found by the names people actually type. */
export interface Catalogue<T> {
  readonly all: readonly T[];
  get(id: string): T | undefined;
  /**
   * The entry with this id, title or alias, as written but for case, plurals and punctuation: a look-up, not a search,
   * for names that stand in facts. An id wins over a title and that over an alias; of imported occupations, whose
   * aliases are the many jobs they are made of, ids and titles count only.
   */
  named(name: string): T | undefined;
  find(typed: string): Found<T>;
  /** Completions, best first; at most `limit`. An empty `typed` gives the entries asked about most. */
  suggest(typed: string, limit: number): readonly T[];
}

/** One step of a path between two roles. `transition` is absent where the step is only computed. */
export interface Step {
  readonly from: Role;
  readonly to: Role;
  readonly transition: Transition;
}

/** The facts, found by the names people actually type. Immutable: a reload makes a new one. */
export interface KnowledgeBase {
  readonly roles: Catalogue<Role>;
  readonly courses: Catalogue<Course>;
  readonly skills: Catalogue<Skill>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly transitions: {
    readonly all: readonly Transition[];
    into(role: string): readonly Transition[];
    outOf(role: string): readonly Transition[];
    between(from: string, to: string): Transition | undefined;
    /** The path with the fewest hops over documented transitions; undefined where there is none. */
    path(from: string, to: string): readonly Step[] | undefined;
  };
  /** The prompts written by hand, by track and in the order of each track. */
  readonly prompts: readonly Prompt[];
  /** Splits "data engineer ml engineer" into the names of two roles, as typed, where exactly one split names two. */
  splitPair(typed: string): readonly [string, string] | undefined;
  /** The names of the folders that are not used, since they have mistakes. */
  readonly leftOut?: readonly string[];
  /** A short hash of the content: the same version gives the same answers. */
  readonly version: string;
}
