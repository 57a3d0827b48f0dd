import { dirname } from 'node:path';
import type { Diagnosis } from '../../diagnosis.ts';
import { ok, warning, wrong } from '../../diagnosis.ts';
import { reasonOf } from '../../reason.ts';
import type { StoreState } from '../../store/inspect.ts';
import { freeBytes, inspectStore } from '../../store/inspect.ts';
import { SCHEMA } from '../../store/schema.ts';
import type { Store, StoreAddress } from '../../store/store.ts';
import { openStore, tryFolder } from '../../store/store.ts';
import { ago, megabytes } from './words.ts';

/** What was found of the store, and the store itself where it can be used. */
export interface StoreCheck {
  readonly found: readonly Diagnosis[];
  readonly store: Store | null;
}

/** Slower than this a question to the store is felt, in milliseconds. */
const SLOW_MS = 100;
const FREE = { few: 500e6, tooFew: 20e6 } as const;

/** Opens the store, writes to it and reads that back, unless another version has to do so first. */
export async function diagnoseStore(address: StoreAddress, now: number): Promise<StoreCheck> {
  const disk = 'file' in address ? await diagnoseDisk(address.file) : [];
  try {
    const state = await inspectStore(address);
    if (state === null) return { found: [...disk, await emptyFolder(address)], store: null };
    if (state.schema !== SCHEMA) return { found: [...disk, otherSchema(state)], store: null };
    const store = await openStore(address);
    return { found: [...disk, ...describe(state, now)], store };
  } catch (error) {
    return { found: [...disk, wrong('store', reasonOf(error), remedyFor(address))], store: null };
  }
}

function remedyFor(address: StoreAddress): string {
  return 'url' in address
    ? 'See to it that the server runs and takes connections from here, and that DATABASE_URL is right'
    : 'Let the user that the bot runs as write to the file and its folder (ROLECALL_DATA_DIR), or restore a backup';
}

async function emptyFolder(address: StoreAddress): Promise<Diagnosis> {
  const folder = 'file' in address ? dirname(address.file) : '.';
  await tryFolder(folder);
  return ok('store', `nothing is remembered yet; the folder ${folder} can be written to`);
}

function otherSchema({ place, schema }: StoreState): Diagnosis {
  const detail = `${place} has schema ${schema}, this Rolecall ${SCHEMA}`;
  return schema > SCHEMA
    ? wrong('store', detail, 'Update Rolecall to the version that wrote it')
    : warning(
        'store',
        detail,
        'Type rolecall backup FILE with the version that runs; starting this one brings it forward',
      );
}

function describe({ place, engine, latencyMs, bytes, writtenAt }: StoreState, now: number): Diagnosis[] {
  const written = writtenAt === undefined ? '' : `, written ${ago(now - writtenAt)}`;
  const kept = ok('store', `${place} keeps what is written: ${engine}, ${megabytes(bytes)}${written}`);
  const took = `${latencyMs.toFixed(1)} ms a question`;
  if (latencyMs < SLOW_MS) return [kept, ok('store speed', took)];
  return [kept, warning('store speed', took, 'Move the bot and its database closer together')];
}

async function diagnoseDisk(file: string): Promise<Diagnosis[]> {
  try {
    const free = await freeBytes(file);
    const detail = `${megabytes(free)} free where ${file} is`;
    if (free >= FREE.few) return [ok('disk', detail)];
    const remedy = 'Make room, or move the folder with ROLECALL_DATA_DIR';
    return [free < FREE.tooFew ? wrong('disk', detail, remedy) : warning('disk', detail, remedy)];
  } catch {
    // There is no such folder, which the store is told of.
    return [];
  }
}
