import { createHash } from 'node:crypto';
import type { Database, Queries } from './database.ts';

/** For how long what was heard is remembered: the slowest place sends an event again for a day. */
const KEPT_DAYS = 3;
const DAY_MS = 24 * 3_600_000;

/** Rows in one statement: with more, finding a parameter by its name takes longer than writing it. */
const BATCH = 50;

/**
 * What was heard, claimed by an idempotency key before anything is done about it. Kept is a hash of the key and a day on
 * which it is forgotten, so that it tells neither who asked nor at what hour.
 */
export class Inbox {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Takes a key: true for exactly one caller, in whichever process, until it is forgotten. */
  async claim(key: string, now: number): Promise<boolean> {
    return (await claimKeys(this.#database, [key], now)).size === 1;
  }

  /** Forgets keys whose time is over. */
  async prune(now: number): Promise<void> {
    await this.#database.rows('DELETE FROM rolecall_inbox WHERE expires_at < $1', [now]);
  }
}

/** Takes keys as a part of another transaction; those of them that nobody had taken before. */
export async function claimKeys(
  queries: Queries,
  keys: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const byHash = new Map(keys.map((key) => [hashOf(key), key]));
  const hashes = [...byHash.keys()];
  const expires = (Math.floor(now / DAY_MS) + 1 + KEPT_DAYS) * DAY_MS;
  const taken = new Set<string>();
  for (let from = 0; from < hashes.length; from += BATCH)
    for (const { name } of await insert(queries, hashes.slice(from, from + BATCH), expires))
      taken.add(byHash.get(name) ?? '');
  return taken;
}

function insert(
  queries: Queries,
  hashes: readonly string[],
  expires: number,
): Promise<readonly { name: string }[]> {
  const marks = hashes.map((_, at) => `($${at + 2}, $1)`).join(', ');
  return queries.rows<{ name: string }>(
    `INSERT INTO rolecall_inbox (name, expires_at) VALUES ${marks} ON CONFLICT DO NOTHING RETURNING name`,
    [expires, ...hashes],
  );
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 24);
}
