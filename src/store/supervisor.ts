import { randomUUID } from 'node:crypto';
import type { Health } from '../health.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from './store.ts';
import { reasonOf } from '../reason.ts';
import type { Trouble } from './trouble.ts';
import { troubleOf } from './trouble.ts';

const RETRY_MS = 5_000;
const PROBE_MS = 15_000;

/** Why the store cannot be used, for people: the reason itself is in the log, under the same number. */
export interface Outage {
  /** Epoch milliseconds. */
  readonly since: number;
  readonly reference: string;
  readonly trouble: Trouble;
}

/**
 * Keeps the store open, notices when it is gone and when it is back. Without it questions are still answered,
 * while whatever needs remembering is paused and says so.
 */
export class StoreSupervisor {
  readonly #open: () => Promise<Store>;
  readonly #clock: Clock;
  readonly #log: Log;
  #store: Store | null = null;
  #problem: string | null = 'The store has not been opened yet.';
  #reference = '';
  #trouble: Trouble = 'other';
  #checkAt = 0;
  #checking: Promise<void> | undefined;
  /** Whether nothing failed since it last answered, and since when it does not; epoch milliseconds. */
  #isWell = true;
  #since = 0;

  constructor(open: () => Promise<Store>, clock: Clock, log: Log) {
    this.#open = open;
    this.#clock = clock;
    this.#log = log;
  }

  /** The store while it can be relied on, else null. */
  get store(): Store | null {
    return this.#problem === null ? this.#store : null;
  }

  health(): Health {
    if (this.#problem === null)
      return { live: true, detail: `Remembering in ${this.#store?.database.place ?? ''}.` };
    return { live: false, detail: `Answers work, schedules are paused: ${this.#problem}` };
  }

  /** What is to be said of it while the store cannot be used. */
  outage(): Outage {
    return { since: this.#since, reference: this.#reference, trouble: this.#trouble };
  }

  /** Opens or probes the store when it is time to; never rejects. */
  async check(): Promise<Store | null> {
    if (this.#clock.now() >= this.#checkAt) {
      // Two at once would open it twice, and each take the other's probe for a fault.
      this.#checking ??= this.#look().finally(() => (this.#checking = undefined));
      await this.#checking;
    }
    return this.store;
  }

  /** Says that using the store failed: everything waits until a probe succeeds. */
  failed(error: unknown): void {
    const problem = reasonOf(error);
    if (this.#isWell) this.#since = this.#clock.now();
    this.#isWell = false;
    if (problem !== this.#problem) this.#stop(problem, troubleOf(error));
    this.#checkAt = this.#clock.now() + RETRY_MS;
  }

  async close(): Promise<void> {
    await this.#store?.close();
    this.#store = null;
    this.#stop('The store was closed.', 'other', 'info');
  }

  /** Each reason has a number of its own, under which the log has it. */
  #stop(problem: string, trouble: Trouble, level: 'error' | 'info' = 'error'): void {
    this.#problem = problem;
    this.#trouble = trouble;
    this.#reference = randomUUID().slice(0, 8);
    const details = { reference: this.#reference, problem };
    this.#log[level](details, 'Schedules are paused: the store does not answer');
  }

  async #look(): Promise<void> {
    try {
      if (this.#store === null) this.#store = await this.#open();
      else await this.#store.probe();
      this.#recovered();
    } catch (error) {
      this.failed(error);
    }
  }

  #recovered(): void {
    if (this.#problem !== null) this.#log.info({ store: this.#store?.database.place }, 'The store answers');
    this.#problem = null;
    this.#isWell = true;
    this.#checkAt = this.#clock.now() + PROBE_MS;
  }
}
