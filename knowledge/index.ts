import type { Match } from './match.ts';
import type { Fact, FactRef } from './load/evidence.ts';
import type { Guide } from './kinds/guide.ts';
import type { Entries, KindName } from './kinds/index.ts';
import type { Translation } from './scales.ts';
import type { Course } from './kinds/course.ts';
import type { Prompt } from './kinds/prompt.ts';
import type { Role, Skill } from './linked.ts';
import type { Source } from './kinds/source.ts';
import type { Transition } from './kinds/transition.ts';

export { type Citation, cite, citeAll, type Fact, type FactRef, type FieldPath } from './load/evidence.ts';
export type { Course } from './kinds/course.ts';
export type { Block, PayBand, RoleFacts } from './kinds/facts.ts';
export type { Effort, Growth, Period, Price } from './kinds/figures.ts';
export type { Prompt } from './kinds/prompt.ts';
export type { Source } from './kinds/source.ts';
export type { Transition } from './kinds/transition.ts';
export type { Level, Priority } from './scales.ts';
export type { Role, Skill } from './linked.ts';

/** What looking a name up gave: how sure, and the entries meant, best first. */
export interface Found<T> {
  readonly match: Match;
  /** The entry, when the match is exact or close. */
  readonly entry?: T;
  /** The entries behind `match.choices`, in the same order. */
  readonly choices: readonly T[];
}

/** Entries of one kind, found by the names people actually type. */
export interface Repository<T> {
  readonly all: readonly T[];
  get(id: string): T | undefined;
  /**
   * The entry with this id, title or alias, as written but for case, plurals and punctuation: a look-up, not a search,
   * for names that stand in facts. An id wins over a title and that over an alias; of imported occupations, whose
   * aliases are the many jobs they are made of, ids and titles count only.
   */
  named(name: string): T | undefined;
  find(typed: string): Found<T>;
  /**
   * What has this very name in any gender, number or language that names are read in; `entry` is undefined where several
   * have it. A look-up of microseconds, for every run of words of a sentence.
   */
  lookUp(typed: string): { readonly entry: T | undefined; readonly translated: boolean } | undefined;
  /** Completions, best first; at most `limit`. An empty `typed` gives the entries asked about most. */
  suggest(typed: string, limit: number): readonly T[];
  /** The entry with its texts in a language, as far as they are translated: the very entry that `get` gives where none is. */
  translated(id: string, language: Translation): T | undefined;
}

/** What an entry of each kind is once all packs are joined. */
type Joined = Omit<Entries, 'role' | 'skill' | 'guide'> & {
  readonly role: Role;
  readonly skill: Skill;
  readonly guide: Guide;
};

/** One step of a path between two roles. `transition` is absent where the step is only computed. */
export interface Step {
  readonly from: Role;
  readonly to: Role;
  readonly transition: Transition;
}

/** The facts, found by the names people actually type. Immutable: a reload makes a new one. */
export interface KnowledgeBase {
  /** The entries of any kind: `of('course').find('deep learning')`. Those of prompts have ids such as `ml-engineer/drift`. */
  of<Name extends KindName>(kind: Name): Repository<Joined[Name]>;
  readonly roles: Repository<Role>;
  readonly courses: Repository<Course>;
  readonly skills: Repository<Skill>;
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
  /** Where a fact is from: an object of an entry that cites a source, such as a pay band; a translated one too. */
  readonly refOf: (fact: Fact) => FactRef | undefined;
  /** Splits "data engineer ml engineer" into the names of two roles, as typed, where exactly one split names two. */
  splitPair(typed: string): readonly [string, string] | undefined;
  /** The names of the folders that are not used, since they have mistakes. */
  readonly leftOut?: readonly string[];
  /** A short hash of the content: the same version gives the same answers. */
  readonly version: string;
}
