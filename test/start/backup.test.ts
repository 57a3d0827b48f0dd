import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { describe, expect, test } from 'vitest';
import { command } from '../adapters/discord/deeds.ts';
import { textsOf } from '../adapters/discord/exchange.ts';
import type { Peer } from '../adapters/discord/peer.ts';
import { startPeer, USER } from '../adapters/discord/peer.ts';
import { emptyDatabase } from '../store/stores.ts';
import { inTime, started } from './started.ts';

type Finish = TestContext['onTestFinished'];

/** Where a bot remembers, by the variable that says so. */
const KEPT: readonly (readonly [string, (folder: string) => Promise<Record<string, string>>])[] = [
  ['a file', async (folder) => ({ ROLECALL_DATA_DIR: folder })],
  ['PostgreSQL', async () => ({ DATABASE_URL: await emptyDatabase() })],
];

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

async function ask(peer: Peer, name: string, values: Record<string, string> = {}): Promise<string> {
  const exchange = peer.interact({ ...command(name, values), ...MANAGER });
  return textsOf(await inTime(exchange.answered, `an answer to /${name}`)).join('\n');
}

async function task(env: Record<string, string>, args: readonly string[], onTestFinished: Finish) {
  const run = started({ env, args }, onTestFinished);
  const code = await run.ended;
  return { code, said: run.answered() + run.told() };
}

describe.each(KEPT)('a running bot that remembers in %s', (_, variables) => {
  test.concurrent('is backed up and restored, and answers all the while', async ({ onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-backup-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const kept = await variables(folder);
    const peer = await startPeer();
    onTestFinished(() => peer.stop());
    const bot = started({ env: { ...peer.variables, ...kept } }, onTestFinished);
    await bot.tells('\nready');
    const added = { track: 'ml-engineer', when: 'mon 09:00', zone: 'Madrid' };
    expect(await ask(peer, 'prompts add', added)).toContain('is on');
    const file = join(folder, 'backup.sqlite');

    const backup = await task(kept, ['backup', file], onTestFinished);
    expect(backup).toMatchObject({ code: 0 });
    expect(backup.said).toContain('rolecall_schedules: 1 rows there, 1 in the backup');
    expect(backup.said).not.toContain('postgres:postgres');

    expect(await ask(peer, 'prompts remove', { schedule: 'ml-engineer' })).toContain('removed');
    expect(await ask(peer, 'prompts add', { ...added, track: 'sre' })).toContain('is on');
    const refused = await task(kept, ['restore', file], onTestFinished);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('is not empty: rolecall_schedules has 1 rows. Nothing was restored');

    const restoring = task(kept, ['restore', file, '--replace'], onTestFinished);
    const answers: string[] = [];
    for (let isOver = false; !isOver;) {
      answers.push(await ask(peer, 'role', { role: 'sre' }));
      isOver = await Promise.race([
        restoring.then(() => true),
        new Promise<boolean>((done) => setTimeout(done, 50, false)),
      ]);
    }
    const restored = await restoring;
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.said).toContain('rolecall_schedules: 1 rows in the backup, 1 here now');
    expect(answers.filter((text) => !text.includes('Site Reliability'))).toEqual([]);
    const list = await ask(peer, 'prompts list');
    expect(list).toContain('ML Engineer');
    expect(list).not.toContain('Site Reliability');
  });
});

test.concurrent('a task that needs a file says so', async ({ onTestFinished }) => {
  for (const name of ['backup', 'restore']) {
    const { code, said } = await task({}, [name], onTestFinished);
    expect(code).toBe(2);
    expect(said).toContain(`rolecall ${name} FILE`);
  }
  const nothing = await task({}, ['backup', 'b.sqlite'], onTestFinished);
  expect(nothing).toMatchObject({ code: 1 });
  expect(nothing.said).toContain('There is no file rolecall.sqlite: nothing is remembered yet');
});
