import { advertisedPay } from './advertised-pay.ts';
import { esco } from './esco.ts';
import { gdad } from './gdad.ts';
import type { Importer } from './importer.ts';
import { oews } from './oews.ts';
import { onet } from './onet.ts';
import { projections } from './projections.ts';

export type { Importer, RunOptions, Summary } from './importer.ts';
export { ImportProblem } from './problem.ts';

/**
 * The importers by the name that the command line knows them by. What they write are packs like any other, joined as
 * `merge` says: later packs win. An imported pack that is read after another replaces the facts that the other has of
 * the same source about the same role; an imported occupation never takes a name from a role written by hand.
 */
export const importers: Readonly<Record<string, Importer>> = {
  onet,
  oews,
  projections,
  esco,
  gdad,
  'advertised-pay': advertisedPay,
};
