import type { Database } from './database.ts';

/** What is kept of a community that installed the bot for itself. */
export interface Installation {
  readonly community: string;
  /** The encrypted secret by which a place acts there; empty once the bot was removed. */
  readonly sealed: string;
  /** When that was last decided, by whoever installed or removed it; epoch milliseconds. */
  readonly at: number;
}

/** The secrets of communities, encrypted before they come here: nothing in this room could read one. */
export class Installations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(community: string): Promise<Installation | null> {
    const [row] = await this.#database.rows<Installation>(
      'SELECT community, sealed, at FROM rolecall_installations WHERE community = $1',
      [community],
    );
    return row ?? null;
  }

  /** All there are, by community. */
  async all(): Promise<Installation[]> {
    return this.#database.rows<Installation>(
      'SELECT community, sealed, at FROM rolecall_installations ORDER BY community',
    );
  }

  /** Keeps a secret in the stead of the one that was there. */
  async put({ community, sealed, at }: Installation): Promise<void> {
    await this.#database.rows(
      `INSERT INTO rolecall_installations (community, sealed, at) VALUES ($1, $2, $3)
       ON CONFLICT (community) DO UPDATE SET sealed = excluded.sealed, at = excluded.at`,
      [community, sealed, at],
    );
  }

  /** Keeps the same secret under another key, unless somebody changed it meanwhile. */
  async reseal(community: string, before: string, after: string): Promise<void> {
    await this.#database.rows(
      'UPDATE rolecall_installations SET sealed = $3 WHERE community = $1 AND sealed = $2',
      [community, before, after],
    );
  }

  /** Forgets a secret, and that it was there, unless it was put there after `at` (epoch milliseconds). */
  async remove(community: string, at: number): Promise<void> {
    await this.#database.rows(
      "UPDATE rolecall_installations SET sealed = '', at = $2 WHERE community = $1 AND at <= $2",
      [community, at],
    );
  }
}
