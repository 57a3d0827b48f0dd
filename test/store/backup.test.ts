import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { describe, expect, test } from 'vitest';
import { backupStore } from '../../src/store/backup.ts';
import { restoreStore } from '../../src/store/restore.ts';
import { openStore, type Store, type StoreAddress } from '../../src/store/store.ts';
import { claimOf, scheduleOf } from './examples.ts';
import { fill } from './filled.ts';
import { ADDRESSES, emptyDatabase, newFile } from './stores.ts';

/** What `fill` writes, by table; nothing in the others. */
const FILLED = {
  rolecall_schedules: 4,
  rolecall_targets: 1,
  rolecall_occurrences: 3,
  rolecall_parcels: 10,
  rolecall_steps: 10,
  rolecall_attempts: 1,
  rolecall_notices: 1,
  rolecall_stored: 1,
  rolecall_proposals: 1,
  rolecall_reports: 1,
  rolecall_report_channels: 1,
  rolecall_counts: 1,
  rolecall_settings: 1,
  rolecall_setting_changes: 1,
  rolecall_welcomes: 1,
  rolecall_installations: 1,
};

/** A process that writes without end. */
const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

async function filledAt(
  address: StoreAddress,
  onTestFinished: TestContext['onTestFinished'],
): Promise<Store> {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  await fill(store, 10);
  return store;
}

function counted(tables: readonly { table: string; after: number }[]): Record<string, number> {
  return Object.fromEntries(tables.flatMap(({ table, after }) => (after === 0 ? [] : [[table, after]])));
}

describe.each(ADDRESSES)('%s: a backup', (_, address) => {
  test('has every row, and an empty store of either kind has them again', async ({ onTestFinished }) => {
    const at = await address();
    const store = await filledAt(at, onTestFinished);
    const file = newFile();
    const backup = await backupStore(at, file, { now: 5_000 });
    expect(counted(backup.tables)).toEqual(FILLED);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(existsSync(`${file}.part`) || existsSync(`${file}-wal`)).toBe(false);
    for (const to of [{ file: newFile() }, { url: await emptyDatabase() }]) {
      const restored = await restoreStore(file, to, { now: 1_000 });
      expect(counted(restored.tables)).toEqual(FILLED);
      expect(restored).toMatchObject({ madeAt: '1970-01-01T00:00:05.000Z', overdue: 0, rows: backup.rows });
      const again = await openStore(to);
      onTestFinished(() => again.close());
      expect(await again.why('weekly@2026-01-05T09:00')).toEqual(await store.why('weekly@2026-01-05T09:00'));
      expect(await again.schedules.list('Ünï "quoted" \u{1F600}')).toEqual(
        await store.schedules.list('Ünï "quoted" \u{1F600}'),
      );
      expect(await again.values('progress').get('ada')).toEqual({ weeks: [1, 2] });
    }
  });

  test('is of one instant, while a process writes', async ({ onTestFinished }) => {
    const at = await address();
    await filledAt(at, onTestFinished);
    const child = spawn(process.execPath, [WRITER, JSON.stringify(at)]);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const store = await openStore(at);
    onTestFinished(() => store.close());
    const written = async () => (await store.schedules.list('busy')).length;
    const file = newFile();
    const from = await written();
    const { tables } = await backupStore(at, file);
    const upTo = await written();
    const { rolecall_schedules: schedules = 0, ...others } = counted(tables);
    expect(others).toEqual({ ...FILLED, rolecall_schedules: undefined });
    expect(schedules - 4).toBeGreaterThanOrEqual(from);
    expect(schedules - 4).toBeLessThanOrEqual(upTo);
    const restored = await restoreStore(file, at, { replace: true });
    expect(counted(restored.tables)).toMatchObject({ ...FILLED, rolecall_schedules: schedules });
    // The process that wrote was not stopped by either.
    const before = await written();
    await expect.poll(written).toBeGreaterThan(before);
  });

  test('is refused by a store that is not empty, which stays as it was', async ({ onTestFinished }) => {
    const at = await address();
    const file = newFile();
    await filledAt({ file: newFile() }, onTestFinished).then(({ database }) =>
      backupStore({ file: database.place }, file),
    );
    const store = await openStore(at);
    onTestFinished(() => store.close());
    await store.schedules.put(scheduleOf({ id: 'mine' }), 1_000, 1);
    await expect(restoreStore(file, at)).rejects.toThrow(
      'is not empty: rolecall_schedules has 1 rows. Nothing was restored; --replace puts the backup in their stead.',
    );
    expect(await store.schedules.get('mine')).not.toBeNull();
    await restoreStore(file, at, { replace: true });
    expect(await store.schedules.get('mine')).toBeNull();
    expect(await store.schedules.get('weekly')).not.toBeNull();
  });

  test('that is restored does not have posted again what was posted since', async ({ onTestFinished }) => {
    const at = await address();
    const store = await openStore(at);
    onTestFinished(() => store.close());
    await store.schedules.put(scheduleOf({ id: 'weekly' }), 5_000, 1);
    const file = newFile();
    await backupStore(at, file);
    await store.ledger.claim(claimOf('weekly', { next: { from: 5_000, to: 9_000 } }));
    await store.ledger.claim(claimOf('made-since'));
    expect(await store.inbox.claim('heard', 1)).toBe(true);
    const { tables } = await restoreStore(file, at, { replace: true });
    expect(tables.find(({ table }) => table === 'rolecall_occurrences')).toMatchObject({
      before: 0,
      kept: 1,
      after: 1,
    });
    expect((await store.schedules.due(5_000, 10)).map(({ id }) => id)).toEqual(['weekly']);
    expect(await store.ledger.claim(claimOf('weekly', { next: { from: 5_000, to: 9_000 } }))).toBe(false);
    expect(await store.inbox.claim('heard', 1)).toBe(false);
    expect(await store.why('made-since@2026-01-05T09:00')).toBeNull();
  });

  test('that breaks off changes nothing', async ({ onTestFinished }) => {
    const at = await address();
    const store = await filledAt(at, onTestFinished);
    const file = newFile();
    await backupStore(at, file);
    // A row that the backup's own table allows and the store's does not.
    const broken = new DatabaseSync(file);
    broken.exec('ALTER TABLE rolecall_notices ADD COLUMN more TEXT');
    broken.close();
    await store.schedules.put(scheduleOf({ id: 'since' }), 1_000, 1);
    await expect(restoreStore(file, at, { replace: true })).rejects.toThrow('more');
    expect(await store.schedules.get('since')).not.toBeNull();
    expect((await store.reports.list('c', 'open')).length).toBe(1);
  });
});

