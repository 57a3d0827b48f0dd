import { existsSync } from 'node:fs';
import type { CopiedTable, CopyReport } from './copy-rows.ts';
import { copyTable, reportOf, sideOf } from './copy-rows.ts';
import type { Database, Queries } from './database.ts';
import { StoreProblem } from './database.ts';
import { TABLES, writeMeta } from './schema.ts';
import { openStore } from './store.ts';

/**
 * Moves everything that is remembered in an embedded file into an empty PostgreSQL database: all of it or nothing.
 * The file stays, marked as moved, so that no bot goes on with it by mistake.
 * @throws StoreProblem when the file is missing or in use, the database is not empty, or a row arrived changed.
 */
export async function moveStore(file: string, url: string): Promise<CopyReport> {
  if (!existsSync(file)) throw new StoreProblem(`There is no file ${file} to move.`);
  const source = await openStore({ file });
  try {
    const target = await openStore({ url });
    try {
      return await moveRows(source.database, target.database);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The file is locked throughout, and marked only once the copy is committed. */
async function moveRows(source: Database, target: Database): Promise<CopyReport> {
  return source.transaction(async (from) => {
    await refuseWhileInUse(from, source.place);
    const tables = await target.transaction(async (to) => {
      const moved: CopiedTable[] = [];
      for (const table of TABLES)
        moved.push(await copyTable(table, sideOf(source, from), sideOf(target, to)));
      return moved;
    });
    await close(from, target.place);
    return reportOf(source.place, target.place, tables);
  });
}

async function refuseWhileInUse(from: Queries, place: string): Promise<void> {
  const busy = await from.rows(
    "SELECT 1 AS busy FROM rolecall_steps WHERE state = 'sending' AND held_until > $1",
    [Date.now()],
  );
  if (busy.length > 0)
    throw new StoreProblem(`Something is being posted from ${place}. Stop the bot, then try again.`);
}

/** A bot that still runs on the file stops at its next write, before it can post what the new one posts as well. */
async function close(from: Queries, to: string): Promise<void> {
  await writeMeta(from, 'moved', to);
  for (const table of ['rolecall_occurrences', 'rolecall_attempts'])
    await from.rows(
      `CREATE TRIGGER ${table}_moved BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'moved to PostgreSQL'); END`,
    );
}
