import type { Database, Queries } from './database.ts';
import { claimKeys } from './inbox.ts';

/** `asked`: an answer was given about the role `name`. `missed`: nothing like the words `name` is known. */
export type CountKind = 'asked' | 'missed';

/** How often something was asked in a community on one ISO day (`2026-11-21`). Nobody knows by whom. */
export interface Count {
  readonly community: string;
  readonly kind: CountKind;
  /** The id of a role, or normalised words. */
  readonly name: string;
  readonly day: string;
  /** How often, apart from `heard`. */
  readonly total: number;
  /** The platform's own ids of what was heard, each of which is counted once, by whichever process writes it first. */
  readonly heard?: readonly string[];
}

/** How often, and on which ISO day last. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly lastDay: string;
}

/** What a community asks, the most frequent first, ties by name. */
export interface CountReport {
  /** The ISO day of the first count that is kept; null where there is none. */
  readonly since: string | null;
  readonly asked: readonly Tally[];
  readonly missed: readonly Tally[];
}

/** As many different missed questions as are kept of a community: the rarest, then the least recent, go. */
export const MOST_MISSED = 1_000;

/** Rows in one statement: with more, finding a parameter by its name takes longer than writing it. */
const BATCH = 50;

/** One writer at a time on a server, so that two never wait for each other ("rcnt" in ASCII). */
const LOCK = 0x72636e74;

/** What communities ask, counted by week: no row knows a person, a channel or a time of day. */
export class CountTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds counts to what is there, all of them or none, less what was counted before. Days are ISO (`2026-11-21`). */
  async add(counts: readonly Count[], most = MOST_MISSED, now = Date.now()): Promise<void> {
    const missing = counts.filter(({ kind }) => kind === 'missed').map(({ community }) => community);
    await this.#database.transaction(async (queries) => {
      if (this.#database.dialect === 'postgres')
        await queries.rows('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const rows = [...merged(await claimed(queries, counts, now)).values()];
      for (let from = 0; from < rows.length; from += BATCH)
        await insert(queries, rows.slice(from, from + BATCH));
      for (const community of new Set(missing)) await bound(queries, community, most);
    });
  }

  /** What a community asked and missed in the weeks that reach past the day `since`, the most frequent first. */
  async report(community: string, since = ''): Promise<CountReport> {
    const rows = await this.#database.rows<Tally & { kind: Count['kind']; first: string }>(
      `SELECT kind, name, CAST(SUM(total) AS BIGINT) AS total, MIN(first_day) AS first, MAX(last_day) AS "lastDay"
       FROM rolecall_counts WHERE community = $1 AND last_day >= $2 GROUP BY kind, name`,
      [community, since],
    );
    const of = (wanted: Count['kind']) =>
      rows
        .filter(({ kind }) => kind === wanted)
        .map(({ name, total, lastDay }) => ({ name, total, lastDay }))
        .sort(byFrequency);
    const first = rows.map((row) => row.first).sort()[0] ?? null;
    return { since: first, asked: of('asked'), missed: of('missed') };
  }

  /** Forgets what was last counted before the day `before`. */
  async prune(before: string): Promise<void> {
    await this.#database.rows('DELETE FROM rolecall_counts WHERE last_day < $1', [before]);
  }
}

/** By letters where equally frequent, so that every replica has the same order. */
function byFrequency(a: Tally, b: Tally): number {
  return b.total - a.total || (a.name < b.name ? -1 : 1);
}

/** The same counts with what is claimed by this caller only: none is left where another process counted it all. */
async function claimed(queries: Queries, counts: readonly Count[], now: number): Promise<Count[]> {
  const keys = counts.flatMap((count) => (count.heard ?? []).map((id) => keyOf(count, id)));
  const own = await claimKeys(queries, keys, now);
  return counts
    .map(({ heard = [], ...count }) => ({
      ...count,
      total: count.total + [...new Set(heard)].filter((id) => own.has(keyOf(count, id))).length,
    }))
    .filter(({ total }) => total > 0);
}

function keyOf({ community }: Count, id: string): string {
  return `count ${community} ${id}`;
}

interface Row extends Count {
  readonly week: string;
  readonly firstDay: string;
}

/** One row for each name and week: a statement may not touch the same row twice. */
function merged(counts: readonly Count[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const count of counts) {
    const week = mondayOf(count.day);
    const key = JSON.stringify([count.community, count.kind, count.name, week]);
    const row = rows.get(key) ?? { ...count, week, firstDay: count.day, total: 0 };
    const firstDay = count.day < row.firstDay ? count.day : row.firstDay;
    const day = count.day > row.day ? count.day : row.day;
    rows.set(key, { ...row, firstDay, day, total: row.total + count.total });
  }
  return rows;
}

function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

async function insert(queries: Queries, rows: readonly Row[]): Promise<void> {
  const cells = rows.flatMap((row) => [
    row.community,
    row.kind,
    row.name,
    row.week,
    row.total,
    row.firstDay,
    row.day,
  ]);
  const marks = rows.map((_, at) => `(${[1, 2, 3, 4, 5, 6, 7].map((n) => `$${at * 7 + n}`).join(', ')})`);
  await queries.rows(
    `INSERT INTO rolecall_counts AS c (community, kind, name, week, total, first_day, last_day)
     VALUES ${marks.join(', ')} ON CONFLICT (community, kind, name, week) DO UPDATE SET
       total = c.total + excluded.total,
       first_day = CASE WHEN excluded.first_day < c.first_day THEN excluded.first_day ELSE c.first_day END,
       last_day = CASE WHEN excluded.last_day > c.last_day THEN excluded.last_day ELSE c.last_day END`,
    cells,
  );
}

async function bound(queries: Queries, community: string, most: number): Promise<void> {
  await queries.rows(
    `DELETE FROM rolecall_counts WHERE community = $1 AND kind = 'missed' AND name NOT IN (
       SELECT name FROM rolecall_counts WHERE community = $1 AND kind = 'missed' GROUP BY name
       ORDER BY SUM(total) DESC, MAX(last_day) DESC, name LIMIT $2)`,
    [community, most],
  );
}