function fileWith(sql: string): string {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(`BEGIN; ${sql}; COMMIT`);
  database.close();
  return file;
}

function textFile(): string {
  const file = newFile();
  writeFileSync(file, 'no database');
  return file;
}

function halfOf(file: string): string {
  truncateSync(file, Math.floor(statSync(file).size / 2));
  return file;
}

describe('a file that is no backup, or of another version', () => {
  const OLD = readFileSync(join(import.meta.dirname, 'schema-5.sql'), 'utf8');

  test('one of a newer Rolecall is refused, with both versions named', async () => {
    const newer = fileWith(OLD.replace("VALUES ('schema', '5')", "VALUES ('schema', '99')"));
    await expect(restoreStore(newer, { file: newFile() })).rejects.toThrow(
      /was written by a newer Rolecall \(schema 99, this one knows \d+\)/,
    );
  });

  test('one of an older Rolecall is brought to this version, and stays as it was itself', async () => {
    const older = fileWith(OLD);
    const bytes = readFileSync(older);
    const to = { file: newFile() };
    await restoreStore(older, to);
    expect(readFileSync(older)).toEqual(bytes);
    const store = await openStore(to);
    expect(await store.communities()).not.toEqual([]);
    await store.close();
  });

  test.each([
    ['there is none', () => newFile(), 'There is no file'],
    ['text', () => textFile(), 'is no backup of Rolecall'],
    ['another database', () => fileWith('CREATE TABLE other (x TEXT)'), 'is no backup of Rolecall'],
    ['half of one', () => halfOf(fileWith(OLD)), 'is no backup of Rolecall'],
  ])('%s', async (__, file, says) => {
    const to = newFile();
    await expect(restoreStore(file(), { file: to })).rejects.toThrow(says);
    expect(existsSync(to)).toBe(false);
  });

  test('what there is to back up: nothing, a file that was moved, a file that stands in the way', async () => {
    await expect(backupStore({ file: newFile() }, newFile())).rejects.toThrow('nothing is remembered yet');
    await expect(backupStore({ url: await emptyDatabase() }, newFile())).rejects.toThrow(
      'nothing is remembered',
    );
    const moved = fileWith(`${OLD}INSERT INTO rolecall_meta VALUES ('moved', 'db.example/x');`);
    await expect(backupStore({ file: moved }, newFile())).rejects.toThrow('was moved to db.example/x');
    const taken = textFile();
    await expect(backupStore({ file: fileWith(OLD) }, taken)).rejects.toThrow('is there already');
    expect(readFileSync(taken, 'utf8')).toBe('no database');
    await backupStore({ file: fileWith(OLD) }, taken, { replace: true });
    expect(readFileSync(taken, 'latin1')).toMatch(/^SQLite format 3/);
  });
});
