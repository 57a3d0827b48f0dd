import { readSaidOr, storeSaid, storeSaidOr } from '../message/stored.ts';
import type { Database, Queries } from './database.ts';
import type { Said } from '../message/message.ts';

/** The parts of a delivery, in the order in which they are tried; all but the first need the post. */
export const STEPS = ['post', 'thread', 'pin', 'answer'] as const;
export type StepName = (typeof STEPS)[number];

/** One target of an occurrence, and what is to be done there. Instants are epoch milliseconds. */
export interface DeliveryPlan {
  readonly target: string;
  readonly place: string;
  readonly readyAt: number;
  /** Why nothing will be done there; undefined when it will. */
  readonly skip?: Said;
  readonly steps: readonly {
    readonly step: StepName;
    readonly notBefore: number;
    readonly deadline: number;
  }[];
}

/** A slot about to be taken by one worker, or written down as skipped. */
export interface Claim {
  readonly schedule: string;
  /** When it was due, and what names it within its schedule. */
  readonly slot: { readonly at: number; readonly key: string };
  /** Who takes it: the name of a process. */
  readonly by: string;
  readonly at: number;
  /** Why it is skipped; undefined when it is to be posted. */
  readonly skip?: Said;
  readonly content: unknown;
  readonly deliveries: readonly DeliveryPlan[];
  /** Where the schedule goes on; left out for a post outside its timetable. */
  readonly next?: { readonly from: number; readonly to: number | null };
}

/** One time that a schedule was due, as kept. */
export interface Occurrence {
  readonly id: string;
  readonly schedule: string;
  readonly slot: string;
  readonly dueAt: number;
  readonly state: 'claimed' | 'skipped';
  readonly reason: Said | null;
  readonly content: unknown;
  readonly claimedBy: string;
  readonly claimedAt: number;
  /** Whether a channel has it, may have it or will: false once every post of it was left out or failed. */
  readonly reaches: boolean;
}

/** The columns of an occurrence, under the names of `Occurrence`. */
export const OCCURRENCE = `o.id, o.schedule, o.slot, o.due_at AS "dueAt", o.state, o.reason, o.content,
  o.claimed_by AS "claimedBy", o.claimed_at AS "claimedAt", CASE WHEN EXISTS (SELECT 1 FROM rolecall_steps r
  WHERE r.occurrence = o.id AND r.step = 'post' AND r.state NOT IN ('skipped', 'failed')) THEN 1 ELSE 0 END AS reaches`;

/** Where a condition on open deliveries (`p`) and their occurrences (`o`) goes on. */
const OPEN = `FROM rolecall_parcels p JOIN rolecall_occurrences o ON o.id = p.occurrence WHERE p.closed_at IS NULL`;

/** The name of an occurrence. A repeated hour has the same local time, so it has the same name. */
export function occurrenceId(schedule: string, slotKey: string): string {
  return `${schedule}@${slotKey}`;
}

/** Who has taken which slot. */
export class Ledger {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes a slot: true for exactly one caller, however many ask. All of it is written or nothing:
   * the occurrence, its deliveries and steps, and where the schedule goes on.
   */
  async claim(claim: Claim): Promise<boolean> {
    return this.#database.transaction((queries) => this.claimWith(queries, claim));
  }

  /** The same as a part of another transaction, so that what is posted is kept together with what it is about. */
  async claimWith(queries: Queries, claim: Claim): Promise<boolean> {
    if (!(await advance(queries, claim))) return false;
    const id = occurrenceId(claim.schedule, claim.slot.key);
    if (!(await insertOccurrence(queries, id, claim))) return false;
    for (const delivery of claim.deliveries) await insertDelivery(queries, id, claim.at, delivery);
    return true;
  }

