import type { Health } from '../adapter.ts';
import type { Clock } from '../schedule/clock.ts';
import type { Log } from '../log.ts';
import { say } from '../language/say.ts';
import type { Store } from './store.ts';
import { reasonOf } from '../reason.ts';

const RETRY_MS = 5_000;
const PROBE_MS = 15_000;

/**
 * Keeps the store open, notices when it is gone and when it is back. Without it questions are still answered,
 * while whatever needs remembering is paused and says so.
 */
export class StoreKeeper {
  readonly #open: () => Promise<Store>;
  readonly #clock: Clock;
  readonly #log: Log;
  #store: Store | null = null;
  #problem: string | null = 'The store has not been opened yet.';
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

  /** What whoever wants something remembered is told while that is not possible. */
  paused(): string {
    const since = new Date(this.#since).toISOString().slice(0, 16).replace('T', ' ');
    const paused = say(
      'Schedules are paused since {since} UTC: the database cannot be reached. They catch up by themselves once it is back, and I answer everything else meanwhile.',
      { since },
    );
    return `${paused} ${say('For whoever runs me: {problem}', { problem: this.#problem ?? '' })}`;
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
    if (problem !== this.#problem)
      this.#log.error({ problem }, 'Schedules are paused: the store does not answer');
    this.#problem = problem;
    this.#checkAt = this.#clock.now() + RETRY_MS;
  }

  async close(): Promise<void> {
    await this.#store?.close();
    this.#store = null;
    this.#problem = 'The store was closed.';
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
