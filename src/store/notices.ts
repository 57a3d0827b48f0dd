import { randomUUID } from 'node:crypto';
import { readSaid, storeSaid } from '../message/stored.ts';
import type { Database, Queries } from './database.ts';
import type { Said } from '../message/message.ts';

/** Something an administrator should hear about. */
export interface Notice {
  readonly id: string;
  readonly schedule: string;
  readonly community: string;
  readonly sentence: Said;
}

type Row = Omit<Notice, 'sentence'> & { readonly sentence: string };

/** Sentences for administrators, kept until somebody was told. */
export class Notices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps a sentence for the community of a schedule; nothing when the schedule was removed meanwhile. */
  async add(schedule: string, sentence: Said, now: number, queries: Queries = this.#database): Promise<void> {
    await queries.rows(
      `INSERT INTO rolecall_notices (id, schedule, community, sentence, made_at, held_until)
       SELECT $1, id, community, $3, $4, 0 FROM rolecall_schedules WHERE id = $2`,
      [randomUUID(), schedule, storeSaid(sentence), now],
    );
  }

  /** Takes at most ten untold notices until `heldUntil`; untold by then, they can be taken again. */
  async take(now: number, heldUntil: number): Promise<Notice[]> {
    return this.#database.transaction(async (queries) => {
      const lock = this.#database.dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
      const notices = await queries.rows<Row>(
        `SELECT id, schedule, community, sentence FROM rolecall_notices
         WHERE told_at IS NULL AND held_until <= $1 ORDER BY made_at, id LIMIT 10 ${lock}`,
        [now],
      );
      for (const { id } of notices)
        await queries.rows('UPDATE rolecall_notices SET held_until = $2 WHERE id = $1', [id, heldUntil]);
      return notices.map(({ sentence, ...notice }) => ({ ...notice, sentence: readSaid(sentence) }));
    });
  }

  async told(id: string, now: number): Promise<void> {
    await this.#database.rows('UPDATE rolecall_notices SET told_at = $2 WHERE id = $1', [id, now]);
  }

  /** Forgets what was told before `before`. */
  async prune(before: number): Promise<void> {
    await this.#database.rows('DELETE FROM rolecall_notices WHERE told_at < $1', [before]);
  }
}
