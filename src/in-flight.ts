/** What began and has not ended: a graceful stop waits for it. */
export interface InFlight {
  /** Counts this work until it settles, and gives it back. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Settles once nothing goes on, also of what began meanwhile. Never rejects. */
  settled(): Promise<void>;
}

/** Nothing goes on yet. */
export function createInFlight(): InFlight {
  const going = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      going.add(work);
      const end = () => going.delete(work);
      work.then(end, end);
      return work;
    },
    settled: async () => {
      while (going.size > 0) await Promise.allSettled(going);
    },
  };
}
