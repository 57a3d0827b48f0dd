import type { Log } from '../log.ts';
import type { DeliveryId } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { DeliveryResult, DeliveryContext } from './delivery.ts';
import type { Poster } from './poster.ts';

/** What an engine is started with. */
export interface EngineWork {
  readonly store: Store;
  readonly posters: readonly Poster[];
  readonly context: DeliveryContext;
  readonly log: Log;
  deliver(delivery: DeliveryId, poster: Poster): Promise<DeliveryResult>;
}

/**
 * Sees to it that every delivery that is ready is delivered, again after a failure, and again by somebody else
 * when a process dies. What happened to a delivery is in the store; the engine only decides who tries, and when.
 */
export interface Engine {
  start(work: EngineWork): Promise<void>;
  /** Looks for deliveries that are ready in each place; resolves without waiting for their delivery. */
  pump(): Promise<void>;
  /** Starts nothing more and waits for what is being delivered. */
  stop(): Promise<void>;
}
