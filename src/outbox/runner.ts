import type { Health } from '../health.ts';
import { say } from '../message/say.ts';
import type { Log } from '../log.ts';
import type { StoreSupervisor } from '../store/supervisor.ts';
import type { Notice } from '../store/notices.ts';
import { isOutage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../clock.ts';
import { deliver } from './deliver.ts';
import type { DeliveryContext } from './delivery.ts';
import type { Engine } from './engine.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { Poster } from './poster.ts';
import type { Settings } from './settings.ts';
import { reasonOf } from '../reason.ts';

/** What the runner is built from. */
export interface RunnerParts {
  /** The name of this process, as `why` shows it. */
  readonly worker: string;
  readonly supervisor: StoreSupervisor;
  readonly engine: Engine;
  readonly posters: readonly Poster[];
  /** Claims what has come due, by whoever knows when that is and what is said then. */
  readonly claim: (store: Store) => Promise<void>;
  /** Tells administrators; a rejection means that it is tried again later. */
  readonly notify: (notice: Notice) => Promise<void>;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log: Log;
}

const STRANDED = say('It could not be delivered in time: its place was not connected.');
const DAY_MS = 24 * 3_600_000;
const NOTICE_HOLD_MS = 5 * 60_000;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/** Posts each occurrence of each schedule once: has what is due claimed, and hands it to the engine. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #stop = new AbortController();
  readonly #context: DeliveryContext;
  #loop: Promise<void> | null = null;
  #started: Store | null = null;
  #pruneAt = 0;
  #detail = 'Starting.';

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    const { worker, clock, settings, log } = parts;
    const rateLimiter = new RateLimiter(clock, this.#stop.signal);
    const insist = <T>(write: () => Promise<T>) => this.#insist(write);
    this.#context = { worker, clock, rateLimiter, settings, log, insist };
  }

  /** Runs until stopped. */
  start(): void {
    this.#loop ??= this.#run();
  }

  /** Starts nothing more, and waits for what is being posted. */
  async stop(): Promise<void> {
    const { engine } = this.#parts;
    const stopped = engine.stop();
    this.#stop.abort();
    await this.#loop;
    await stopped;
    // It may have been starting meanwhile.
    await engine.stop();
  }

  health(): Health {
    const health = this.#parts.supervisor.health();
    return health.live ? { live: true, detail: this.#detail } : health;
  }

  /** One look at what is due; never rejects. */
  async tick(): Promise<void> {
    const store = await this.#parts.supervisor.check();
    if (store === null) return;
    try {
      await this.#work(store);
    } catch (error) {
      if (!isOutage(error))
        this.#parts.log.error({ reason: reasonOf(error) }, 'Schedules could not be worked on');
      this.#parts.supervisor.failed(error);
    }
  }

  async #run(): Promise<void> {
    const { clock, settings } = this.#parts;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.tick();
      await clock.sleep(settings.tickMs, signal);
    }
  }

  async #work(store: Store): Promise<void> {
    await this.#startEngine(store);
    await this.#parts.claim(store);
    await this.#parts.engine.pump();
    await this.#closeStranded(store);
    await this.#tell(store);
    await this.#prune(store);
    const { active, nextDue } = await store.schedules.outlook();
    const next = nextDue === null ? '' : `, the next is due ${new Date(nextDue).toISOString().slice(0, 16)}Z`;
    this.#detail = `${active} active ${active === 1 ? 'schedule' : 'schedules'}${next}.`;
  }

  async #startEngine(store: Store): Promise<void> {
    if (this.#started === store) return;
    const { posters, engine, log } = this.#parts;
    const context = this.#context;
    await engine.start({
      store,
      posters,
      context,
      log,
      deliver: (delivery, poster) => deliver(store, delivery, poster, context),
    });
    this.#started = store;
  }

  /** Deliveries for a place that is not connected here are nobody's; past their time they are ended. */
  async #closeStranded(store: Store): Promise<void> {
    const { posters, clock } = this.#parts;
    const places = posters.map((poster) => poster.place);
    for (const delivery of await store.deliveries.stranded(places, clock.now(), 100)) {
      await store.deliveries.abandon(delivery, clock.now(), STRANDED);
    }
  }

  async #tell(store: Store): Promise<void> {
    const { notify, clock, log } = this.#parts;
    for (const notice of await store.notices.take(clock.now(), clock.now() + NOTICE_HOLD_MS)) {
      try {
        await notify(notice);
        await store.notices.told(notice.id, clock.now());
      } catch (error) {
        log.warn(
          { reason: reasonOf(error), schedule: notice.schedule },
          'An administrator could not be told',
        );
      }
    }
  }

  async #prune(store: Store): Promise<void> {
    const { clock, settings } = this.#parts;
    const now = clock.now();
    if (now < this.#pruneAt) return;
    await store.prune(now - settings.keepMs, now);
    this.#pruneAt = now + DAY_MS;
  }

  /** What was posted must be written down, so an outage is waited for. */
  async #insist<T>(write: () => Promise<T>): Promise<T> {
    const { clock, supervisor } = this.#parts;
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        return await write();
      } catch (error) {
        if (!isOutage(error) || this.#stop.signal.aborted) throw error;
        supervisor.failed(error);
        await clock.sleep(wait, this.#stop.signal);
      }
    }
  }
}
