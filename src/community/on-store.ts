import { isOutage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import type { StoreSupervisor } from '../store/supervisor.ts';
import { pausedBy } from './paused.ts';

/** Runs work on the store, or rejects with `Paused` while it is away. */
export type OnStore = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

/** The store as books use it; `wake` is called when it is used, so that whoever waits for that begins. */
export function onStore(supervisor: StoreSupervisor, wake: () => void): OnStore {
  return async (work) => {
    const store = await supervisor.check();
    if (store === null) throw pausedBy(supervisor.outage());
    wake();
    try {
      return await work(store);
    } catch (error) {
      if (!isOutage(error)) throw error;
      supervisor.failed(error);
      throw pausedBy(supervisor.outage());
    }
  };
}
