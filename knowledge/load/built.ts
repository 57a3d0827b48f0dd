import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { versions } from 'node:process';
import { type Checked, readChecked } from './cache.ts';
import { contentsOf, stateOf } from './file-state.ts';

/** Facts that were checked when Rolecall was built lie at the top of what was built; the sources have none. */
const BUILT = join(import.meta.dirname, '../..');

/** Which files the built facts were made of. */
export interface BuiltRecord {
  readonly packs: number;
  readonly state: string;
  readonly contents: string;
  /** It writes and reads lists of numbers in its own way. */
  readonly v8: string;
}

/** The record and the facts, in what was built. */
export const recordIn = (folder: string): string => join(folder, 'knowledge.json');
export const factsIn = (folder: string): string => join(folder, 'knowledge.kept');

/**
 * The record of these packs in this state as they are now. Its contents are read last: of files that change meanwhile the
 * state is older, and no longer theirs.
 */
export async function recordOf(packs: readonly string[]): Promise<BuiltRecord> {
  const state = stateOf(packs);
  return { packs: packs.length, state, contents: await contentsOf(packs), v8: versions.v8 };
}

/**
 * The facts that were checked when Rolecall was built, if they are of these very files: by the state of the files, or, in a
 * copy or a container, where all files have other times, by what is in them. Then `copied` hears of it, so that the next
 * start need not read a thousand files again. `changed` hears of it where the same packs hold something else by now.
 */
export async function readBuilt(
  packs: readonly string[],
  state: string,
  { copied, changed }: { copied: (file: string) => Promise<void>; changed: () => void },
): Promise<Checked | undefined> {
  const record = readRecord();
  if (record?.packs !== packs.length || record.v8 !== versions.v8) return undefined;
  if (record.state === state) return readChecked(factsIn(BUILT), packs);
  if (record.contents !== (await contentsOf(packs)) || stateOf(packs) !== state) {
    changed();
    return undefined;
  }
  const facts = readChecked(factsIn(BUILT), packs);
  if (facts !== undefined) await copied(factsIn(BUILT));
  return facts;
}

function readRecord(): BuiltRecord | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the build wrote it
    return JSON.parse(readFileSync(recordIn(BUILT), 'utf8')) as BuiltRecord;
  } catch {
    return undefined;
  }
}
