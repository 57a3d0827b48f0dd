import pg from 'pg';
import type { Cell, Database, Queries } from './database.ts';
import { StoreProblem } from './database.ts';

/**
 * Opens a PostgreSQL database. Connections are made when needed and made again after an outage.
 * @throws StoreProblem when the address cannot be read.
 */
export function openPostgres(url: string): Database {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new StoreProblem(
      'DATABASE_URL is not an address. Write it as postgres://user:password@host:5432/name.',
    );
  return new Postgres(url);
}

class Postgres implements Database {
  readonly dialect = 'postgres';
  readonly place: string;
  readonly #pool: pg.Pool;

  constructor(url: string) {
    const { host, pathname } = new URL(url);
    this.place = `${host}${pathname}`;
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'rolecall',
      max: 10,
      connectionTimeoutMillis: 5_000,
      // A server that hangs must not hang the bot.
      query_timeout: 15_000,
      keepAlive: true,
      // Instants and counts stay far below 2^53.
      types: {
        getTypeParser: (oid, format) =>
          oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
      },
    });
    // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
    this.#pool.on('error', unheard);
  }

  async rows<Row extends object>(sql: string, parameters: readonly Cell[] = []): Promise<Row[]> {
    const result = await this.#pool.query<Row>(sql, [...parameters]);
    return result.rows;
  }

  async transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // While a connection is out, the pool no longer listens for it; the next query fails and tells.
    client.on('error', unheard);
    try {
      await client.query('BEGIN');
      const result = await work({
        rows: async <Row extends object>(sql: string, parameters: readonly Cell[] = []) =>
          (await client.query<Row>(sql, [...parameters])).rows,
      });
      await client.query('COMMIT');
      client.off('error', unheard);
      client.release();
      return result;
    } catch (error) {
      // Dropping the connection rolls back, also when the connection is what broke.
      client.release(true);
      throw error;
    }
  }

  async stillThere(): Promise<void> {
    await this.rows('SELECT 1');
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

function unheard(): void {}
