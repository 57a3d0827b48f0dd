import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { createKnowledge } from './base.ts';
import { errorsIn } from './check.ts';
import { KnowledgeError } from './finding.ts';
import type { KnowledgeBase } from './index.ts';
import { merge } from './merge.ts';
import { listPack } from './pack/folder.ts';
import { readPacks } from './pack/read.ts';

export { KnowledgeError } from './finding.ts';

/**
 * The knowledge in `packs` (folders; later ones win, as `merge` says), all or nothing.
 * @throws KnowledgeError with every mistake in every file.
 */
export async function openKnowledge(packs: readonly string[]): Promise<KnowledgeBase> {
  const contents = await readPacks(packs);
  const content = merge(contents);
  const errors = errorsIn(contents, content);
  if (errors.length > 0) throw new KnowledgeError(errors);
  return createKnowledge(content);
}

/** Knowledge that follows its files. */
export interface WatchedKnowledge {
  /** The last good knowledge. */
  readonly current: () => KnowledgeBase;
  readonly stop: () => void;
}

/**
 * Opens the knowledge in `packs` and opens it again once its files have changed and have then been left alone for
 * `every` milliseconds. While a change has mistakes, the last good knowledge stays and `onError` hears of it, once for
 * each change. Files are looked at rather than listened to, since network drives and containers do not report changes.
 * @throws KnowledgeError where the first opening fails.
 */
export async function watchKnowledge(
  packs: readonly string[],
  onError: (error: Error) => void,
  every = 2000,
): Promise<WatchedKnowledge> {
  const stopped = new AbortController();
  let seen = await stateOf(packs);
  let knowledge = await openKnowledge(packs);
  const follow = async (): Promise<void> => {
    let before = seen;
    for (;;) {
      await setTimeout(every, undefined, { ref: false, signal: stopped.signal });
      const now = await stateOf(packs);
      const settled = now === before;
      before = now;
      if (now === seen || !settled) continue;
      seen = now;
      await openKnowledge(packs).then((next) => (knowledge = next), onError);
    }
  };
  void follow().catch((error: unknown) => {
    if (!stopped.signal.aborted) onError(error instanceof Error ? error : new Error(String(error)));
  });
  return { current: () => knowledge, stop: () => stopped.abort() };
}

/** Changes whenever a file of the packs is written, added, moved or removed. */
async function stateOf(packs: readonly string[]): Promise<string> {
  const listings = await Promise.all(packs.map(listPack));
  const files = listings.flatMap((listing) => listing.files);
  const found = await Promise.all(files.map(({ path }) => stat(path).catch(() => undefined)));
  return JSON.stringify([
    listings.map(({ findings }) => findings),
    files.map(({ path }, i) => [path, found[i]?.size, found[i]?.mtimeMs, found[i]?.ino]),
  ]);
}
