import type { CountKind, CountReport, Counts } from './counts.ts';
import type { Count } from '../store/counts.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { OnStore } from './on-store.ts';
import { Paused } from './paused.ts';

/** How long counts wait to be written together. */
const FLUSH_MS = 60_000;
/** As many different ones, and as many ids of what was heard, as wait while the store is away. */
const MOST_WAITING = 10_000;
const MOST_HEARD = 100_000;

/** What counting needs. */
export interface CountParts {
  readonly onStore: OnStore;
  /** Whether there is a store already, so that writing makes no new file. */
  readonly isThere: () => boolean;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Milliseconds; a minute unless told. */
  readonly flushMs?: number;
}

/** A count that goes up while it waits. */
type Waiting = Count & { readonly heard: string[] };

/** Counts in memory, written together once a minute and at the end; while the store is away they wait. */
export class StoredCounts implements Counts {
  readonly #parts: CountParts;
  #waiting = new Map<string, Waiting>();
  #heard = 0;
  #timer: NodeJS.Timeout | undefined;
  #isFull = false;

  constructor(parts: CountParts) {
    this.#parts = parts;
  }

  count(community: string, kind: CountKind, name: string, heard?: string): void {
    const day = new Date(this.#parts.clock.now()).toISOString().slice(0, 10);
    const once = heard === undefined ? { total: 1, heard: [] } : { total: 0, heard: [heard] };
    this.#add({ community, kind, name, day, ...once });
    this.#flushLater();
  }

  async report(community: string, since?: string): Promise<CountReport> {
    return this.#parts.onStore(async (store) => {
      await this.#write(store);
      return store.counts.report(community, since);
    });
  }

  /** Writes what waits; never rejects. A terminal's counts alone are no reason to make a file. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { onStore, isThere, log } = this.#parts;
    const isOwn = [...this.#waiting.values()].every(({ community }) => community.endsWith(':'));
    if (this.#waiting.size === 0 || (isOwn && !isThere())) return;
    try {
      await onStore((store) => this.#write(store));
    } catch (error) {
      if (!(error instanceof Paused)) log.warn({ reason: reasonOf(error) }, 'counts could not be written');
      this.#flushLater();
    }
  }

  /** What cannot be written waits on. Only what has no id may be counted twice, by a server that broke off after it wrote. */
  async #write(store: Store): Promise<void> {
    const batch = [...this.#waiting.values()];
    if (batch.length === 0) return;
    this.#waiting = new Map();
    this.#heard = 0;
    try {
      await store.counts.add(batch);
      this.#isFull = false;
    } catch (error) {
      for (const count of batch) this.#add(count);
      throw error;
    }
  }

  #add(count: Waiting): void {
    const key = JSON.stringify([count.community, count.kind, count.name, count.day]);
    const before = this.#waiting.get(key);
    const isFull = before === undefined && this.#waiting.size >= MOST_WAITING;
    if (isFull || this.#heard + count.heard.length > MOST_HEARD) return this.#full();
    this.#heard += count.heard.length;
    const heard = before?.heard ?? [];
    for (const id of count.heard) heard.push(id);
    this.#waiting.set(key, { ...count, total: count.total + (before?.total ?? 0), heard });
  }

  #full(): void {
    if (!this.#isFull)
      this.#parts.log.warn({ most: MOST_WAITING }, 'too many counts wait for the store; more are left out');
    this.#isFull = true;
  }

  #flushLater(): void {
    this.#timer ??= setTimeout(() => void this.flush(), this.#parts.flushMs ?? FLUSH_MS).unref();
  }
}
