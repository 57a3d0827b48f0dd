import { afterEach, expect } from 'vitest';
import type { Lease, LeaseTiming } from '../../src/lease/lease.ts';
import { createLeases } from '../../src/lease/leases.ts';
import { silentLog } from '../../src/log.ts';
import type { Store, StoreAddress } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { newFile } from '../store/stores.ts';

/** Leases that last for a moment. A busy machine is no store that is away, so that the store may take its time. */
export const QUICK: LeaseTiming = {
  lastsMs: 1_200,
  renewMs: 150,
  tryMs: 40,
  marginMs: 400,
  answerMs: 5_000,
  blindMs: 1_500,
  contestedMs: 60_000,
  overlapMs: 300,
};

/** Who does the work now. */
export const doing = new Set<string>();
let most = 0;

/** As many as ever did it at once. */
export const mostAtOnce = () => most;

const closers: (() => Promise<void>)[] = [];

/** Ends all processes of a test after it, and closes what they remember in. */
export function endAfterEach(): void {
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close();
    doing.clear();
    most = 0;
  });
}

/** Two processes' own connections to one store. */
export async function openBoth(address: StoreAddress): Promise<[Store, Store]> {
  const stores: [Store, Store] = [await openStore(address), await openStore(address)];
  closers.push(async () => void (await Promise.all(stores.map((store) => store.close()))));
  return stores;
}

/** A process that stands for others. */
export interface Replica {
  readonly lease: Lease;
  readonly lines: readonly string[];
  /** Whether the store is away for this process. */
  isCutOff: boolean;
  /** It dies without a word. */
  die(): void;
  stop(): Promise<void>;
}

/** A process that does the work `name` while it holds the lease on that. */
export async function replica(
  worker: string,
  store: Store,
  { name = 'work', isCutOff = false, isShared = true, overlaps = false, timing = QUICK } = {},
): Promise<Replica> {
  const lines: string[] = [];
  const note = (_: object, line: string) => void lines.push(line);
  const log = { ...silentLog, info: note, warn: note, error: note };
  const state = { isCutOff, isDead: false };
  const leases = createLeases({
    store: async () => (state.isCutOff || state.isDead ? null : store),
    isShared,
    worker,
    log,
    timing,
  });
  closers.push(() => leases.stop());
  const lease = await leases.hold({
    name,
    what: 'the work',
    overlaps,
    begin: async () => {
      if (state.isDead) return;
      doing.add(worker);
      most = Math.max(most, doing.size);
    },
    end: async () => void doing.delete(worker),
  });
  return {
    lease,
    lines,
    get isCutOff() {
      return state.isCutOff;
    },
    set isCutOff(value) {
      state.isCutOff = value;
    },
    die: () => {
      state.isDead = true;
      doing.delete(worker);
    },
    stop: () => leases.stop(),
  };
}

/** A store of its own for a test. */
export async function oneStore(): Promise<Store> {
  const store = await openStore({ file: newFile() });
  closers.push(() => store.close());
  return store;
}

/** Settles once these do the work, and nobody else. */
export const does = (...workers: string[]) =>
  expect.poll(() => [...doing], { timeout: 5_000, interval: 5 }).toEqual(workers);

/** What is logged by whoever leaves for an outage. */
export const LEFT = 'leaves the work: the store does not answer';
/** Settles once a process has logged this. */
export const told = (who: Replica, words: string) =>
  expect.poll(() => who.lines.join('\n'), { timeout: 5_000, interval: 5 }).toContain(words);
