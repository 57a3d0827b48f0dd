import type { Database, Queries } from './database.ts';

/** How it went to ask for a lease. `others` counts those who stand by for it. */
export type Taken =
  { readonly isMine: true; readonly others: number } | { readonly isMine: false; readonly holder: string };

/** Who wants a lease, under a name of its own in all processes, and for how many milliseconds. */
export interface LeaseWish {
  readonly name: string;
  readonly holder: string;
  readonly lastsMs: number;
}

/** Leases: what one process alone may do, until a time of the database's own clock, so that no two clocks must agree. */
export class Leases {
  readonly #database: Database;
  readonly #now: string;

  constructor(database: Database) {
    this.#database = database;
    this.#now =
      database.dialect === 'postgres'
        ? 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)'
        : "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
  }

  /** Takes a lease that is free or over, renews one's own, or stands by for one that somebody else holds. */
  async take(wish: LeaseWish): Promise<Taken> {
    return this.#database.transaction(async (queries) => {
      const isMine = await this.#acquire(queries, wish);
      if (!isMine) return { isMine, holder: await this.#standBy(queries, wish) };
      await queries.rows(
        `DELETE FROM rolecall_standbys WHERE name = $1 AND (holder = $2 OR expires_at <= ${this.#now})`,
        [wish.name, wish.holder],
      );
      const others = await queries.rows('SELECT 1 AS one FROM rolecall_standbys WHERE name = $1', [
        wish.name,
      ]);
      return { isMine, others: others.length };
    });
  }

  /** Gives a lease back, so that whoever stands by takes it at once. */
  async release({ name, holder }: Pick<LeaseWish, 'name' | 'holder'>): Promise<void> {
    for (const table of ['leases', 'standbys'])
      await this.#database.rows(`DELETE FROM rolecall_${table} WHERE name = $1 AND holder = $2`, [
        name,
        holder,
      ]);
  }

  async #acquire(queries: Queries, { name, holder, lastsMs }: LeaseWish): Promise<boolean> {
    const rows = await queries.rows(
      `INSERT INTO rolecall_leases AS held (name, holder, expires_at) VALUES ($1, $2, ${this.#now} + CAST($3 AS BIGINT))
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
       WHERE held.holder = $2 OR held.expires_at <= ${this.#now} RETURNING holder`,
      [name, holder, lastsMs],
    );
    return rows.length > 0;
  }

  async #standBy(queries: Queries, { name, holder, lastsMs }: LeaseWish): Promise<string> {
    await queries.rows(
      `INSERT INTO rolecall_standbys (name, holder, expires_at) VALUES ($1, $2, ${this.#now} + CAST($3 AS BIGINT))
       ON CONFLICT (name, holder) DO UPDATE SET expires_at = excluded.expires_at`,
      [name, holder, lastsMs],
    );
    const [row] = await queries.rows<{ holder: string }>(
      'SELECT holder FROM rolecall_leases WHERE name = $1',
      [name],
    );
    return row?.holder ?? '';
  }
}
