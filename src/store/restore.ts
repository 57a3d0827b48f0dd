import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../reason.ts';
import type { CopyReport, CopiedTable, Side } from './copy-rows.ts';
import { copyTable, countRows, insertRows, pages, reportOf, sideOf } from './copy-rows.ts';
import type { Database, Queries } from './database.ts';
import { StoreProblem } from './database.ts';
import type { Table } from './schema.ts';
import { readMeta, SCHEMA, schemaOf, TABLES } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, type StoreAddress } from './store.ts';

/** A restored table: `kept` rows of what was there stayed. */
interface RestoredTable extends CopiedTable {
  readonly kept: number;
}

/** The proof of a restore. */
export interface RestoreReport extends Omit<CopyReport, 'tables'> {
  readonly tables: readonly RestoredTable[];
  /** When the backup was made, ISO; undefined where the file does not say. */
  readonly madeAt: string | undefined;
  /** How many schedules came due since then. */
  readonly overdue: number;
}

/** How a backup is put back. */
export interface RestoreOptions {
  /** Whether it may stand in the stead of what the store holds. */
  readonly replace?: boolean;
  /** Epoch milliseconds. */
  readonly now?: number;
}

/**
 * What was done since the backup stays known, so that nothing is done twice: the history of posts, of which what is there
 * is newer, and what was heard.
 */
const DONE: ReadonlySet<string> = new Set(
  ['occurrences', 'parcels', 'steps', 'attempts', 'inbox'].map((name) => `rolecall_${name}`),
);

/**
 * Puts a backup into a store, a file or PostgreSQL: all of it or nothing, while a bot may run on it.
 * @throws StoreProblem when the file is none of ours or of a newer version, or the store holds something already.
 */
export async function restoreStore(
  file: string,
  address: StoreAddress,
  options: RestoreOptions = {},
): Promise<RestoreReport> {
  if (!existsSync(file)) throw new StoreProblem(`There is no file ${file} to restore.`);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-restore-'));
  try {
    const source = await openCopy(file, join(folder, 'backup.sqlite'));
    try {
      return await restoreInto(source, file, address, options);
    } finally {
      await source.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy of the backup in this version's schema: the backup itself is not changed. */
async function openCopy(file: string, copy: string): Promise<Database> {
  copyFileSync(file, copy);
  await refuseUnreadable(file, copy);
  return (await openStore({ file: copy })).database;
}

async function refuseUnreadable(file: string, copy: string): Promise<void> {
  const schema = await schemaIn(copy).catch((cause: unknown) => {
    const why = cause instanceof StoreProblem ? cause.cause : cause;
    throw new StoreProblem(`${file} is no backup of Rolecall's (${reasonOf(why)}).`, { cause });
  });
  if (schema > SCHEMA)
    throw new StoreProblem(
      `${file} was written by a newer Rolecall (schema ${schema}, this one knows ${SCHEMA}). Update the bot, then restore.`,
    );
}

async function schemaIn(copy: string): Promise<number> {
  const database = openSqlite(copy);
  try {
    const [checked] = await database.rows<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (checked?.quick_check !== 'ok') throw new Error(`damaged: ${checked?.quick_check}`);
    return await schemaOf(database);
  } finally {
    await database.close();
  }
}

async function restoreInto(
  source: Database,
  file: string,
  address: StoreAddress,
  { replace = false, now = Date.now() }: RestoreOptions,
): Promise<RestoreReport> {
  const store = await openStore(address);
  const target = store.database;
  try {
    const madeAt = await readMeta(source, 'backup');
    const tables = await source.transaction((from) =>
      alone(target, (to) =>
        restoreTables({ dialect: source.dialect, place: file, queries: from }, sideOf(target, to), replace),
      ),
    );
    const overdue = await countRows(target, `rolecall_schedules WHERE next_due < ${now}`);
    return { ...reportOf(file, target.place, tables), tables, madeAt, overdue };
  } finally {
    await store.close();
  }
}

/** How often, and how many milliseconds apart, the tables are asked for. */
const LOCK_TRIES = 200;
const LOCK_WAIT_MS = 50;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs `work` while nobody else writes; on a server others go on reading. Never waits with one table in hand for another,
 * since a running bot may wait for the first.
 */
async function alone<T>(target: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  if (target.dialect === 'sqlite') return target.transaction(work);
  const lock = `LOCK TABLE ${TABLES.map(({ name }) => name).join(', ')} IN EXCLUSIVE MODE NOWAIT`;
  for (let tries = 1; ; tries += 1) {
    try {
      return await target.transaction(async (queries) => {
        await queries.rows(lock);
        return work(queries);
      });
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
      if (!isBusy || tries === LOCK_TRIES) throw error;
      await sleep(LOCK_WAIT_MS);
    }
  }
}

async function restoreTables(from: Side, to: Side, replace: boolean): Promise<RestoredTable[]> {
  if (!replace) await refuseFilled(to);
  else await clear(from, to.queries);
  const tables: RestoredTable[] = [];
  for (const table of TABLES)
    tables.push(
      DONE.has(table.name)
        ? await addTable(table, from, to)
        : { ...(await copyTable(table, from, to)), kept: 0 },
    );
  return tables;
}

async function refuseFilled({ queries, place }: Side): Promise<void> {
  for (const { name } of TABLES) {
    const rows = await countRows(queries, name);
    if (rows > 0)
      throw new StoreProblem(
        `${place} is not empty: ${name} has ${rows} rows. Nothing was restored; --replace puts the backup in their stead.`,
      );
  }
}

/** Removes what the backup replaces, and the history of what it does not know. */
async function clear(from: Side, to: Queries): Promise<void> {
  for (const { name } of TABLES) if (!DONE.has(name)) await to.rows(`DELETE FROM ${name}`);
  const known = new Set(await schedulesIn(from.queries));
  for (const schedule of await schedulesIn(to)) if (!known.has(schedule)) await forgetHistory(to, schedule);
}

/** What has a history: schedules, and what is filed under a name as theirs is. */
async function schedulesIn(queries: Queries): Promise<string[]> {
  const rows = await queries.rows<{ id: string }>(
    'SELECT id FROM rolecall_schedules UNION SELECT schedule FROM rolecall_occurrences',
  );
  return rows.map(({ id }) => id);
}

async function forgetHistory(queries: Queries, schedule: string): Promise<void> {
  const own = 'SELECT id FROM rolecall_occurrences WHERE schedule = $1';
  for (const table of ['attempts', 'steps', 'parcels'])
    await queries.rows(`DELETE FROM rolecall_${table} WHERE occurrence IN (${own})`, [schedule]);
  await queries.rows('DELETE FROM rolecall_occurrences WHERE schedule = $1', [schedule]);
}

/** Adds the rows of the backup that the store does not have; what it has is newer. */
async function addTable(table: Table, from: Side, to: Side): Promise<RestoredTable> {
  const { name } = table;
  const kept = await countRows(to.queries, name);
  if (kept === 0) return { ...(await copyTable(table, from, to)), kept };
  let added = 0;
  for await (const rows of pages(table, from)) added += await insertRows(to.queries, name, rows, true);
  const [before, after] = [await countRows(from.queries, name), await countRows(to.queries, name)];
  if (after !== kept + added || after < before)
    throw new StoreProblem(`Rows of ${name} did not arrive. Nothing was restored.`);
  return { table: name, before, kept, after };
}
