import type { Said } from '../message/message.ts';
import { readSaidOr } from '../message/stored.ts';
import type { Queries } from './database.ts';

/** How the schedules of a community do, or of all. Instants are epoch milliseconds. */
export interface PostOverview {
  /** How many come due again, and how many are paused or over. */
  readonly active: number;
  readonly resting: number;
  readonly next: { readonly schedule: string; readonly dueAt: number } | null;
  /** The last post that arrived. */
  readonly last: { readonly schedule: string; readonly dueAt: number; readonly postedAt: number } | null;
  /** The channels that get nothing more, since they refused posts. */
  readonly refused: readonly { readonly schedule: string; readonly reason: Said | null }[];
}

/** What is known of posts; of every community with null. */
export async function postOverview(queries: Queries, community: string | null): Promise<PostOverview> {
  const of = [community];
  const here = '(community = $1 OR $1 IS NULL)';
  const [counts] = await queries.rows<{ all: number; active: number }>(
    `SELECT COUNT(*) AS "all", COUNT(next_due) AS active FROM rolecall_schedules WHERE ${here}`,
    of,
  );
  const [next] = await queries.rows<{ schedule: string; dueAt: number }>(
    `SELECT id AS schedule, next_due AS "dueAt" FROM rolecall_schedules
     WHERE ${here} AND next_due IS NOT NULL ORDER BY next_due, id LIMIT 1`,
    of,
  );
  const { all = 0, active = 0 } = counts ?? {};
  return {
    active,
    resting: all - active,
    next: next ?? null,
    last: await lastPost(queries, here, of),
    refused: await refusals(queries, here, of),
  };
}

type Of = readonly (string | null)[];

async function lastPost(queries: Queries, here: string, of: Of): Promise<PostOverview['last']> {
  const [last] = await queries.rows<{ schedule: string; dueAt: number; postedAt: number }>(
    `SELECT o.schedule, o.due_at AS "dueAt", a.ended_at AS "postedAt"
     FROM rolecall_attempts a JOIN rolecall_occurrences o ON o.id = a.occurrence
     JOIN rolecall_schedules s ON s.id = o.schedule
     WHERE a.step = 'post' AND a.outcome IN ('posted', 'found') AND ${here}
     ORDER BY a.ended_at DESC LIMIT 1`,
    of,
  );
  return last ?? null;
}

async function refusals(queries: Queries, here: string, of: Of): Promise<PostOverview['refused']> {
  const rows = await queries.rows<{ schedule: string; reason: string | null }>(
    `SELECT t.schedule, t.reason FROM rolecall_targets t JOIN rolecall_schedules s ON s.id = t.schedule
     WHERE t.paused_at IS NOT NULL AND ${here} ORDER BY t.paused_at DESC`,
    of,
  );
  return rows.map(({ schedule, reason }) => ({ schedule, reason: readSaidOr(reason) }));
}
