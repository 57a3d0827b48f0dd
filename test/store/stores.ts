import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import type { Store, StoreAddress } from '../../src/store/store.ts';
import { scratch } from '../outbox/world.ts';

const files = scratch();
afterAll(() => files.remove());

/** The address of an empty database on the PostgreSQL of this run of tests. */
export function emptyDatabase(): Promise<string> {
  return newDatabase('empty');
}

/** The address of a new one that has every table already, but no row of ours. */
export function filledDatabase(): Promise<string> {
  return newDatabase('filled');
}

async function newDatabase(kind: 'empty' | 'filled'): Promise<string> {
  const response = await fetch(`${inject('databases')}/${kind}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** The path of a file that is not there yet, in a folder that goes with the test file. */
export function newFile(): string {
  return join(files.folder, `${randomUUID()}.db`);
}

/** A new place to remember in, on each engine. */
export const ADDRESSES: readonly (readonly [string, () => Promise<StoreAddress>])[] = [
  ['embedded', async () => ({ file: newFile() })],
  ['PostgreSQL', async () => ({ url: await emptyDatabase() })],
];

/** A new store on each engine; whoever opens it closes it. */
export const STORES: readonly (readonly [string, () => Promise<Store>])[] = ADDRESSES.map(
  ([name, address]) => [name, async () => openStore(await address())],
);
