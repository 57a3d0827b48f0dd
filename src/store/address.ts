import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { openStore, type Store, type StoreAddress, tryFolder } from './store.ts';

/** Whether there is a store already: a file is made when somebody first wants something remembered. */
export function isThere(address: StoreAddress): boolean {
  return 'url' in address || existsSync(address.file);
}

/** Opens the store; where no file can be made, the folder is what is said to be wrong. */
export async function openAt(address: StoreAddress): Promise<Store> {
  try {
    return await openStore(address);
  } catch (error) {
    await tryAddress(address);
    throw error;
  }
}

/** Sees whether a file that is not there yet could be made. @throws StoreProblem where it could not. */
export async function tryAddress(address: StoreAddress): Promise<void> {
  if ('file' in address && !isThere(address)) await tryFolder(dirname(address.file));
}
