import { z } from 'zod';
import { readSaidOr, storeSaid } from '../message/stored.ts';
import type { Cell, Database, Queries } from './database.ts';
import { keepJson, readJson } from './kept-json.ts';
import type { Said } from '../message/message.ts';

/** Where to post: a place and one of its channels, such as `chat:C123`; the channel is the place's own id. */
const address = z.string().regex(/^[a-z0-9-]+:.+$/, 'A target is written place:channel.');

/** What to post and where, as it is kept; when is for whoever knows calendars, and `content` for whoever prepares the post. */
export const keptSchedule = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'A schedule id has lower-case letters, digits and hyphens, at most 40.'),
  community: z.string().min(1),
  timetable: z.record(z.string(), z.unknown()),
  targets: z.array(address).min(1, 'Name at least one channel.').max(50),
  /** Open a thread under the post. */
  thread: z.boolean().default(false),
  /** Pin the post. */
  pin: z.boolean().default(false),
  /** Hours after the post at which the answer key follows; null where there is none. */
  answerAfterHours: z
    .number()
    .positive()
    .max(24 * 14)
    .nullable()
    .default(null),
  /** Missed while nothing ran: posted once, saying so, when at most this many hours late; else skipped. */
  lateHours: z
    .number()
    .min(0)
    .max(24 * 7)
    .default(6),
  state: z.enum(['active', 'paused']).default('active'),
  content: z.json(),
});
export type KeptSchedule = z.infer<typeof keptSchedule>;

/** A schedule that has come due. `schedule` is null when what is kept can no longer be read. */
export interface Due {
  readonly id: string;
  readonly dueAt: number;
  readonly schedule: KeptSchedule | null;
}

/** How a target of a schedule is doing. */
export interface TargetState {
  readonly target: string;
  /** Refusals ("gone") since the last success. */
  readonly failures: number;
  /** Epoch milliseconds; null while it is not paused. */
  readonly pausedAt: number | null;
  readonly reason: Said | null;
}

type TargetRow = Omit<TargetState, 'reason'> & { readonly reason: string | null };

interface ScheduleRow {
  readonly id: string;
  readonly body: string;
  readonly next_due: number;
}

