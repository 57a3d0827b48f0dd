import type { TestContext } from 'vitest';
import { vi } from 'vitest';
import type { StoreAddress } from '../../src/store/store.ts';
import { filledDatabase, newFile } from '../store/stores.ts';
import type { World } from './world.ts';
import { makeWorld } from './world.ts';

/** Makes a world for one test, whose schedules come due from `start` on (default: now), and ends it with the test. */
export type MakeWorld = (context: Pick<TestContext, 'onTestFinished'>, start?: string) => Promise<World>;

/** Both engines: embedded over a file, and on a real PostgreSQL. */
export const ENGINES: readonly (readonly [string, MakeWorld])[] = [
  ['embedded', (context, start) => worldAt({ file: newFile() }, context, start)],
  ['PostgreSQL', async (context, start) => worldAt({ url: await filledDatabase() }, context, start)],
];

/** Most of what a file of tests does on them is waiting, so it waits together. */
export function useEngines(): void {
  vi.setConfig({ maxConcurrency: 14, testTimeout: 60_000 });
}

async function worldAt(
  address: StoreAddress,
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  start?: string,
): Promise<World> {
  const world = await makeWorld(address, start);
  onTestFinished(() => world.close());
  return world;
}

/** Whether every step is over. */
export function isOver(states: readonly string[]): boolean {
  return states.length > 0 && states.every((state) => !/waiting|sending/.test(state));
}
