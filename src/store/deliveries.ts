import { readSaidOr, storeSaid } from '../message/stored.ts';
import type { Database, Queries } from './database.ts';
import type { Occurrence, OccurrenceRow, StepName } from './ledger.ts';
import { OCCURRENCE, readOccurrence } from './ledger.ts';
import type { Said } from '../message/message.ts';

/** One occurrence for one target. */
export interface DeliveryId {
  readonly occurrence: string;
  readonly target: string;
}

/** What a worker takes, delivers and closes. */
export interface Delivery extends DeliveryId {
  /** How often it has been taken. */
  readonly tries: number;
  /** When the last of its open steps is too late (epoch milliseconds). */
  readonly deadline: number;
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
  readonly reason: Said | null;
}

/** A delivery opened for delivery. */
export interface OpenDelivery {
  readonly occurrence: Occurrence;
  /** Why its target is paused; null while it is not. */
  readonly paused: Said | null;
  /** How often the target has refused since its last success. */
  readonly failures: number;
  readonly steps: readonly Step[];
}

type OpenRow = OccurrenceRow & Pick<OpenDelivery, 'failures'> & { readonly paused: string | null };
type StepRow = Omit<Step, 'reason'> & { readonly reason: string | null };

/** Which deliveries to take: `held` is until when they are the taker's. */
export interface Take {
  readonly place: string;
  readonly now: number;
  readonly heldUntil: number;
  readonly limit: number;
}

const DEADLINE = `(SELECT COALESCE(MAX(s.deadline), 0) FROM rolecall_steps s WHERE s.occurrence = p.occurrence
  AND s.target = p.target AND s.state IN ('waiting', 'sending')) AS deadline`;

/** The work that is ready, and who has it. */
export class Deliveries {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes deliveries that are ready and that nobody holds; each goes to one caller until its hold ends.
   * `also` runs in the same transaction, so that handing them on and taking them is one thing.
   */
  async take(
    take: Take,
    also?: (queries: Queries, deliveries: Delivery[]) => Promise<void>,
  ): Promise<Delivery[]> {
    const lock = this.#database.dialect === 'postgres' ? 'FOR UPDATE OF p SKIP LOCKED' : '';
    return this.#database.transaction(async (queries) => {
      const ready = await queries.rows<Delivery>(
        `SELECT occurrence, target, tries + 1 AS tries, ${DEADLINE} FROM rolecall_parcels p
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
  async open({ occurrence, target }: DeliveryId): Promise<OpenDelivery | null> {
    const rows = await this.#database.rows<OpenRow>(
      `SELECT ${OCCURRENCE}, CASE WHEN t.paused_at IS NULL THEN NULL ELSE t.reason END AS paused,
         COALESCE(t.failures, 0) AS failures
       FROM rolecall_occurrences o LEFT JOIN rolecall_targets t ON t.schedule = o.schedule AND t.target = $2
       WHERE o.id = $1`,
      [occurrence, target],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const { paused, failures, ...found } = row;
    return {
      occurrence: readOccurrence(found),
      paused: readSaidOr(paused),
      failures,
      steps: await this.#steps(occurrence, target),
    };
  }

  /** Gives a delivery back, to be taken again from `readyAt` on. */
  async postpone(
    { occurrence, target }: DeliveryId,
    readyAt: number,
    queries: Queries = this.#database,
  ): Promise<void> {
    await queries.rows(
      `UPDATE rolecall_parcels SET ready_at = $3, held_until = 0
       WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL`,
      [occurrence, target, readyAt],
    );
  }

  /** Ends a delivery if none of its steps is open any more. */
  async close({ occurrence, target }: DeliveryId, now: number): Promise<void> {
    await this.#database.rows(
      `UPDATE rolecall_parcels SET closed_at = $3 WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM rolecall_steps s WHERE s.occurrence = $1 AND s.target = $2
           AND s.state IN ('waiting', 'sending'))`,
      [occurrence, target, now],
    );
  }

  /** Ends a delivery and every open step of it: as unknown where it may have been carried out, else as failed. */
  async abandon({ occurrence, target }: DeliveryId, now: number, reason: Said): Promise<void> {
    await this.#database.transaction(async (queries) => {
      await queries.rows(
        `UPDATE rolecall_steps SET reason = $3, state =
           CASE WHEN state = 'waiting' AND unsure_since IS NULL THEN 'failed' ELSE 'unknown' END
         WHERE occurrence = $1 AND target = $2 AND state IN ('waiting', 'sending')`,
        [occurrence, target, storeSaid(reason)],
      );
      await queries.rows(
        'UPDATE rolecall_parcels SET closed_at = $3 WHERE occurrence = $1 AND target = $2 AND closed_at IS NULL',
        [occurrence, target, now],
      );
    });
  }

  /** Gives back every delivery: for the only process on a file, when it starts and nobody else can hold one. */
  async release(): Promise<void> {
    await this.#database.rows('UPDATE rolecall_parcels SET held_until = 0 WHERE closed_at IS NULL');
  }

  /** How many deliveries are still open. */
  async openCount(): Promise<number> {
    const [row] = await this.#database.rows<{ open: number }>(
      'SELECT COUNT(*) AS open FROM rolecall_parcels WHERE closed_at IS NULL',
    );
    return row?.open ?? 0;
  }

  /** Open deliveries past every deadline in places that are not connected here. */
  async stranded(places: readonly string[], now: number, limit: number): Promise<Delivery[]> {
    const connected = places.map((_, at) => `$${at + 3}`).join(', ');
    return this.#database.rows<Delivery>(
      `SELECT occurrence, target, tries, ${DEADLINE} FROM rolecall_parcels p
       WHERE closed_at IS NULL AND held_until <= $1 ${places.length > 0 ? `AND place NOT IN (${connected})` : ''}
         AND NOT EXISTS (SELECT 1 FROM rolecall_steps s WHERE s.occurrence = p.occurrence AND s.target = p.target
           AND s.state IN ('waiting', 'sending') AND s.deadline >= $1)
       LIMIT $2`,
      [now, limit, ...places],
    );
  }

  async #steps(occurrence: string, target: string): Promise<Step[]> {
    const rows = await this.#database.rows<StepRow>(
      `SELECT step, state, not_before AS "notBefore", deadline, tries, held_until AS "heldUntil", sent_at AS "sentAt",
         unsure_since AS "unsureSince", result, reason
       FROM rolecall_steps WHERE occurrence = $1 AND target = $2 ORDER BY position`,
      [occurrence, target],
    );
    return rows.map(({ reason, ...step }) => ({ ...step, reason: readSaidOr(reason) }));
  }
}