/** The schedules that are kept, and how their targets are doing. */
export class Schedules {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps a schedule, new or changed. `nextDue` is its next slot (epoch milliseconds), null when it shall not run. */
  async put(schedule: KeptSchedule, nextDue: number | null, now: number): Promise<void> {
    await this.#database.rows(
      `INSERT INTO rolecall_schedules (id, community, body, targets, next_due, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id)
       DO UPDATE SET community = $2, body = $3, targets = $4, next_due = $5, changed_at = $6`,
      [schedule.id, schedule.community, keepJson(schedule), schedule.targets.length, nextDue, now],
    );
  }

  /** Pauses a schedule that is due at `from` (epoch milliseconds); false where somebody took that or changed it meanwhile. */
  async pause(schedule: KeptSchedule, from: number, now: number, queries: Queries): Promise<boolean> {
    const paused = await queries.rows(
      `UPDATE rolecall_schedules SET body = $3, next_due = NULL, changed_at = $4
       WHERE id = $1 AND next_due = $2 RETURNING id`,
      [schedule.id, from, keepJson({ ...schedule, state: 'paused' }), now],
    );
    return paused.length > 0;
  }

  async get(id: string): Promise<KeptSchedule | null> {
    const [schedule] = await this.#read('SELECT id, body FROM rolecall_schedules WHERE id = $1', [id]);
    return schedule ?? null;
  }

  /** Of one community, by id. */
  async list(community: string): Promise<KeptSchedule[]> {
    return this.#read('SELECT id, body FROM rolecall_schedules WHERE community = $1 ORDER BY id', [
      community,
    ]);
  }

  /** Forgets a schedule and its targets' states; what it did stays in the history. */
  async remove(id: string): Promise<void> {
    await this.#database.transaction(async (queries) => {
      await queries.rows('DELETE FROM rolecall_schedules WHERE id = $1', [id]);
      await queries.rows('DELETE FROM rolecall_targets WHERE schedule = $1', [id]);
    });
  }

  /** When a schedule is due next (epoch milliseconds); null when it is paused, over or unknown. */
  async nextDue(id: string): Promise<number | null> {
    const [row] = await this.#database.rows<{ due: number | null }>(
      'SELECT next_due AS due FROM rolecall_schedules WHERE id = $1',
      [id],
    );
    return row?.due ?? null;
  }

  /** At most `limit` schedules due at `now` or before, longest due first. */
  async due(now: number, limit: number): Promise<Due[]> {
    const rows = await this.#database.rows<ScheduleRow>(
      'SELECT id, body, next_due FROM rolecall_schedules WHERE next_due <= $1 ORDER BY next_due, id LIMIT $2',
      [now, limit],
    );
    return rows.map((row) => ({ id: row.id, dueAt: row.next_due, schedule: readSchedule(row) }));
  }

  /** How many targets the schedules due at `now` have together: the size of a burst. */
  async dueTargets(now: number): Promise<number> {
    const [row] = await this.#database.rows<{ total: number | null }>(
      'SELECT CAST(SUM(targets) AS BIGINT) AS total FROM rolecall_schedules WHERE next_due <= $1',
      [now],
    );
    return row?.total ?? 0;
  }

  /** Sets when a schedule is due next (epoch milliseconds, null for never), unless somebody did so meanwhile. */
  async move(id: string, from: number, to: number | null): Promise<void> {
    await this.#database.rows('UPDATE rolecall_schedules SET next_due = $3 WHERE id = $1 AND next_due = $2', [
      id,
      from,
      to,
    ]);
  }

  /** Stops a schedule from coming due, without changing what is kept of it. */
  async suspend(id: string): Promise<void> {
    await this.#database.rows('UPDATE rolecall_schedules SET next_due = NULL WHERE id = $1', [id]);
  }

  /** When the next schedule comes due (epoch milliseconds), and how many are active. */
  async outlook(): Promise<{ active: number; nextDue: number | null }> {
    const [row] = await this.#database.rows<{ active: number; next: number | null }>(
      'SELECT COUNT(next_due) AS active, MIN(next_due) AS next FROM rolecall_schedules',
    );
    return { active: row?.active ?? 0, nextDue: row?.next ?? null };
  }

  async targets(id: string): Promise<TargetState[]> {
    const rows = await this.#database.rows<TargetRow>(
      `SELECT target, failures, paused_at AS "pausedAt", reason FROM rolecall_targets WHERE schedule = $1 ORDER BY target`,
      [id],
    );
    return rows.map(({ reason, ...state }) => ({ ...state, reason: readSaidOr(reason) }));
  }

  /** Counts a refusal; with `pausedAt` (epoch milliseconds) the target gets nothing more until it is welcome again. */
  async refused(
    id: string,
    target: string,
    reason: Said,
    pausedAt: number | null,
    queries: Queries,
  ): Promise<void> {
    await queries.rows(
      `INSERT INTO rolecall_targets AS kept (schedule, target, failures, paused_at, reason) VALUES ($1, $2, 1, $4, $3)
       ON CONFLICT (schedule, target)
       DO UPDATE SET failures = kept.failures + 1, reason = $3, paused_at = COALESCE(kept.paused_at, $4)`,
      [id, target, storeSaid(reason), pausedAt],
    );
  }

  /** Forgets refusals: of one target after a success, of all (null) when an administrator resumes. */
  async welcome(id: string, target: string | null, queries: Queries = this.#database): Promise<void> {
    await queries.rows('DELETE FROM rolecall_targets WHERE schedule = $1 AND (target = $2 OR $2 IS NULL)', [
      id,
      target,
    ]);
  }

  async #read(sql: string, parameters: readonly Cell[]): Promise<KeptSchedule[]> {
    const rows = await this.#database.rows<{ body: string }>(sql, parameters);
    return rows.map(readSchedule).filter((schedule) => schedule !== null);
  }
}

function readSchedule({ body }: { readonly body: string }): KeptSchedule | null {
  try {
    return readJson(keptSchedule, body);
  } catch {
    return null;
  }
}
