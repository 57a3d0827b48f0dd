import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { moveStore } from '../../src/store/move.ts';
import { openStore } from '../../src/store/store.ts';
import { FAST, makeWorld, OCCURRENCE, until } from '../outbox/world.ts';
import { isOver } from '../outbox/engines.ts';
import { claimOf, scheduleOf } from './examples.ts';
import { fill, SPOKEN } from './filled.ts';
import { emptyDatabase, newFile } from './stores.ts';

test('everything arrives, counted and compared; the file is marked, and a bot on it stops', async () => {
  const file = newFile();
  const url = await emptyDatabase();
  const source = await openStore({ file });
  await fill(source);
  const report = await moveStore(file, url);
  expect(report.to).not.toContain('postgres:postgres');
  expect(
    Object.fromEntries(report.tables.map((table) => [table.table, [table.before, table.after]])),
  ).toMatchObject({
    rolecall_schedules: [4, 4],
    rolecall_targets: [1, 1],
    rolecall_occurrences: [3, 3],
    rolecall_parcels: [2_100, 2_100],
    rolecall_steps: [2_100, 2_100],
    rolecall_attempts: [1, 1],
    rolecall_notices: [1, 1],
    rolecall_stored: [1, 1],
    rolecall_proposals: [1, 1],
    rolecall_reports: [1, 1],
    rolecall_report_channels: [1, 1],
    rolecall_counts: [1, 1],
  });
  expect(report.tables.every((table) => table.before === table.after)).toBe(true);
  const target = await openStore({ url });
  expect(await target.values('progress').get('ada')).toEqual({ weeks: [1, 2] });
  expect((await target.schedules.get('a-b'))?.content).toMatchObject(SPOKEN);
  expect(await target.reports.list('c', 'open')).toEqual(await source.reports.list('c', 'open'));
  expect(await target.why('weekly@2026-01-05T09:00')).toEqual(await source.why('weekly@2026-01-05T09:00'));
  await expect(source.ledger.claim(claimOf('late'))).rejects.toThrow('moved to PostgreSQL');
  await expect(source.probe()).rejects.toThrow('was moved to 127.0.0.1');
  await expect(moveStore(file, url)).rejects.toThrow('was moved to 127.0.0.1');
  await target.close();
  await source.close();
  expect(existsSync(file)).toBe(true);
});

test('a database with something in it is refused, and the file goes on as before', async () => {
  const file = newFile();
  const url = await emptyDatabase();
  const [source, target] = [await openStore({ file }), await openStore({ url })];
  await fill(source);
  await target.schedules.put(scheduleOf({}), 1, 1);
  await expect(moveStore(file, url)).rejects.toThrow('is not empty: rolecall_schedules has rows');
  expect(await target.ledger.occurrences('weekly', 1)).toEqual([]);
  expect(await source.ledger.claim(claimOf('goes-on'))).toBe(true);
  await target.close();
  await source.close();
});

test('a file that is not there, and one that is posting right now', async () => {
  const missing = newFile();
  const url = await emptyDatabase();
  await expect(moveStore(missing, url)).rejects.toThrow('There is no file');
  expect(existsSync(missing)).toBe(false);
  const file = newFile();
  const source = await openStore({ file });
  await source.ledger.claim(claimOf('weekly'));
  const id = { occurrence: OCCURRENCE, target: 'chat:1', step: 'post' as const };
  const heldUntil = Date.now() + 60_000;
  await source.attempts.begin({ ...id, token: 't', kind: 'send', by: 'w', at: 5_000, heldUntil });
  await source.close();
  await expect(moveStore(file, url)).rejects.toThrow('Stop the bot, then try again');
});

test('what was half delivered in the file is finished from PostgreSQL, and nothing is posted twice', async () => {
  const file = newFile();
  const url = await emptyDatabase();
  const before = await makeWorld({ file });
  before.place.faults.set(
    '1 pin',
    Array.from({ length: 99 }, () => 'down' as const),
  );
  await before.keep({ pin: true });
  await before.run();
  await until(
    () => before.place.asked.length,
    (asked) => asked >= 2,
  );
  await before.close();
  await moveStore(file, url);
  const after = await makeWorld({ url });
  await after.run('w2', before.place.poster());
  before.place.faults.clear();
  await until(after.states, isOver, FAST.deliveryHoldMs);
  expect(before.place.steps('1')).toEqual(['post', 'pin']);
  await after.close();
});
