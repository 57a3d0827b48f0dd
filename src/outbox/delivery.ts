import type { Log } from '../log.ts';
import type { Clock } from '../clock.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Settings } from './settings.ts';

/** What a delivery needs from the world. */
export interface DeliveryContext {
  /** The name of this process. */
  readonly worker: string;
  readonly clock: Clock;
  readonly rateLimiter: RateLimiter;
  readonly settings: Settings;
  readonly log: Log;
  /** Repeats a write until the store has taken it; rejects when it never will, or when we stop. */
  insist<T>(write: () => Promise<T>): Promise<T>;
}

/** What became of a delivery: over, to be taken again at an instant (epoch milliseconds), or failed for now. */
export type DeliveryResult =
  { readonly kind: 'closed' } | { readonly kind: 'later'; readonly at: number } | { readonly kind: 'retry' };
