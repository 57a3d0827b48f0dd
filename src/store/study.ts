import type { Database } from './database.ts';
import type { Member } from './member.ts';
import { ofMember } from './member.ts';

/** What a member said about one week's prompt. */
export type Mark = 'in' | 'done' | 'skip';

/** One prompt that a member said something about; the latest word counts. */
export interface StudyEntry {
  readonly schedule: string;
  readonly run: string;
  readonly title: string;
  readonly track: string;
  readonly mark: Mark;
  /** Epoch milliseconds: when the prompt was due, and when the member last said something. */
  readonly dueAt: number;
  readonly at: number;
}

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
  async list(member: Member): Promise<StudyEntry[]> {
    return this.#database.rows<StudyEntry>(
      `SELECT schedule, run, title, track, mark, due_at AS "dueAt", at FROM rolecall_study
       WHERE ${ofMember(member)} ORDER BY due_at, run`,
      [member.community, member.id],
    );
  }
}
