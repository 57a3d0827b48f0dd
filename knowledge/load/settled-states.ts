import { setTimeout } from 'node:timers/promises';
import { stateInTurns } from './file-state.ts';
import { type FolderChanges, folderChanges } from './folder-changes.ts';

/** How files are followed. */
export interface FollowOptions {
  /** Milliseconds for which changed files have to be left alone before they are read. */
  readonly every?: number;
  /** Milliseconds after which files are looked at although no change was reported. */
  readonly look?: number;
  /** Another way to hear of changes than the system's. */
  readonly listen?: (folders: readonly string[]) => FolderChanges;
}

/** At most this share of the time goes into looking at files, however slow they are. */
const SHARE = 1 / 20;

/**
 * Gives the state of the files below `folders` each time when it is another than before and has then stayed so for `every`
 * milliseconds, until `signal` aborts. They are looked at when a change is reported, and once a minute, since not every
 * system reports them: a look at 5,000 files every other second took 2 % of a processor.
 */
export async function* settledStates(
  folders: readonly string[],
  first: string,
  signal: AbortSignal,
  { every = 500, look = 60_000, listen = folderChanges }: FollowOptions = {},
): AsyncGenerator<string> {
  const changes = listen(folders);
  signal.addEventListener('abort', () => changes.stop(), { once: true });
  let [before, seen, wait] = [first, first, every];
  for (;;) {
    await setTimeout(wait, undefined, { ref: false, signal });
    const start = performance.now();
    await changes.listen();
    const now = await stateInTurns(folders);
    wait = Math.max(every, (performance.now() - start) / SHARE);
    const isSettled = now === before;
    before = now;
    if (!isSettled) continue;
    if (now !== seen) yield (seen = now);
    await changedOrLate(changes, look, signal);
  }
}

/** Settles when a change is reported, or after `look` milliseconds. */
async function changedOrLate(changes: FolderChanges, look: number, signal: AbortSignal): Promise<void> {
  const heard = new AbortController();
  const late = setTimeout(look, undefined, { ref: false, signal: AbortSignal.any([signal, heard.signal]) });
  await Promise.race([changes.changed(), late.catch(() => undefined)]);
  heard.abort();
  signal.throwIfAborted();
}
