import { setImmediate } from 'node:timers/promises';
import type { Delivery } from '../store/deliveries.ts';
import type { Engine, EngineWork } from './engine.ts';
import { deadLetter } from './dead-letter.ts';
import type { Poster } from './poster.ts';
import { backoff } from './settings.ts';
import { reasonOf } from '../reason.ts';

/** Delivers in this process: each place has its own share, so that one that hangs does not hold up the others. */
export function embeddedEngine(): Engine {
  let lanes: Lane[] = [];
  return {
    async start(work) {
      // A file has one process: what the one before it held is nobody's now. Tries have their own hold.
      await work.store.deliveries.release();
      lanes = work.posters.map((poster) => new Lane(work, poster));
    },
    async pump() {
      for (const lane of lanes) await lane.pump();
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
      lanes = [];
    },
  };
}

class Lane {
  readonly #work: EngineWork;
  readonly #poster: Poster;
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(work: EngineWork, poster: Poster) {
    this.#work = work;
    this.#poster = poster;
  }

  /** Fills the free share with deliveries that are ready. */
  async pump(): Promise<void> {
    const { settings, clock } = this.#work.context;
    const limit = settings.concurrency - this.#running.size;
    if (limit <= 0 || this.#stopped) return;
    const now = clock.now();
    const heldUntil = now + settings.deliveryHoldMs;
    const taken = await this.#work.store.deliveries.take({
      place: this.#poster.place,
      now,
      heldUntil,
      limit,
    });
    for (const delivery of taken) this.#start(delivery);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  #start(delivery: Delivery): void {
    const running = this.#run(delivery).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #run(delivery: Delivery): Promise<void> {
    // Answering people comes first: other work gets its turn between two deliveries.
    await setImmediate();
    const { store, log, context } = this.#work;
    try {
      const result = await this.#work.deliver(delivery, this.#poster);
      if (result.kind === 'closed') return;
      const { clock, settings } = context;
      const at = result.kind === 'later' ? result.at : clock.now() + backoff(settings, delivery.tries);
      await context.insist(() => store.deliveries.postpone(delivery, at));
    } catch (error) {
      const reason = reasonOf(error);
      const say = this.#stopped ? 'debug' : 'error';
      log[say](
        { reason, occurrence: delivery.occurrence, target: delivery.target },
        'A delivery was interrupted',
      );
      await this.#afterError(delivery);
    }
  }

  /** It stays held and is taken again when the hold ends, unless that has gone on for too long. */
  async #afterError(delivery: Delivery): Promise<void> {
    const { context, log } = this.#work;
    const { lookMs, spareTries } = context.settings;
    if (context.clock.now() < delivery.deadline + lookMs || delivery.tries <= spareTries) return;
    await deadLetter(this.#work, delivery, delivery.tries).catch((error: unknown) =>
      log.error({ reason: reasonOf(error) }, 'A delivery could not be ended'),
    );
  }
}
