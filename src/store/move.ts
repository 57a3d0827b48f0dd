import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Cell, Database, Queries } from './database.ts';
import { StoreProblem } from './database.ts';
import type { Table } from './schema.ts';
import { TABLES, writeMeta } from './schema.ts';
import { openStore } from './store.ts';

/** What was counted in one table, on both sides, after the move. */
interface MovedTable {
  readonly table: string;
  readonly before: number;
  readonly after: number;
}

/** The proof of a move: every table's rows counted on both sides, and compared one by one. */
export interface MoveReport {
  readonly from: string;
  readonly to: string;
  readonly tables: readonly MovedTable[];
  readonly rows: number;
}

/** Rows at a time; times at most 15 columns it stays below PostgreSQL's 65,535 parameters. */
const PAGE = 2_000;

/**
 * Moves everything that is remembered in an embedded file into an empty PostgreSQL database: all of it or nothing.
 * The file stays, marked as moved, so that no bot goes on with it by mistake.
 * @throws StoreProblem when the file is missing or in use, the database is not empty, or a row arrived changed.
 */
export async function moveStore(file: string, url: string): Promise<MoveReport> {
  if (!existsSync(file)) throw new StoreProblem(`There is no file ${file} to move.`);
  const source = await openStore({ file });
  try {
    const target = await openStore({ url });
    try {
      return await moveRows(source.database, target.database);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The file is locked throughout, and marked only once the copy is committed. */
async function moveRows(source: Database, target: Database): Promise<MoveReport> {
  return source.transaction(async (from) => {
    await refuseWhileInUse(from, source.place);
    const tables = await target.transaction(async (to) => {
      const moved: MovedTable[] = [];
      for (const table of TABLES) moved.push(await moveTable(table, from, to, target.place));
      return moved;
    });
    await close(from, target.place);
    const rows = tables.reduce((sum, { after }) => sum + after, 0);
    return { from: source.place, to: target.place, tables, rows };
  });
}

async function refuseWhileInUse(from: Queries, place: string): Promise<void> {
  const busy = await from.rows(
    "SELECT 1 AS busy FROM rolecall_steps WHERE state = 'sending' AND held_until > $1",
    [Date.now()],
  );
  if (busy.length > 0)
    throw new StoreProblem(`Something is being posted from ${place}. Stop the bot, then try again.`);
}

/** A bot that still runs on the file stops at its next write, before it can post what the new one posts as well. */
async function close(from: Queries, to: string): Promise<void> {
  await writeMeta(from, 'moved', to);
  for (const table of ['rolecall_occurrences', 'rolecall_attempts'])
    await from.rows(
      `CREATE TRIGGER ${table}_moved BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'moved to PostgreSQL'); END`,
    );
}

async function moveTable(table: Table, from: Queries, to: Queries, place: string): Promise<MovedTable> {
  const { name } = table;
  if ((await count(to, name)) > 0)
    throw new StoreProblem(`${place} is not empty: ${name} has rows. Give me an empty database.`);
  for await (const rows of pages(from, table, '')) await insert(to, name, rows);
  // The same bytes in the same order on both sides, so that the pages can be compared one by one.
  const arrived = pages(to, table, ' COLLATE "C"');
  for await (const rows of pages(from, table, '')) {
    const copies = (await arrived.next()).value;
    if (!isDeepStrictEqual(rows, copies))
      throw new StoreProblem(`Rows of ${name} did not arrive as they were. Nothing was moved.`);
  }
  return { table: name, before: await count(from, name), after: await count(to, name) };
}

type Row = Readonly<Record<string, Cell>>;

async function* pages(
  queries: Queries,
  { name, key }: Table,
  collation: string,
): AsyncGenerator<Row[], undefined> {
  const order = key.map((column) => column + collation).join(', ');
  for (let offset = 0; ; offset += PAGE) {
    const sql = `SELECT * FROM ${name} ORDER BY ${order} LIMIT $1 OFFSET $2`;
    const rows = await queries.rows<Row>(sql, [PAGE, offset]);
    if (rows.length > 0) yield rows.map((row) => ({ ...row }));
    if (rows.length < PAGE) return undefined;
  }
}

async function insert(to: Queries, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  const marks = rows.map(
    (_, row) => `(${columns.map((__, at) => `$${row * columns.length + at + 1}`).join(', ')})`,
  );
  await to.rows(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks.join(', ')}`, cells);
}

async function count(queries: Queries, table: string): Promise<number> {
  const [row] = await queries.rows<{ total: number }>(`SELECT COUNT(*) AS total FROM ${table}`);
  return row?.total ?? 0;
}
