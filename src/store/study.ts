import type { Member, StudyEntry } from '../prompts/study.ts';
import type { Database } from './database.ts';

/** What members said about prompts: one row for each member and run. */
export class Study {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes an entry; what the member said of the same run before is forgotten. */
  async put(member: Member, entry: StudyEntry): Promise<void> {
    const { schedule, run, title, track, mark, dueAt, at } = entry;
    await this.#database.rows(
      `INSERT INTO rolecall_study (community, member, run, schedule, title, track, mark, due_at, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (community, member, run) DO UPDATE SET mark = $7, at = $9`,
      [member.community, member.id, run, schedule, title, track, mark, dueAt, at],
    );
  }

  /** Everything of a member, oldest first. */
  async list({ community, id }: Member): Promise<StudyEntry[]> {
    return this.#database.rows<StudyEntry>(
      `SELECT schedule, run, title, track, mark, due_at AS "dueAt", at FROM rolecall_study
       WHERE community = $1 AND member = $2 ORDER BY due_at, run`,
      [community, id],
    );
  }

  /** Removes everything of a member; how many rows that were. */
  async forget({ community, id }: Member): Promise<number> {
    const gone = await this.#database.rows(
      'DELETE FROM rolecall_study WHERE community = $1 AND member = $2 RETURNING run',
      [community, id],
    );
    return gone.length;
  }
}
