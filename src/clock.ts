import { setTimeout } from 'node:timers/promises';

/** The time and the waiting, so that tests can bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};

/** What a promise gives, or undefined when it takes longer than `ms` milliseconds; then nobody waits for it any more. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const timeUp = Promise.withResolvers<undefined>();
  const timer = globalThis.setTimeout(timeUp.resolve, ms, undefined);
  try {
    return await Promise.race([promise, timeUp.promise]);
  } finally {
    clearTimeout(timer);
  }
}
