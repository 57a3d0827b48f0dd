import type { Database } from './database.ts';
import type { Claim, Ledger } from './ledger.ts';

/** Which communities were told what the bot is for, so that each is told once. */
export class Welcomes {
  readonly #database: Database;
  readonly #ledger: Ledger;

  constructor(database: Database, ledger: Ledger) {
    this.#database = database;
    this.#ledger = ledger;
  }

  /** Whether a community had its welcome, in a channel or in a conversation with the bot. */
  async had(community: string, where: string): Promise<boolean> {
    const rows = await this.#database.rows(
      'SELECT 1 AS had FROM rolecall_welcomes WHERE community = $1 AND place = $2',
      [community, where],
    );
    return rows.length > 0;
  }

  /** Takes a community's welcome, together with its post: true for exactly one caller, however many ask. */
  async claim(community: string, where: string, post: Claim): Promise<boolean> {
    return this.#database.transaction(async (queries) => {
      const taken = await queries.rows(
        `INSERT INTO rolecall_welcomes (community, place, at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING community`,
        [community, where, post.at],
      );
      return taken.length > 0 && this.#ledger.claimWith(queries, post);
    });
  }
}
