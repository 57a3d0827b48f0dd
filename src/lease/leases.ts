import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { KeptLease } from './kept-lease.ts';
import type { LeasedWork, Leases, LeaseTiming } from './lease.ts';
import { LEASE_TIMING } from './lease.ts';

/** What leases are built from. */
export interface LeaseParts {
  /** The store while it can be relied on, else null. */
  readonly store: () => Promise<Store | null>;
  /** Whether processes elsewhere may reach a store that this one does not: a server, not a file. */
  readonly isShared: boolean;
  /** The name of this process, as others say who holds something. */
  readonly worker: string;
  readonly log: Log;
  readonly timing?: LeaseTiming;
}

/** Leases over a store, with the end of all of them. */
export function createLeases({ store, worker, timing = LEASE_TIMING, ...parts }: LeaseParts): Leases & {
  stop(): Promise<void>;
} {
  const kept: KeptLease[] = [];
  // Two containers may have one host name between them, and a process 1 each.
  const holder = `${worker} (${randomUUID().slice(0, 8)})`;
  const open = (work: LeasedWork) =>
    new KeptLease(work, {
      ask: async () =>
        (await store())?.leases.take({ name: work.name, holder, lastsMs: timing.lastsMs }) ?? null,
      release: async () => (await store())?.leases.release({ name: work.name, holder }),
      timing,
      ...parts,
    });
  return {
    hold: async (work) => {
      const lease = open(work);
      kept.push(lease);
      await lease.open();
      return lease;
    },
    stop: async () => {
      await Promise.all(kept.map((lease) => lease.stop()));
    },
  };
}
