import type { Database, Queries } from './database.ts';

/** One change of a setting, as kept; values are JSON, null where nothing is set. */
export interface SettingChange {
  /** The place's own id of who did it; empty once that member was forgotten. */
  readonly member: string;
  readonly setting: string;
  /** The place's own id of the channel that it is of; empty where it is of the whole community. */
  readonly channel: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What becomes of the settings of a community: the whole of them as text, and what that changes. */
export interface SettingEdit {
  readonly body: string;
  readonly changes: readonly SettingChange[];
}

const COLUMNS = 'member, setting, channel, old_value AS "before", new_value AS "after", at';

/** What each community chose, as text that is not read here, and the record of every change. */
export class Settings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The settings of a community; null where it chose nothing yet. */
  async get(community: string): Promise<string | null> {
    return bodyOf(this.#database, community);
  }

  /** Changes settings by what stands there now, one change of a community at a time, and records what changed. */
  async change(community: string, edit: (body: string | null) => SettingEdit): Promise<void> {
    await this.#database.transaction(async (queries) => {
      await alone(this.#database, queries, community);
      const { body, changes } = edit(await bodyOf(queries, community));
      if (changes.length === 0) return;
      await queries.rows(
        `INSERT INTO rolecall_settings (community, revision, body) VALUES ($1, 1, $2)
         ON CONFLICT (community) DO UPDATE SET body = $2, revision = rolecall_settings.revision + 1`,
        [community, body],
      );
      await write(queries, community, changes);
    });
  }

  /** Records a change of what is kept elsewhere, together with it. */
  async record(queries: Queries, community: string, change: SettingChange): Promise<void> {
    await alone(this.#database, queries, community);
    await write(queries, community, [change]);
  }

  /** The latest changes of a community, latest first. */
  async history(community: string, most: number): Promise<SettingChange[]> {
    return this.#database.rows<SettingChange>(
      `SELECT ${COLUMNS} FROM rolecall_setting_changes WHERE community = $1 ORDER BY id DESC LIMIT $2`,
      [community, most],
    );
  }

  /** Forgets changes from before `before` (epoch milliseconds). */
  async prune(before: number): Promise<void> {
    await this.#database.rows('DELETE FROM rolecall_setting_changes WHERE at < $1', [before]);
  }
}

async function bodyOf(queries: Queries, community: string): Promise<string | null> {
  const [row] = await queries.rows<{ body: string }>(
    'SELECT body FROM rolecall_settings WHERE community = $1',
    [community],
  );
  return row?.body ?? null;
}

/** An embedded file has one transaction that writes at a time anyhow. */
async function alone({ dialect }: Database, queries: Queries, community: string): Promise<void> {
  if (dialect === 'postgres')
    await queries.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [`settings ${community}`]);
}

/** Each under the number that follows the last one of its community, in digits that sort as they count. */
async function write(queries: Queries, community: string, changes: readonly SettingChange[]): Promise<void> {
  const [last] = await queries.rows<{ id: string | null }>(
    'SELECT MAX(id) AS id FROM rolecall_setting_changes WHERE community = $1',
    [community],
  );
  let number = Number(last?.id ?? 0);
  for (const { member, setting, channel, before, after, at } of changes) {
    number += 1;
    await queries.rows(
      `INSERT INTO rolecall_setting_changes (community, id, member, setting, channel, old_value, new_value, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [community, String(number).padStart(10, '0'), member, setting, channel, before, after, at],
    );
  }
}
