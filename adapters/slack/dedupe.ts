import { LRUCache } from 'lru-cache';

/** Slack sends again what it thinks was lost; ten minutes cover its last try. */
const KEEP_MS = 10 * 60_000;

/** At most this many keys are kept; about 30 a second for ten minutes. */
const MOST = 20_000;

/** Remembers keys for ten minutes. */
export interface Dedupe {
  /** True when any of the keys was seen before; remembers them all. */
  seen(keys: readonly string[]): boolean;
}

/** `clock` gives epoch milliseconds. */
export function createDedupe(clock: () => number = Date.now): Dedupe {
  const kept = new LRUCache<string, true>({
    max: MOST,
    ttl: KEEP_MS,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return {
    seen: (keys) => {
      const known = keys.some((key) => kept.has(key));
      for (const key of keys) kept.set(key, true);
      return known;
    },
  };
}
