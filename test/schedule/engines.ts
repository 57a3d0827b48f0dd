import { join } from 'node:path';
import { afterAll, beforeAll, vi, type TestContext } from 'vitest';
import type { StoreAddress } from '../../src/store/store.ts';
import { startPostgres, type PostgresServer } from '../store/postgres-server.ts';
import { makeWorld, scratch, until, type World } from './world.ts';

const files = scratch();
let server: PostgresServer;
let count = 0;

/** Makes a world for one test, whose schedules come due from `start` on (default: now), and ends it with the test. */
export type MakeWorld = (context: Pick<TestContext, 'onTestFinished'>, start?: string) => Promise<World>;

/** Both engines: embedded over a file, and on a real PostgreSQL. */
export const ENGINES: readonly (readonly [string, MakeWorld])[] = [
  ['embedded', (context, start) => worldAt({ file: join(files.folder, `${++count}.db`) }, context, start)],
  ['PostgreSQL', async (context, start) => worldAt({ url: await server.database() }, context, start)],
];

/** Starts what both engines need, for a file of tests. */
export function useEngines(): void {
  // Most of it is waiting, so it waits together.
  vi.setConfig({ maxConcurrency: 14, testTimeout: 60_000 });
  beforeAll(async () => {
    server = await startPostgres();
    await makeTemplate();
  });
  afterAll(async () => {
    await server.stop();
    files.remove();
  });
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

/** Every database is a copy of one that has the tables already. */
async function makeTemplate(): Promise<void> {
  const world = await makeWorld({ url: await server.database() });
  const runner = await world.run();
  await until(
    () => runner.health().detail,
    (detail) => detail.includes('active'),
  );
  await world.close();
  server.template();
}

/** Whether every step is over. */
export function isOver(states: readonly string[]): boolean {
  return states.length > 0 && states.every((state) => !/waiting|sending/.test(state));
}
