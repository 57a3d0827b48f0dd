import type { KeyvBridgeStore } from 'keyv';
import { Keyv, KeyvBridgeAdapter } from 'keyv';
import type { Database } from './database.ts';

/**
 * Simple values by key, in a namespace of their own, over the same database as everything else; a failed read
 * rejects. Not atomic: what must happen once is a unique insert instead.
 */
export function openValues(database: Database, namespace: string): Keyv {
  return new Keyv({ store: new KeyvBridgeAdapter(new ValueTable(database)), namespace });
}

/** Keyv's own envelope holds the value; the expiry is kept beside it so that old rows can be removed. */
class ValueTable implements KeyvBridgeStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(key: string): Promise<unknown> {
    const [row] = await this.#database.rows<{ content: string }>(
      'SELECT content FROM rolecall_stored WHERE name = $1',
      [key],
    );
    return row?.content;
  }

  async set(key: string, value: unknown, ttl?: number): Promise<void> {
    const expires = ttl === undefined ? null : Date.now() + ttl;
    await this.#database.rows(
      `INSERT INTO rolecall_stored (name, content, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET content = $2, expires_at = $3`,
      [key, String(value), expires],
    );
  }

  async delete(key: string): Promise<boolean> {
    const gone = await this.#database.rows('DELETE FROM rolecall_stored WHERE name = $1 RETURNING name', [
      key,
    ]);
    return gone.length > 0;
  }

  async clear(): Promise<void> {
    await this.#database.rows('DELETE FROM rolecall_stored');
  }

  async *iterator(namespace = ''): AsyncGenerator<[string, string]> {
    const rows = await this.#database.rows<{ name: string; content: string }>(
      'SELECT name, content FROM rolecall_stored WHERE substr(name, 1, $1) = $2 ORDER BY name',
      [namespace.length, namespace],
    );
    for (const { name, content } of rows) yield [name, content];
  }
}

/** Removes values whose time is over. */
export async function pruneValues(database: Database, now: number): Promise<void> {
  await database.rows('DELETE FROM rolecall_stored WHERE expires_at < $1', [now]);
}
