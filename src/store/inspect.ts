import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { reasonOf } from '../reason.ts';
import type { Database } from './database.ts';
import { StoreProblem } from './database.ts';
import { schemaOf } from './schema.ts';
import type { StoreAddress } from './store.ts';

/** What a look at a store finds, without changing anything. */
export interface StoreState {
  readonly place: string;
  /** Such as `PostgreSQL 18.4`. */
  readonly engine: string;
  /** 0 where nothing was written to it yet. */
  readonly schema: number;
  /** How long a question takes, in milliseconds. */
  readonly latencyMs: number;
  readonly bytes: number;
  /** Of a file: when it was last written to, in epoch milliseconds. */
  readonly writtenAt?: number;
}

/** Looks at a store; null where there is no file yet. @throws StoreProblem where it does not answer. */
export async function inspectStore(address: StoreAddress): Promise<StoreState | null> {
  if ('file' in address && !existsSync(address.file)) return null;
  const place = 'file' in address ? address.file : '';
  try {
    return 'url' in address ? await inspectServer(address.url) : inspectFile(address.file);
  } catch (cause) {
    if (cause instanceof StoreProblem) throw cause;
    throw new StoreProblem(`${place} does not answer (${reasonOf(cause)})`.trim(), { cause });
  }
}

/** How many bytes are free where a file is, or would be. */
export async function freeBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize;
}

function inspectFile(file: string): StoreState {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const begun = performance.now();
    const isOurs = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'rolecall_meta'").get();
    const schema =
      isOurs && database.prepare("SELECT content FROM rolecall_meta WHERE name = 'schema'").get();
    const version = database.prepare('SELECT sqlite_version() AS v').get();
    const latencyMs = performance.now() - begun;
    return {
      place: file,
      engine: `SQLite ${String(version?.['v'])}`,
      schema: Number(schema?.['content'] ?? 0),
      latencyMs,
      bytes: sizeOf(file) + sizeOf(`${file}-wal`),
      writtenAt: Math.max(...[file, `${file}-wal`].map((path) => statOf(path)?.mtimeMs ?? 0)),
    };
  } finally {
    database.close();
  }
}

function sizeOf(path: string): number {
  return statOf(path)?.size ?? 0;
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}

async function inspectServer(url: string): Promise<StoreState> {
  const database = (await import('./postgres.ts')).openPostgres(url);
  try {
    return await inspectPostgres(database);
  } catch (cause) {
    throw new StoreProblem(`${database.place} does not answer (${reasonOf(cause)})`, { cause });
  } finally {
    await database.close();
  }
}

async function inspectPostgres(database: Database): Promise<StoreState> {
  const [row] = await database.rows<{ version: string; bytes: number; meta: string | null }>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
       to_regclass('rolecall_meta')::text AS meta`,
  );
  const begun = performance.now();
  await database.rows('SELECT 1');
  const latencyMs = performance.now() - begun;
  const schema = row?.meta === null ? 0 : await schemaOf(database);
  return {
    place: database.place,
    engine: `PostgreSQL ${row?.version}`,
    schema,
    latencyMs,
    bytes: row?.bytes ?? 0,
  };
}
