import type { StepName } from '../schedule/schedule.ts';
import type { Database, Queries } from './database.ts';
import type { Occurrence, OccurrenceRow } from './ledger.ts';
import { OCCURRENCE, readOccurrence } from './ledger.ts';

/** One occurrence for one target: what a worker takes, delivers and closes. */
export interface Parcel {
  readonly occurrence: string;
  readonly target: string;
  /** How often it has been taken. */
  readonly tries: number;
}

/** A step as it stands. Instants are epoch milliseconds. */
export interface Step {
  readonly step: StepName;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'unknown' | 'skipped';
  readonly notBefore: number;
  /** After this it is not sent any more. */
  readonly deadline: number;
  readonly tries: number;
  /** Until when the worker that is sending it has it to itself. */
  readonly heldUntil: number;
  /** When it was last sent. */
  readonly sentAt: number | null;
  /** Since when it may have been carried out without our knowing; null when nothing is unclear. */
  readonly unsureSince: number | null;
  readonly result: string | null;
  readonly reason: string | null;
}

/** A parcel opened for delivery. */
export interface OpenParcel {
  readonly occurrence: Occurrence;
  /** Why its target is paused; null while it is not. */
  readonly paused: string | null;
  readonly steps: readonly Step[];
}

/** Which parcels to take: `held` is until when they are the taker's. */
export interface Take {
  readonly place: string;
  readonly now: number;
  readonly heldUntil: number;
  readonly limit: number;
}

/** The work that is ready, and who has it. */
export class Parcels {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes parcels that are ready and that nobody holds; each goes to one caller until its hold ends.
   * `also` runs in the same transaction, so that handing them on and taking them is one thing.
   */
  async take(take: Take, also?: (queries: Queries, parcels: Parcel[]) => Promise<void>): Promise<Parcel[]> {
    const lock = this.#database.dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
    return this.#database.transaction(async (queries) => {
      const ready = await queries.rows<Parcel>(
        `SELECT occurrence, target, tries + 1 AS tries FROM rolecall_parcels
         WHERE closed_at IS NULL AND place = $1 AND ready_at <= $2 AND held_until <= $2
         ORDER BY ready_at, occurrence, target LIMIT $3 ${lock}`,
        [take.place, take.now, take.limit],
      );
      for (const { occurrence, target } of ready)
        await queries.rows(
          'UPDATE rolecall_parcels SET held_until = $3, tries = tries + 1 WHERE occurrence = $1 AND target = $2',
          [occurrence, target, take.heldUntil],
        );
      if (ready.length > 0) await also?.(queries, ready);
      return ready;
    });
  }

  /** The occurrence, the steps in their order, and whether the target is paused; null when nothing is kept of it. */
  async open({ occurrence, target }: Parcel): Promise<OpenParcel | null> {
    const rows = await this.#database.rows<OccurrenceRow & { readonly paused: string | null }>(
      `SELECT ${OCCURRENCE}, CASE WHEN t.paused_at IS NULL THEN NULL ELSE t.reason END AS paused
       FROM rolecall_occurrences o LEFT JOIN rolecall_targets t ON t.schedule = o.schedule AND t.target = $2
       WHERE o.id = $1`,
      [occurrence, target],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const { paused, ...found } = row;
    return { occurrence: readOccurrence(found), paused, steps: await this.#steps(occurrence, target) };
  }

  /** Keeps a parcel for its taker until `until`. */
  async hold({ occurrence, target }: Parcel, until: number): Promise<void> {
    await this.#database.rows(
      'UPDATE rolecall_parcels SET held_until = $3 WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL',
      [occurrence, target, until],
    );
  }

  /** Gives a parcel back, to be taken again from `readyAt` on. */
  async postpone({ occurrence, target }: Parcel, readyAt: number): Promise<void> {
    await this.#database.rows(
      `UPDATE rolecall_parcels SET ready_at = $3, held_until = 0
       WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL`,
      [occurrence, target, readyAt],
    );
  }

  /** Ends a parcel; steps that are still open end as failed with the reason. */
  async close({ occurrence, target }: Parcel, now: number, reason: string): Promise<void> {
    await this.#database.transaction(async (queries) => {
      await queries.rows(
        'UPDATE rolecall_parcels SET closed_at = $3 WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL',
        [occurrence, target, now],
      );
      await queries.rows(
        `UPDATE rolecall_steps SET state = CASE WHEN state = 'waiting' AND unsure_since IS NULL THEN 'failed' ELSE 'unknown' END,
           reason = $3
         WHERE occurrence = $1 AND target = $2 AND state IN ('waiting', 'sending')`,
        [occurrence, target, reason],
      );
    });
  }

  /** How many parcels are still open. */
  async openCount(): Promise<number> {
    const [row] = await this.#database.rows<{ open: number }>(
      'SELECT COUNT(*) AS open FROM rolecall_parcels WHERE closed_at IS NULL',
    );
    return row?.open ?? 0;
  }

  /** Open parcels past every deadline in places that are not connected here. */
  async stranded(places: readonly string[], now: number, limit: number): Promise<Parcel[]> {
    const connected = places.map((_, at) => `$${at + 3}`).join(', ');
    return this.#database.rows<Parcel>(
      `SELECT occurrence, target, tries FROM rolecall_parcels p
       WHERE closed_at IS NULL AND held_until <= $1 ${places.length > 0 ? `AND place NOT IN (${connected})` : ''}
         AND NOT EXISTS (SELECT 1 FROM rolecall_steps s WHERE s.occurrence = p.occurrence AND s.target = p.target
           AND s.state IN ('waiting', 'sending') AND s.deadline >= $1)
       LIMIT $2`,
      [now, limit, ...places],
    );
  }

  async #steps(occurrence: string, target: string): Promise<Step[]> {
    return this.#database.rows<Step>(
      `SELECT step, state, not_before AS "notBefore", deadline, tries, held_until AS "heldUntil", sent_at AS "sentAt",
         unsure_since AS "unsureSince", result, reason
       FROM rolecall_steps WHERE occurrence = $1 AND target = $2 ORDER BY position`,
      [occurrence, target],
    );
  }
}
