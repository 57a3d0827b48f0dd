import type { z } from 'zod';
import type { roleFacts } from '../kinds/facts.ts';
import type { Releases } from './releases.ts';
import type { Selection } from './selection.ts';

type Input = z.input<typeof roleFacts>;

/** What one source says of a role, as its file holds it: no element repeats the source. */
export type SourceFacts = {
  readonly [List in keyof Input]?: readonly Omit<NonNullable<Input[List]>[number], 'source'>[];
};

/** How what a source says of a role is made of its release and of what was chosen. Empty lists where nothing was chosen. */
export type MakeFacts = (selection: Selection, releases: Releases) => SourceFacts;
