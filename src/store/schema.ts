import type { Database, Queries } from './database.ts';
import { StoreProblem } from './database.ts';
import { keepMessages } from './keep-messages.ts';

/** A table, and the text columns that name a row. */
export interface Table {
  readonly name: string;
  readonly key: readonly string[];
}

/** Every table that holds what is remembered. Leases are no memory: they are of the processes that run now. */
export const TABLES: readonly Table[] = [
  { name: 'rolecall_schedules', key: ['id'] },
  { name: 'rolecall_targets', key: ['schedule', 'target'] },
  { name: 'rolecall_occurrences', key: ['id'] },
  { name: 'rolecall_parcels', key: ['occurrence', 'target'] },
  { name: 'rolecall_steps', key: ['occurrence', 'target', 'step'] },
  { name: 'rolecall_attempts', key: ['token'] },
  { name: 'rolecall_notices', key: ['id'] },
  { name: 'rolecall_stored', key: ['name'] },
  { name: 'rolecall_study', key: ['community', 'member', 'run'] },
  { name: 'rolecall_proposals', key: ['community', 'id'] },
  { name: 'rolecall_reports', key: ['community', 'id'] },
  { name: 'rolecall_report_channels', key: ['community'] },
  { name: 'rolecall_counts', key: ['community', 'kind', 'name', 'week'] },
  { name: 'rolecall_inbox', key: ['name'] },
  { name: 'rolecall_settings', key: ['community'] },
  { name: 'rolecall_setting_changes', key: ['community', 'id'] },
  { name: 'rolecall_welcomes', key: ['community', 'place'] },
  { name: 'rolecall_installations', key: ['community'] },
];

/**
 * The same for both dialects: statements, or what has to read what is kept. An entry is never changed once released: add another.
 * Instants are epoch milliseconds.
 */
const MIGRATIONS: readonly (readonly string[] | ((queries: Queries) => Promise<void>))[] = [
  [
    `CREATE TABLE rolecall_schedules (id TEXT PRIMARY KEY, community TEXT NOT NULL, body TEXT NOT NULL,
       targets BIGINT NOT NULL, next_due BIGINT, changed_at BIGINT NOT NULL)`,
    'CREATE INDEX rolecall_schedules_due ON rolecall_schedules (next_due)',
    'CREATE INDEX rolecall_schedules_community ON rolecall_schedules (community)',
    `CREATE TABLE rolecall_targets (schedule TEXT NOT NULL, target TEXT NOT NULL, failures BIGINT NOT NULL,
       paused_at BIGINT, reason TEXT, PRIMARY KEY (schedule, target))`,
    `CREATE TABLE rolecall_occurrences (id TEXT PRIMARY KEY, schedule TEXT NOT NULL, slot TEXT NOT NULL,
       due_at BIGINT NOT NULL, state TEXT NOT NULL, reason TEXT, content TEXT NOT NULL,
       claimed_by TEXT NOT NULL, claimed_at BIGINT NOT NULL, UNIQUE (schedule, slot))`,
    'CREATE INDEX rolecall_occurrences_due ON rolecall_occurrences (due_at)',
    `CREATE TABLE rolecall_parcels (occurrence TEXT NOT NULL, target TEXT NOT NULL, place TEXT NOT NULL,
       ready_at BIGINT NOT NULL, held_until BIGINT NOT NULL, tries BIGINT NOT NULL, closed_at BIGINT,
       PRIMARY KEY (occurrence, target))`,
    'CREATE INDEX rolecall_parcels_ready ON rolecall_parcels (place, ready_at) WHERE closed_at IS NULL',
    `CREATE TABLE rolecall_steps (occurrence TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL,
       position BIGINT NOT NULL, state TEXT NOT NULL, not_before BIGINT NOT NULL, deadline BIGINT NOT NULL,
       tries BIGINT NOT NULL, token TEXT, held_until BIGINT NOT NULL, sent_at BIGINT, unsure_since BIGINT,
       result TEXT, reason TEXT, PRIMARY KEY (occurrence, target, step))`,
    `CREATE TABLE rolecall_attempts (token TEXT PRIMARY KEY, occurrence TEXT NOT NULL, target TEXT NOT NULL,
       step TEXT NOT NULL, kind TEXT NOT NULL, worker TEXT NOT NULL, started_at BIGINT NOT NULL,
       ended_at BIGINT, outcome TEXT, detail TEXT)`,
    'CREATE INDEX rolecall_attempts_step ON rolecall_attempts (occurrence, target, step)',
    `CREATE TABLE rolecall_notices (id TEXT PRIMARY KEY, schedule TEXT NOT NULL, community TEXT NOT NULL,
       sentence TEXT NOT NULL, made_at BIGINT NOT NULL, held_until BIGINT NOT NULL, told_at BIGINT)`,
    `CREATE TABLE rolecall_stored (name TEXT PRIMARY KEY, content TEXT NOT NULL, expires_at BIGINT)`,
  ],
  [
    `CREATE TABLE rolecall_study (community TEXT NOT NULL, member TEXT NOT NULL, run TEXT NOT NULL, schedule TEXT NOT NULL,
       title TEXT NOT NULL, track TEXT NOT NULL, mark TEXT NOT NULL, due_at BIGINT NOT NULL, at BIGINT NOT NULL,
       PRIMARY KEY (community, member, run))`,
  ],
  [
    `CREATE TABLE rolecall_counts (community TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, week TEXT NOT NULL,
       total BIGINT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
       PRIMARY KEY (community, kind, name, week))`,
  ],
  [
    `CREATE TABLE rolecall_proposals (community TEXT NOT NULL, id TEXT NOT NULL, member TEXT NOT NULL, state TEXT NOT NULL,
       reason TEXT, body TEXT NOT NULL, made_at BIGINT NOT NULL, decided_at BIGINT, PRIMARY KEY (community, id))`,
  ],
  [
    `CREATE TABLE rolecall_reports (community TEXT NOT NULL, id TEXT NOT NULL, member TEXT NOT NULL, state TEXT NOT NULL,
       reason TEXT, body TEXT NOT NULL, made_at BIGINT NOT NULL, decided_at BIGINT, PRIMARY KEY (community, id))`,
    `CREATE TABLE rolecall_report_channels (community TEXT PRIMARY KEY, target TEXT NOT NULL, language TEXT NOT NULL)`,
  ],
  ['CREATE TABLE rolecall_inbox (name TEXT PRIMARY KEY, expires_at BIGINT NOT NULL)'],
  [
    'CREATE TABLE rolecall_leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, expires_at BIGINT NOT NULL)',
    `CREATE TABLE rolecall_standbys (name TEXT NOT NULL, holder TEXT NOT NULL, expires_at BIGINT NOT NULL,
       PRIMARY KEY (name, holder))`,
  ],
  keepMessages,
  [
    'CREATE TABLE rolecall_settings (community TEXT PRIMARY KEY, revision BIGINT NOT NULL, body TEXT NOT NULL)',
    `CREATE TABLE rolecall_setting_changes (community TEXT NOT NULL, id TEXT NOT NULL, member TEXT NOT NULL,
       setting TEXT NOT NULL, channel TEXT NOT NULL, old_value TEXT, new_value TEXT, at BIGINT NOT NULL,
       PRIMARY KEY (community, id))`,
  ],
  [
    `CREATE TABLE rolecall_welcomes (community TEXT NOT NULL, place TEXT NOT NULL, at BIGINT NOT NULL,
       PRIMARY KEY (community, place))`,
    // Whoever used the bot before needs none.
    ...['channel', 'direct'].map(
      (place) => `INSERT INTO rolecall_welcomes (community, place, at) SELECT community, '${place}', 0 FROM (
        SELECT community FROM rolecall_schedules UNION SELECT community FROM rolecall_counts
        UNION SELECT community FROM rolecall_study UNION SELECT community FROM rolecall_reports
        UNION SELECT community FROM rolecall_settings) AS known`,
    ),
  ],
  [
    'CREATE TABLE rolecall_installations (community TEXT PRIMARY KEY, sealed TEXT NOT NULL, at BIGINT NOT NULL)',
  ],
];