  /** The latest occurrences of a schedule, latest first. */
  async occurrences(schedule: string, limit: number): Promise<Occurrence[]> {
    const rows = await this.#database.rows<OccurrenceRow>(
      `SELECT ${OCCURRENCE} FROM rolecall_occurrences o WHERE schedule = $1 ORDER BY due_at DESC, id DESC LIMIT $2`,
      [schedule, limit],
    );
    return rows.map(readOccurrence);
  }

  /**
   * Ends what has not been sent yet of a schedule, with the reason that `why` will show. What is being sent, or may have
   * been, goes on.
   */
  async cancel(schedule: string, reason: Said, now: number): Promise<void> {
    await this.#database.transaction(async (queries) => {
      // The post first: whoever begins to send it meanwhile keeps its whole delivery.
      const ended = await queries.rows<{ occurrence: string; target: string }>(
        `UPDATE rolecall_steps SET state = 'skipped', reason = $2
         WHERE step = 'post' AND state = 'waiting' AND unsure_since IS NULL AND occurrence IN
           (SELECT o.id ${OPEN} AND o.schedule = $1) RETURNING occurrence, target`,
        [schedule, storeSaid(reason)],
      );
      for (const { occurrence, target } of ended) {
        await queries.rows(
          `UPDATE rolecall_steps SET state = 'skipped', reason = $3
           WHERE occurrence = $1 AND target = $2 AND state = 'waiting'`,
          [occurrence, target, storeSaid(reason)],
        );
        await queries.rows(
          'UPDATE rolecall_parcels SET closed_at = $3 WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL',
          [occurrence, target, now],
        );
      }
    });
  }

  /** The schedules of which a post is not over: it waits, is being sent, or may have been. Of one, or of all. */
  async posting(schedule: string | null = null): Promise<ReadonlySet<string>> {
    const rows = await this.#database.rows<{ schedule: string }>(
      `SELECT DISTINCT o.schedule ${OPEN} AND (o.schedule = $1 OR $1 IS NULL) AND EXISTS
         (SELECT 1 FROM rolecall_steps s WHERE s.occurrence = p.occurrence AND s.target = p.target
            AND s.step = 'post' AND s.state IN ('waiting', 'sending'))`,
      [schedule],
    );
    return new Set(rows.map((row) => row.schedule));
  }

  /** Forgets the history of everything due before `before`, unless something of it is still open. */
  async prune(before: number): Promise<void> {
    const old = `SELECT id FROM rolecall_occurrences WHERE due_at < $1 AND id NOT IN
      (SELECT occurrence FROM rolecall_parcels WHERE closed_at IS NULL)`;
    await this.#database.transaction(async (queries) => {
      for (const table of ['attempts', 'steps', 'parcels'])
        await queries.rows(`DELETE FROM rolecall_${table} WHERE occurrence IN (${old})`, [before]);
      await queries.rows(`DELETE FROM rolecall_occurrences WHERE id IN (${old})`, [before]);
    });
  }
}

/** An occurrence as it comes from the database, its content still text and a truth a number. */
export type OccurrenceRow = Omit<Occurrence, 'content' | 'reason' | 'reaches'> & {
  readonly content: string;
  readonly reason: string | null;
  readonly reaches: number;
};

/** Turns a row into an occurrence. */
export function readOccurrence(row: OccurrenceRow): Occurrence {
  return {
    ...row,
    reason: readSaidOr(row.reason),
    content: JSON.parse(row.content),
    reaches: row.reaches === 1,
  };
}

/** False when another worker has moved the schedule on, or somebody changed, paused or removed it. */
async function advance(queries: Queries, { schedule, next }: Claim): Promise<boolean> {
  if (next === undefined) return true;
  const moved = await queries.rows(
    'UPDATE rolecall_schedules SET next_due = $3 WHERE id = $1 AND next_due = $2 RETURNING id',
    [schedule, next.from, next.to],
  );
  return moved.length > 0;
}

async function insertOccurrence(queries: Queries, id: string, claim: Claim): Promise<boolean> {
  const inserted = await queries.rows(
    `INSERT INTO rolecall_occurrences (id, schedule, slot, due_at, state, reason, content, claimed_by, claimed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      claim.schedule,
      claim.slot.key,
      claim.slot.at,
      claim.skip === undefined ? 'claimed' : 'skipped',
      storeSaidOr(claim.skip ?? null),
      JSON.stringify(claim.content ?? null),
      claim.by,
      claim.at,
    ],
  );
  return inserted.length > 0;
}

async function insertDelivery(
  queries: Queries,
  id: string,
  now: number,
  delivery: DeliveryPlan,
): Promise<void> {
  const skip = storeSaidOr(delivery.skip ?? null);
  await queries.rows(
    `INSERT INTO rolecall_parcels (occurrence, target, place, ready_at, held_until, tries, closed_at)
     VALUES ($1, $2, $3, $4, 0, 0, $5)`,
    [id, delivery.target, delivery.place, delivery.readyAt, skip === null ? null : now],
  );
  for (const [position, { step, notBefore, deadline }] of delivery.steps.entries())
    await queries.rows(
      `INSERT INTO rolecall_steps (occurrence, target, step, position, state, not_before, deadline, tries, held_until, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, $8)`,
      [id, delivery.target, step, position, skip === null ? 'waiting' : 'skipped', notBefore, deadline, skip],
    );
}
