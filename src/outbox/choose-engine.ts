import type { StoreAddress } from '../store/store.ts';
import { embeddedEngine } from './embedded.ts';
import type { Engine } from './engine.ts';

/** The engine that goes with a store: in this process over a file, pg-boss on PostgreSQL. Loads only what it needs. */
export async function chooseEngine(address: StoreAddress): Promise<Engine> {
  return 'url' in address ? (await import('./boss.ts')).bossEngine(address.url) : embeddedEngine();
}
