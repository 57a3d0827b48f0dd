import type { Database, Queries } from './database.ts';
import { reportsOf } from './reports.ts';

/** Every table whose rows belong to a community by a column of that name. */
const OWNED = [
  'schedules',
  'notices',
  'study',
  'proposals',
  'reports',
  'report_channels',
  'counts',
  'settings',
  'setting_changes',
  'welcomes',
  'installations',
] as const;

/**
 * Deletes everything that is kept of a community, all of it or nothing: schedules, their history, what waits to be
 * posted, studies, proposals, reports, counts, notices, settings, the welcome, the secret it was installed with. Returns how
 * many rows those were.
 */
export async function forgetCommunity(database: Database, community: string): Promise<number> {
  return database.transaction(async (queries) => {
    const history = await forgetHistory(queries, community);
    const targets = await remove(
      queries,
      'targets',
      'schedule IN (SELECT id FROM rolecall_schedules WHERE community = $1)',
      community,
    );
    const refusals = await remove(queries, 'targets', 'schedule = $1', reportsOf(community));
    let rows = history + targets + refusals;
    for (const table of OWNED) rows += await remove(queries, table, 'community = $1', community);
    return rows;
  });
}

/** History names the schedule, and that may be removed; what was posted names the community itself, first of all. */
async function forgetHistory(queries: Queries, community: string): Promise<number> {
  const posted = `{"community":${JSON.stringify(community)},`;
  const found = await queries.rows<{ id: string }>(
    `SELECT id FROM rolecall_occurrences WHERE substr(content, 1, length(CAST($1 AS TEXT))) = $1
     OR schedule IN (SELECT id FROM rolecall_schedules WHERE community = $2)`,
    [posted, community],
  );
  let rows = 0;
  for (const { id } of found) {
    for (const table of ['attempts', 'steps', 'parcels'])
      rows += await remove(queries, table, 'occurrence = $1', id);
    rows += await remove(queries, 'occurrences', 'id = $1', id);
  }
  return rows;
}

async function remove(queries: Queries, table: string, where: string, value: string): Promise<number> {
  const gone = await queries.rows(`DELETE FROM rolecall_${table} WHERE ${where} RETURNING 1 AS gone`, [
    value,
  ]);
  return gone.length;
}

/** Every community that anything is kept of. */
export async function communitiesIn(database: Database): Promise<string[]> {
  const parts = OWNED.map((table) => `SELECT community FROM rolecall_${table}`);
  const rows = await database.rows<{ community: string }>(`${parts.join(' UNION ')} ORDER BY 1`);
  return rows.map(({ community }) => community);
}
