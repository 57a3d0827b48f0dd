import { setImmediate } from 'node:timers/promises';
import { createKnowledge, derive } from './base.ts';
import { readBuilt } from './load/built.ts';
import { copyToCache, keyOf, readCache, writeCache } from './load/cache.ts';
import { KnowledgeError } from './finding.ts';
import type { KnowledgeBase } from './index.ts';
import { stateOf } from './load/file-state.ts';
import { type FollowOptions, settledStates } from './load/settled-states.ts';
import { type LeftOut, openSound } from './load/sound.ts';

export { formatFinding, KnowledgeError } from './finding.ts';
export type { LeftOut } from './load/sound.ts';

export interface OpenOptions {
  /** A folder in which facts that passed every check are kept, so that the next start reads one file, not a thousand. */
  readonly cache?: string;
  /** How many packs, from the first on, there is no knowledge without. One, unless told. */
  readonly needed?: number;
  /** Where it is given, a pack after the needed ones that has mistakes is left out and told of here, one call for each opening. */
  readonly onLeftOut?: (leftOut: readonly LeftOut[]) => void;
  /** Hears that files are read which were changed after they had been checked by a build. */
  readonly onChangedSince?: (() => void) | undefined;
}

/**
 * The knowledge in `packs` (folders; later ones win, as `merge` says), all or nothing unless `onLeftOut` is there.
 * @throws KnowledgeError with every mistake in every file.
 */
export async function openKnowledge(
  packs: readonly string[],
  { cache, needed = 1, onLeftOut, onChangedSince }: OpenOptions = {},
): Promise<KnowledgeBase> {
  const { knowledge, leftOut } = await openSound(packs, onLeftOut ? packs.slice(needed) : [], async (some) =>
    cache === undefined
      ? createKnowledge(await readFacts(some))
      : openCached(some, stateOf(some), { cache, onChangedSince }),
  );
  if (leftOut.length > 0) onLeftOut?.(leftOut);
  return knowledge;
}

/** Checks packs now and keeps what is made of them in `cache`, so that the first start with them need not. */
export async function keepKnowledge(packs: readonly string[], cache: string): Promise<void> {
  await openKnowledge([...new Set(packs)], { cache }).catch((error: unknown) => {
    // Whoever starts with these packs is told the same; nothing is stored.
    if (!(error instanceof KnowledgeError)) throw error;
  });
}

interface Kept extends Pick<OpenOptions, 'onChangedSince'> {
  readonly cache: string;
  readonly after?: boolean;
}

/** The knowledge in packs whose files are in this state. What is made of it is kept before it is given, or after. */
async function openCached(
  packs: readonly string[],
  state: string,
  { cache, after = false, onChangedSince }: Kept,
): Promise<KnowledgeBase> {
  const key = keyOf(packs, state);
  const heard = {
    copied: (file: string) => copyToCache(cache, key, file),
    changed: () => onChangedSince?.(),
  };
  const stored = readCache(cache, key, packs) ?? (await readBuilt(packs, state, heard));
  if (stored !== undefined) return createKnowledge(stored.content, stored.derived);
  const content = await readFacts(packs);
  const derived = derive(content);
  const keep = async (): Promise<void> => {
    // Files that changed meanwhile may have been read half before and half after.
    if (stateOf(packs) === state) await writeCache(cache, key, { content, derived });
  };
  if (after) void setImmediate().then(keep);
  else await keep();
  return createKnowledge(content, derived);
}

async function readFacts(packs: readonly string[]) {
  // Loaded when needed only: reading takes two YAML parsers and every check.
  const { loadChecked } = await import('./load/load-checked.ts');
  return loadChecked(packs);
}

/** Knowledge that follows its files. */
export interface WatchedKnowledge {
  /** The last good knowledge. */
  readonly current: () => KnowledgeBase;
  readonly stop: () => void;
}

export interface WatchOptions extends OpenOptions, FollowOptions {}

/**
 * Opens the knowledge in `packs` and opens it again once its files have changed and have then been left alone for
 * `every` milliseconds. While a change has mistakes, the last good knowledge stays and `onError` hears of it, once for
 * each change; a pack that was left out at first may go on having mistakes.
 * @throws KnowledgeError where the first opening fails.
 */
export async function watchKnowledge(
  packs: readonly string[],
  onError: (error: Error) => void,
  { cache, needed = 1, onLeftOut, onChangedSince, ...follow }: WatchOptions = {},
): Promise<WatchedKnowledge> {
  const stopped = new AbortController();
  let out: readonly LeftOut[] = [];
  const open = async (state: string, expendable: readonly string[]): Promise<KnowledgeBase> => {
    const { knowledge: opened, leftOut } = await openSound(packs, expendable, async (some) => {
      if (cache === undefined) return createKnowledge(await readFacts(some));
      return openCached(some, some === packs ? state : stateOf(some), { cache, onChangedSince, after: true });
    });
    if (leftOut.length > 0 || out.length > 0) onLeftOut?.(leftOut);
    out = leftOut;
    return opened;
  };
  const first = stateOf(packs);
  let knowledge = await open(first, onLeftOut ? packs.slice(needed) : []);
  const followFiles = async (): Promise<void> => {
    for await (const now of settledStates(packs, first, stopped.signal, follow))
      await open(
        now,
        out.map(({ pack }) => pack),
      ).then((next) => (knowledge = next), onError);
  };
  void followFiles().catch((error: unknown) => {
    if (!stopped.signal.aborted) onError(error instanceof Error ? error : new Error(String(error)));
  });
  return { current: () => knowledge, stop: () => stopped.abort() };
}
