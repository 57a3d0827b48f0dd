import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { storeSaid, storeSaidOr } from '../message/stored.ts';
import type { Database, Queries } from './database.ts';
import type { StepName } from './ledger.ts';

/** A step of a delivery. */
export interface StepId {
  readonly occurrence: string;
  readonly target: string;
  readonly step: StepName;
}

/** One try of a step, about to start. Instants are epoch milliseconds. */
export interface Attempt extends StepId {
  /** Unique; makes starting the same try twice harmless. */
  readonly token: string;
  /** `send` carries the step out; `look` only looks whether an earlier try did. */
  readonly kind: 'send' | 'look';
  readonly by: string;
  readonly at: number;
  /** Until when nobody else may try. */
  readonly heldUntil: number;
}

/** How a try ended: what is known, and in words. */
export interface Outcome {
  readonly outcome: 'posted' | 'found' | 'absent' | 'gone' | 'limited' | 'down' | 'unknown';
  readonly detail: Said | null;
  readonly at: number;
  readonly next:
    | { readonly state: 'done'; readonly result: string }
    /** Open again from `notBefore` on; `unsure` says whether it may have been carried out. */
    | {
        readonly state: 'waiting';
        readonly notBefore: number;
        readonly unsure: 'as before' | 'now' | 'no longer';
      }
    | { readonly state: 'failed' | 'unknown'; readonly reason: Said };
}

/** How a step can end without a try. */
export type Given = 'failed' | 'unknown' | 'skipped';

const LOST = say('The process that was trying ended or lost the database before it could say how it went.');

type Also = (queries: Queries) => Promise<void>;

/** Tries of steps: written down before they start and after they end. */
export class Attempts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Writes down that a step is about to be tried. False when it is over, too early, or in somebody else's
   * hands; then nothing may be sent. A try that was in flight when its worker died is written down as lost.
   */
  async begin(attempt: Attempt): Promise<boolean> {
    return this.#database.transaction(async (queries) => {
      const { occurrence, target, step, token, at } = attempt;
      const taken = await queries.rows(
        `UPDATE rolecall_steps SET state = 'sending', token = $4, held_until = $5, tries = tries + 1,
           unsure_since = CASE WHEN state = 'sending' AND token <> $4 THEN COALESCE(unsure_since, sent_at) ELSE unsure_since END,
           sent_at = CASE WHEN $7 = 'send' THEN $6 ELSE sent_at END
         WHERE occurrence = $1 AND target = $2 AND step = $3 AND not_before <= $6
           AND (state = 'waiting' OR (state = 'sending' AND (held_until <= $6 OR token = $4)))
         RETURNING step`,
        [occurrence, target, step, token, attempt.heldUntil, at, attempt.kind],
      );
      if (taken.length === 0) return false;
      await endLost(queries, attempt);
      await queries.rows(
        `INSERT INTO rolecall_attempts (token, occurrence, target, step, kind, worker, started_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [token, occurrence, target, step, attempt.kind, attempt.by, at],
      );
      return true;
    });
  }

  /**
   * Writes down how a try ended; may be repeated. A success counts however late it comes; anything else
   * changes the step only while this try is the current one. `also` runs in the same transaction.
   */
  async end(id: StepId, token: string, ending: Outcome, also?: Also): Promise<void> {
    const { occurrence, target, step } = id;
    await this.#database.transaction(async (queries) => {
      await queries.rows(
        'UPDATE rolecall_attempts SET ended_at = $2, outcome = $3, detail = $4 WHERE token = $1',
        [token, ending.at, ending.outcome, storeSaidOr(ending.detail)],
      );
      const { next } = ending;
      const key = [occurrence, target, step];
      const here = 'WHERE occurrence = $1 AND target = $2 AND step = $3';
      if (next.state === 'done')
        await queries.rows(
          `UPDATE rolecall_steps SET state = 'done', result = $4, reason = NULL, unsure_since = NULL ${here} AND state <> 'done'`,
          [...key, next.result],
        );
      else if (next.state === 'waiting')
        await queries.rows(
          `UPDATE rolecall_steps SET state = 'waiting', not_before = $4, reason = $5, unsure_since = CASE $6
             WHEN 'now' THEN COALESCE(unsure_since, sent_at) WHEN 'no longer' THEN NULL ELSE unsure_since END
           ${here} AND state = 'sending' AND token = $7`,
          [...key, next.notBefore, storeSaidOr(ending.detail), next.unsure, token],
        );
      else
        await queries.rows(
          `UPDATE rolecall_steps SET state = $4, reason = $5 ${here} AND state = 'sending' AND token = $6`,
          [...key, next.state, storeSaid(next.reason), token],
        );
      await also?.(queries);
    });
  }

  /**
   * Ends a step without a try, with the reason that `why` will show; nothing when it is being tried or over.
   * `also` runs in the same transaction, and only if it was ended.
   */
  async give(id: StepId, state: Given, reason: Said, now: number, also?: Also): Promise<void> {
    await this.#database.transaction(async (queries) => {
      const given = await queries.rows(
        `UPDATE rolecall_steps SET state = $4, reason = $5 WHERE occurrence = $1 AND target = $2 AND step = $3
           AND (state = 'waiting' OR (state = 'sending' AND held_until <= $6)) RETURNING step`,
        [id.occurrence, id.target, id.step, state, storeSaid(reason), now],
      );
      if (given.length > 0) {
        await endLost(queries, { ...id, token: '', at: now });
        await also?.(queries);
      }
    });
  }
}

async function endLost(queries: Queries, attempt: StepId & Pick<Attempt, 'token' | 'at'>): Promise<void> {
  await queries.rows(
    `UPDATE rolecall_attempts SET ended_at = $5, outcome = 'lost', detail = $6
     WHERE occurrence = $1 AND target = $2 AND step = $3 AND token <> $4 AND ended_at IS NULL`,
    [attempt.occurrence, attempt.target, attempt.step, attempt.token, attempt.at, storeSaid(LOST)],
  );
}
