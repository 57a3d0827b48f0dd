import type { Adapter } from '../adapter.ts';
import type { Readiness } from '../http/probes.ts';

/** What there is to wait for at the start, with what is said while it is not done. */
const STEPS = {
  knowledge: 'the knowledge is being opened',
  store: 'the store is being tried',
  places: 'the places are being connected',
} as const;

/** Follows a process from its start to its end, so that it can say whether it is ready. */
export interface Lifecycle {
  done(step: 'knowledge' | 'store'): void;
  connected(places: readonly Pick<Adapter, 'name' | 'health'>[]): void;
  stopping(): void;
  readiness(): Readiness;
}

/** A process that has just begun. */
export function createLifecycle(): Lifecycle {
  const waiting = new Set<keyof typeof STEPS>(['knowledge', 'store', 'places']);
  let places: readonly Pick<Adapter, 'name' | 'health'>[] = [];
  let isStopping = false;
  return {
    done: (step) => void waiting.delete(step),
    connected: (all) => {
      places = all;
      waiting.delete('places');
    },
    stopping: () => void (isStopping = true),
    readiness: () => {
      if (isStopping) return not('stopping', 'it was told to stop');
      const [step] = waiting;
      return step === undefined ? readinessOf(places) : not('starting', STEPS[step]);
    },
  };
}

function not(word: Readiness['word'], reason: string): Readiness {
  return { isReady: false, word, reason };
}

/** Ready where every place is connected; where another process does all of it, this one stands by. */
function readinessOf(places: readonly Pick<Adapter, 'name' | 'health'>[]): Readiness {
  const all = places.map((place) => ({ name: place.name, ...place.health() }));
  const lost = all.filter(({ live }) => !live);
  if (lost.length > 0) return not('unavailable', `not connected: ${namesOf(lost)}`);
  const idle = all.filter(({ standsBy }) => standsBy === true);
  if (idle.length === 0) return { isReady: true, word: 'ready', reason: `connected: ${namesOf(all)}` };
  const word = idle.length === all.length ? 'standing by' : 'ready';
  return { isReady: true, word, reason: `another process holds: ${namesOf(idle)}` };
}

function namesOf(places: readonly { readonly name: string }[]): string {
  return places.map(({ name }) => name).join(', ');
}
