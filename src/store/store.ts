import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Keyv } from 'keyv';
import type { Database } from './database.ts';
import { StoreProblem } from './database.ts';
import { communitiesIn, forgetCommunity } from './forget.ts';
import type { History } from './history.ts';
import { historyOf } from './history.ts';
import { makeFolder } from './make-folder.ts';
import { migrateSchema, readMeta, writeMeta } from './schema.ts';
import type { Tables } from './tables.ts';
import { pruneTables, tablesOf } from './tables.ts';
import { openValues, pruneValues } from './values.ts';
import { reasonOf } from '../reason.ts';

/** Everything that is remembered, in one database: a file here, or PostgreSQL for any number of processes. */
export interface Store extends Tables {
  readonly database: Database;
  /** Simple values by key, in a namespace of their own. */
  values(namespace: string): Keyv;
  /** Due, claimed by whom, each step, each try and error; null when the occurrence is not known. */
  why(occurrence: string): Promise<History | null>;
  /** Writes something and reads it back. @throws when what is remembered cannot be relied on. */
  probe(): Promise<void>;
  /** Forgets history and dismissed reports from before `before` (epoch milliseconds), old counts and changes of settings, and values whose time is over. */
  prune(before: number, now: number): Promise<void>;
  /** Every community that anything is kept of. */
  communities(): Promise<string[]>;
  /** Deletes everything of a community; how many rows those were. */
  forget(community: string): Promise<number>;
  close(): Promise<void>;
}

/** Where to remember: a PostgreSQL address, or the path of a file. */
export type StoreAddress = { readonly url: string } | { readonly file: string };

/**
 * Opens what is remembered, brings it to this version's schema and checks by reading back that it is kept.
 * @throws StoreProblem with a sentence saying what to do.
 */
export async function openStore(address: StoreAddress): Promise<Store> {
  const database = await openDatabase(address);
  try {
    await migrateSchema(database);
    const store = storeOver(database);
    await store.probe();
    return store;
  } catch (cause) {
    await database.close();
    if (cause instanceof StoreProblem) throw cause;
    throw new StoreProblem(`I cannot use ${database.place} to remember anything (${reasonOf(cause)}).`, {
      cause,
    });
  }
}

/**
 * Whether a store could be made in a folder, by making one there and removing it again.
 * @throws StoreProblem with a sentence saying what to do.
 */
export async function tryFolder(folder: string): Promise<void> {
  try {
    makeFolder(folder);
    const trial = await mkdtemp(join(folder, '.rolecall-'));
    try {
      await (await openStore({ file: join(trial, 'trial.sqlite') })).close();
    } finally {
      await rm(trial, { recursive: true, force: true });
    }
  } catch (error) {
    const cause = error instanceof StoreProblem ? error.cause : error;
    throw new StoreProblem(
      `I cannot remember anything in the folder ${resolve(folder)} (${reasonOf(cause)}). Check ROLECALL_DATA_DIR, and that the folder can be written to.`,
      { cause },
    );
  }
}

/** Only the driver that is needed is loaded: a bot on a file starts without the other. */
async function openDatabase(address: StoreAddress): Promise<Database> {
  if ('url' in address) return (await import('./postgres.ts')).openPostgres(address.url);
  return (await import('./sqlite.ts')).openSqlite(address.file);
}

function storeOver(database: Database): Store {
  const tables = tablesOf(database);
  return {
    ...tables,
    database,
    values: (namespace) => openValues(database, namespace),
    why: (occurrence) => historyOf(database, occurrence),
    probe: () => probe(database),
    prune: async (before, now) => {
      await pruneTables(tables, before, now);
      await pruneValues(database, now);
    },
    communities: () => communitiesIn(database),
    forget: (community) => forgetCommunity(database, community),
    close: () => database.close(),
  };
}

async function probe(database: Database): Promise<void> {
  await database.stillThere();
  const moved = await readMeta(database, 'moved');
  if (moved !== undefined)
    throw new StoreProblem(`${database.place} was moved to ${moved}. Set DATABASE_URL to that database.`);
  // A row for each time, since several processes, or stores of one, may ask at once.
  const mark = randomUUID();
  const name = `probe ${mark}`;
  await writeMeta(database, name, mark);
  const kept = await readMeta(database, name);
  await database.rows('DELETE FROM rolecall_meta WHERE name = $1', [name]);
  if (kept !== mark) throw new StoreProblem(`${database.place} does not keep what is written to it.`);
}
