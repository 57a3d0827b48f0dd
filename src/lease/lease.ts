/** What one of several processes does alone. */
export interface LeasedWork {
  /** The same in every process that would do it; another one for each shard. */
  readonly name: string;
  /** What is held, as the log says it. */
  readonly what: string;
  /** Whether two may do it for a moment, so that one that stops hands over without a gap. */
  readonly overlaps?: boolean;
  /** Begins it. A rejection gives the lease up for good. */
  begin(lease: Lease): Promise<void>;
  /** Ends it, also what is still beginning. Never rejects. */
  end(): Promise<void>;
}

/** Whether this process does it. */
export type Standing =
  | { readonly kind: 'holds' }
  /** Does it without a lease, since the store cannot be asked: the first sign of another process ends that. */
  | { readonly kind: 'unsure' }
  /** `behind` holds it; null while the store does not say who does. */
  | { readonly kind: 'waits'; readonly behind: string | null };

/** A lease that is renewed, or waited for, until its process stops. */
export interface Lease {
  readonly standing: Standing;
  /** True while this process is unsure, and has seen neither that it is alone nor that it is not. */
  readonly isDoubtful: boolean;
  /** Tells that nobody else did what this process just did. */
  uncontested(): void;
  /** Tells that somebody else seems to have done it: whoever is unsure doubts, then leaves it to them. */
  contested(): void;
  /**
   * Ends the work, then gives the lease back; in the other order, with a moment between, where the work overlaps and
   * another process stands by. Never rejects.
   */
  stop(): Promise<void>;
}

/** Leases on what one of several processes does alone: leader election over the store. */
export interface Leases {
  /** Settles once the work is begun, or it is known that somebody else does it. Rejects as `begin` does. */
  hold(work: LeasedWork): Promise<Lease>;
}

/** How leases are timed, in milliseconds. Whoever dies is replaced within `lastsMs`, a `tryMs` and an `answerMs`. */
export interface LeaseTiming {
  /** How long a lease lasts that is not renewed. */
  readonly lastsMs: number;
  readonly renewMs: number;
  /** Between two tries while it is not held, or was not renewed. */
  readonly tryMs: number;
  /** How long before its end a lease that cannot be renewed is left. */
  readonly marginMs: number;
  /** How long the store may take to answer. */
  readonly answerMs: number;
  /** How long a store is waited for before going on without a lease: by then whoever can reach it has taken it. */
  readonly blindMs: number;
  /** The same where another process was seen. */
  readonly contestedMs: number;
  /** How long work that overlaps goes on once its lease is given back: another process asks for it and begins. */
  readonly overlapMs: number;
}

export const LEASE_TIMING: LeaseTiming = {
  lastsMs: 9_000,
  renewMs: 3_000,
  tryMs: 1_500,
  marginMs: 1_000,
  answerMs: 2_000,
  blindMs: 12_000,
  contestedMs: 600_000,
  overlapMs: 3_000,
};
