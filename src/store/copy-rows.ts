import { isDeepStrictEqual } from 'node:util';
import type { Cell, Database, Queries } from './database.ts';
import type { Table } from './schema.ts';
import { StoreProblem } from './database.ts';

/** What was counted in one table, on both sides, after copying it. */
export interface CopiedTable {
  readonly table: string;
  readonly before: number;
  readonly after: number;
}

/** The proof of a copy: every table's rows counted on both sides. */
export interface CopyReport {
  readonly from: string;
  readonly to: string;
  readonly tables: readonly CopiedTable[];
  /** All of them together. */
  readonly rows: number;
}

/** A database inside of a transaction: what rows are read from or written to. */
export interface Side extends Pick<Database, 'dialect' | 'place'> {
  readonly queries: Queries;
}

/** A database as seen from inside of a transaction of its own. */
export function sideOf({ dialect, place }: Database, queries: Queries): Side {
  return { dialect, place, queries };
}

/** A row as its table has it, by column. */
export type Row = Readonly<Record<string, Cell>>;

/** Rows at a time; times at most 15 columns it stays below PostgreSQL's 65,535 parameters. */
const PAGE = 2_000;

/**
 * Copies the rows of a table into an empty one, and compares them one by one.
 * @throws StoreProblem when the other is not empty, or a row arrived changed.
 */
export async function copyTable(table: Table, from: Side, to: Side): Promise<CopiedTable> {
  const { name } = table;
  if ((await countRows(to.queries, name)) > 0)
    throw new StoreProblem(`${to.place} is not empty: ${name} has rows. Give me an empty database.`);
  for await (const rows of pages(table, from)) await insertRows(to.queries, name, rows);
  const arrived = pages(table, to);
  for await (const rows of pages(table, from)) {
    const copies = (await arrived.next()).value;
    if (!isDeepStrictEqual(rows, copies))
      throw new StoreProblem(`Rows of ${name} did not arrive as they were. Nothing was copied.`);
  }
  const [before, after] = [await countRows(from.queries, name), await countRows(to.queries, name)];
  return { table: name, before, after };
}

/** A table's rows, page by page: in the same order of bytes in both dialects, so that pages can be compared. */
export async function* pages(
  { name, key }: Table,
  { queries, dialect }: Side,
): AsyncGenerator<Row[], undefined> {
  const order = key.map((column) => (dialect === 'postgres' ? `${column} COLLATE "C"` : column)).join(', ');
  for (let offset = 0; ; offset += PAGE) {
    const sql = `SELECT * FROM ${name} ORDER BY ${order} LIMIT $1 OFFSET $2`;
    const rows = await queries.rows<Row>(sql, [PAGE, offset]);
    if (rows.length > 0) yield rows.map((row) => ({ ...row }));
    if (rows.length < PAGE) return undefined;
  }
}

/** Writes the rows of one page, or only those whose key is new; how many. */
export async function insertRows(
  to: Queries,
  table: string,
  rows: readonly Row[],
  onlyNew = false,
): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  const marks = rows.map(
    (_, row) => `(${columns.map((__, at) => `$${row * columns.length + at + 1}`).join(', ')})`,
  );
  const written = await to.rows(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks.join(', ')}${onlyNew ? ' ON CONFLICT DO NOTHING' : ''} RETURNING 1 AS written`,
    cells,
  );
  return written.length;
}

/** How many rows a table has. */
export async function countRows(queries: Queries, table: string): Promise<number> {
  const [row] = await queries.rows<{ total: number }>(`SELECT COUNT(*) AS total FROM ${table}`);
  return row?.total ?? 0;
}

/** The proof in one piece. */
export function reportOf(from: string, to: string, tables: readonly CopiedTable[]): CopyReport {
  return { from, to, tables, rows: tables.reduce((sum, { after }) => sum + after, 0) };
}