/** The version of the schema that this program writes. */
export const SCHEMA = MIGRATIONS.length;

/** The version that a database is in; 0 where nothing was written to it yet. */
export async function schemaOf(queries: Queries): Promise<number> {
  return Number((await readMeta(queries, 'schema')) ?? 0);
}

/** Migration locks are numbers on the server; this one is ours ("role" in ASCII). */
const LOCK = 0x726f6c65;

/**
 * Brings a database to this version's schema; safe when several processes start at once.
 * @throws StoreProblem when it was written by a newer version.
 */
export async function migrateSchema(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    if (database.dialect === 'postgres') await queries.rows('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await queries.rows(
      'CREATE TABLE IF NOT EXISTS rolecall_meta (name TEXT PRIMARY KEY, content TEXT NOT NULL)',
    );
    const version = await schemaOf(queries);
    if (version > SCHEMA)
      throw new StoreProblem(
        `${database.place} was written by a newer Rolecall (schema ${version}, this one knows ${SCHEMA}). Update the bot.`,
      );
    for (const migration of MIGRATIONS.slice(version)) await apply(migration, queries);
    await writeMeta(queries, 'schema', String(SCHEMA));
  });
}

async function apply(migration: (typeof MIGRATIONS)[number], queries: Queries): Promise<void> {
  if (typeof migration === 'function') return migration(queries);
  for (const statement of migration) await queries.rows(statement);
}

/** A remark of the database about itself: `schema`, `probe`, `moved`, `backup`. */
export async function readMeta(queries: Queries, name: string): Promise<string | undefined> {
  const [row] = await queries.rows<{ content: string }>('SELECT content FROM rolecall_meta WHERE name = $1', [
    name,
  ]);
  return row?.content;
}

/** Writes a remark of the database about itself. */
export async function writeMeta(queries: Queries, name: string, content: string): Promise<void> {
  await queries.rows(
    'INSERT INTO rolecall_meta (name, content) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET content = $2',
    [name, content],
  );
}
