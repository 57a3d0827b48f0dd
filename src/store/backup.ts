import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { CopiedTable, CopyReport } from './copy-rows.ts';
import { copyTable, reportOf, sideOf } from './copy-rows.ts';
import type { Database } from './database.ts';
import { StoreProblem } from './database.ts';
import { reasonOf } from '../reason.ts';
import { migrateSchema, SCHEMA, schemaOf, TABLES } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import type { StoreAddress } from './store.ts';

/** How a backup is written. */
export interface BackupOptions {
  /** Whether a file that is there already may be written over. */
  readonly replace?: boolean;
  /** Epoch milliseconds: what the backup says of itself. */
  readonly now?: number;
}

/** Pages at a time: all of them, since each step between two writes of others would begin anew. */
const ALL_PAGES = 2 ** 30;
/** How long a writer is waited for, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Copies everything that is remembered into one SQLite file, from a file or from PostgreSQL, as it is at one instant,
 * while others go on writing. Nothing is written to the source. The file is there whole or not at all.
 * @throws StoreProblem when there is nothing to copy, a file stands in the way, or a count differs.
 */
export async function backupStore(
  address: StoreAddress,
  file: string,
  { replace = false, now = Date.now() }: BackupOptions = {},
): Promise<CopyReport> {
  if (existsSync(file) && !replace)
    throw new StoreProblem(`${file} is there already. Name another file, or add --replace to write over it.`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    const report =
      'url' in address ? await fromServer(address.url, part) : await fromFile(address.file, part);
    seal(part, now);
    renameSync(part, file);
    return reportOf(report.from, file, report.tables);
  } catch (cause) {
    if (cause instanceof StoreProblem) throw cause;
    throw new StoreProblem(`I cannot write the backup ${file} (${reasonOf(cause)}).`, { cause });
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(part + rest, { force: true });
  }
}

interface Copied {
  readonly from: string;
  readonly tables: readonly CopiedTable[];
}

async function fromFile(source: string, part: string): Promise<Copied> {
  if (!existsSync(source)) throw new StoreProblem(`There is no file ${source}: nothing is remembered yet.`);
  const from = new DatabaseSync(source, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    // What others write meanwhile is in neither count.
    from.exec('BEGIN');
    refuseMoved(from, source);
    const before = countsIn(from);
    await backup(from, part, { rate: ALL_PAGES });
    from.exec('COMMIT');
    return { from: source, tables: compared(before, part) };
  } finally {
    from.close();
  }
}

function refuseMoved(from: DatabaseSync, place: string): void {
  const isOurs = from.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'rolecall_meta'").get() !== undefined;
  if (!isOurs) throw new StoreProblem(`${place} holds nothing of Rolecall's.`);
  const moved = from.prepare("SELECT content FROM rolecall_meta WHERE name = 'moved'").get();
  if (moved !== undefined)
    throw new StoreProblem(
      `${place} was moved to ${String(moved['content'])}. Set DATABASE_URL to that database.`,
    );
}

function countsIn(database: DatabaseSync): Map<string, number> {
  const there = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const names = new Set(there.map(({ name }) => name));
  const tables = TABLES.filter(({ name }) => names.has(name));
  return new Map(
    tables.map(({ name }) => [
      name,
      Number(database.prepare(`SELECT COUNT(*) AS n FROM ${name}`).get()?.['n']),
    ]),
  );
}

function compared(before: ReadonlyMap<string, number>, part: string): CopiedTable[] {
  const copy = new DatabaseSync(part);
  try {
    const after = countsIn(copy);
    return Array.from(before, ([table, rows]) => {
      if (after.get(table) !== rows)
        throw new StoreProblem(`Rows of ${table} did not arrive. Nothing was kept.`);
      return { table, before: rows, after: rows };
    });
  } finally {
    copy.close();
  }
}

async function fromServer(url: string, part: string): Promise<Copied> {
  const source = (await import('./postgres.ts')).openPostgres(url);
  const target = openSqlite(part);
  try {
    await migrateSchema(target);
    return { from: source.place, tables: await copySnapshot(source, target) };
  } finally {
    await source.close();
    await target.close();
  }
}

async function copySnapshot(source: Database, target: Database): Promise<CopiedTable[]> {
  return source.transaction(async (from) => {
    await from.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await refuseOtherSchema(source, from);
    return target.transaction(async (to) => {
      const tables: CopiedTable[] = [];
      for (const table of TABLES)
        tables.push(await copyTable(table, sideOf(source, from), sideOf(target, to)));
      return tables;
    });
  });
}

/** Rows are copied column by column, so both sides have to have the same ones. */
async function refuseOtherSchema(
  { place }: Database,
  queries: Parameters<typeof schemaOf>[0],
): Promise<void> {
  const [there] = await queries.rows<{ name: string | null }>("SELECT to_regclass('rolecall_meta') AS name");
  if (there?.name === null)
    throw new StoreProblem(`${place} holds nothing of Rolecall's: nothing is remembered yet.`);
  const schema = await schemaOf(queries);
  if (schema !== SCHEMA)
    throw new StoreProblem(
      `${place} has schema ${schema}, this Rolecall ${SCHEMA}. Back it up with the version that runs on it, or start this one on it first.`,
    );
}

/** One file that says of when it is, needs no other beside it, and is for its owner only: it holds ids of members. */
function seal(part: string, now: number): void {
  const copy = new DatabaseSync(part);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
    copy
      .prepare(
        'INSERT INTO rolecall_meta (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content',
      )
      .run('backup', new Date(now).toISOString());
    if (copy.prepare('PRAGMA quick_check').get()?.['quick_check'] !== 'ok')
      throw new StoreProblem('The copy is damaged; nothing was kept. Check the disk.');
  } finally {
    copy.close();
  }
  chmodSync(part, 0o600);
}
