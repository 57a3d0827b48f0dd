import type { z } from 'zod';
import type { block, payBand, roleFacts } from '../kinds/facts.ts';
import type { role } from '../kinds/role.ts';
import type { source } from '../kinds/source.ts';

type Input = z.input<typeof roleFacts>;

/** An element of a list of facts as a line of `facts.jsonl` holds it: the source stands once, on the line. */
type Unsourced<T> = Omit<T, 'source'>;
type Elements<List extends keyof Input> = readonly Unsourced<NonNullable<Input[List]>[number]>[];

export type PayInput = Unsourced<z.input<typeof payBand>>;
export type NotesInput = Unsourced<z.input<typeof block>>;
export type SkillsInput = Elements<'skills'>[number];
export type LadderInput = Elements<'ladder'>[number];

/** A line of `facts.jsonl`: what one source says about every role that has the code, or one of the names. */
export interface FactsInput {
  readonly source: string;
  readonly onet?: string;
  readonly esco?: string;
  readonly titles?: readonly string[];
  readonly fallback?: true;
  readonly outlook?: Elements<'outlook'>;
  readonly pay?: readonly PayInput[];
  readonly payElsewhere?: readonly PayInput[];
  readonly skills?: Elements<'skills'>;
  readonly ladder?: Elements<'ladder'>;
  readonly notes?: readonly NotesInput[];
}

export type RoleInput = z.input<typeof role.schema>;
export type SourceInput = z.input<typeof source.schema>;

/** What an importer makes of a download, in any order: it is sorted when it is written. */
export interface PackParts {
  /** The publisher's name and release, such as `O*NET 29.2`. */
  readonly title: string;
  /** The first one's credit line is the pack's. */
  readonly sources: readonly SourceInput[];
  readonly roles: readonly RoleInput[];
  readonly facts: readonly FactsInput[];
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}
