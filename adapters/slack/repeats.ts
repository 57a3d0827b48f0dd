/** Slack sends again what it thinks was lost; ten minutes cover its last try. */
const KEEP_MS = 10 * 60_000;

/** At most this many keys are kept; about 30 a second for ten minutes. */
const MOST = 20_000;

/** Remembers keys for ten minutes. */
export interface Repeats {
  /** True when any of the keys was seen before; remembers them all. */
  seen(keys: readonly (string | null)[]): boolean;
}

/** `clock` gives epoch milliseconds. */
export function createRepeats(clock: () => number = Date.now): Repeats {
  const kept = new Map<string, number>();
  return {
    seen: (keys) => {
      const now = clock();
      forget(kept, now);
      const given = keys.filter((key) => key !== null);
      const known = given.some((key) => kept.has(key));
      for (const key of given) kept.set(key, now);
      return known;
    },
  };
}

/** Keys stand in the order they came, so the oldest are first. */
function forget(kept: Map<string, number>, now: number): void {
  for (const [key, at] of kept) {
    if (now - at < KEEP_MS && kept.size < MOST) return;
    kept.delete(key);
  }
}
