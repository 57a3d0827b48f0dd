import type { Log } from '../log.ts';
import type { ParcelId } from '../store/parcels.ts';
import type { Store } from '../store/store.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import type { Poster } from './poster.ts';

/** What an engine is started with. */
export interface EngineWork {
  readonly store: Store;
  readonly posters: readonly Poster[];
  readonly context: DeliveryContext;
  readonly log: Log;
  deliver(parcel: ParcelId, poster: Poster): Promise<Delivery>;
}

/**
 * Sees to it that every parcel that is ready is delivered, again after a failure, and again by somebody else
 * when a process dies. What happened to a parcel is in the store; the engine only decides who tries, and when.
 */
export interface Engine {
  start(work: EngineWork): Promise<void>;
  /** Looks for parcels that are ready in each place; resolves without waiting for their delivery. */
  pump(): Promise<void>;
  /** Starts nothing more and waits for what is being delivered. */
  stop(): Promise<void>;
}
