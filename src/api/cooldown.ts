import type { Bucket, Pace } from '../token-bucket.ts';
import { refilled, waitFor } from '../token-bucket.ts';

/** Lets requests through as long as no script makes them: whoever asks by hand never meets it. */
export interface Cooldown {
  /** Takes one request; gives how many seconds to wait where that is too many, and 0 where it may go on. */
  take(): number;
}

/** An assistant asks a dozen things at a time; nobody reads two answers a second. */
const PACE: Pace = { atOnce: 120, perSecond: 2 };

/** A cooldown by a clock in epoch milliseconds. */
export function createCooldown(clock: () => number): Cooldown {
  let bucket: Bucket | undefined;
  return {
    take: () => {
      bucket = refilled(bucket, PACE, clock());
      const wait = waitFor(bucket, PACE, 1);
      if (wait === 0) bucket.left -= 1;
      return wait;
    },
  };
}
