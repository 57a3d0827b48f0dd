import { setImmediate } from 'node:timers/promises';
import type { Parcel } from '../store/parcels.ts';
import type { Engine, EngineWork } from './engine.ts';
import { giveUp } from './give-up.ts';
import type { Poster } from './poster.ts';
import { backoff } from './settings.ts';
import { reasonOf } from '../reason.ts';

/** Delivers in this process: each place has its own share, so that one that hangs does not hold up the others. */
export function embeddedEngine(): Engine {
  let lanes: Lane[] = [];
  return {
    async start(work) {
      // A file has one process: what the one before it held is nobody's now. Tries have their own hold.
      await work.store.parcels.release();
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

  /** Fills the free share with parcels that are ready. */
  async pump(): Promise<void> {
    const { settings, clock } = this.#work.context;
    const limit = settings.concurrency - this.#running.size;
    if (limit <= 0 || this.#stopped) return;
    const now = clock.now();
    const heldUntil = now + settings.parcelHoldMs;
    const taken = await this.#work.store.parcels.take({ place: this.#poster.place, now, heldUntil, limit });
    for (const parcel of taken) this.#start(parcel);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  #start(parcel: Parcel): void {
    const running = this.#run(parcel).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #run(parcel: Parcel): Promise<void> {
    // Answering people comes first: other work gets its turn between two parcels.
    await setImmediate();
    const { store, log, context } = this.#work;
    try {
      const result = await this.#work.deliver(parcel, this.#poster);
      if (result.kind === 'closed') return;
      const { clock, settings } = context;
      const at = result.kind === 'later' ? result.at : clock.now() + backoff(settings, parcel.tries);
      await context.insist(() => store.parcels.postpone(parcel, at));
    } catch (error) {
      const reason = reasonOf(error);
      const say = this.#stopped ? 'debug' : 'error';
      log[say](
        { reason, occurrence: parcel.occurrence, target: parcel.target },
        'A delivery was interrupted',
      );
      await this.#afterError(parcel);
    }
  }

  /** It stays held and is taken again when the hold ends, unless that has gone on for too long. */
  async #afterError(parcel: Parcel): Promise<void> {
    const { context, log } = this.#work;
    const { lookMs, spareTries } = context.settings;
    if (context.clock.now() < parcel.deadline + lookMs || parcel.tries <= spareTries) return;
    await giveUp(this.#work, parcel, parcel.tries).catch((error: unknown) =>
      log.error({ reason: reasonOf(error) }, 'A delivery could not be ended'),
    );
  }
}
