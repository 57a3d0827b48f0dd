import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import { menu } from '../../adapters/discord/menu.ts';
import { commands } from '../../commands/index.ts';
import { checkUp } from '../../src/cli/doctor/check-up.ts';
import { SETTINGS } from '../../src/cli/setup.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import type { Peer } from '../adapters/discord/peer.ts';
import { APPLICATION, CHANNEL, GUILD, startPeer } from '../adapters/discord/peer.ts';
import { asStored } from '../adapters/discord/stored.ts';
import type { Peer as SlackPeer } from '../adapters/slack/peer.ts';
import { openPeer, TOKENS } from '../adapters/slack/peer.ts';
import { source, write } from '../knowledge/pack.ts';
import { scheduleOf } from '../store/examples.ts';

type Finish = TestContext['onTestFinished'];

/** A bot that is set up well: both places, a store with a schedule, a pack of its own. */
export interface Patient {
  readonly discord: Peer;
  readonly slack: SlackPeer;
  /** Where it remembers. */
  readonly folder: string;
  /** Changed by a fault. */
  readonly env: Record<string, string>;
}

/** Accepted by the Discord of a patient. */
export const TOKEN = 'peer.token.that-nobody-may-see';

/** Sets up a bot that nothing is wrong with. */
export async function healthy(onTestFinished: Finish): Promise<Patient> {
  const discord = await startPeer({ token: TOKEN });
  const slack = await openPeer();
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-doctor-'));
  onTestFinished(async () => {
    rmSync(folder, { recursive: true, force: true });
    await Promise.all([discord.stop(), slack.close()]);
  });
  discord.registered = menu(commands).map((command, at) => asStored(command, at, APPLICATION));
  const store = await openStore({ file: join(folder, 'rolecall.sqlite') });
  await store.schedules.put(
    scheduleOf({ community: `discord:${GUILD}`, targets: [`discord:${CHANNEL}`] }),
    Date.now() + 3_600_000,
    1,
  );
  await store.close();
  return {
    discord,
    slack,
    folder,
    env: { ...discord.variables, ...slack.variables, ROLECALL_DATA_DIR: folder },
  };
}

/** Discord says this of the application, and at this time. */
export function says(peer: Peer, more: object, date = new Date()): void {
  const body = { id: APPLICATION, name: 'rolecall', flags: 0, verify_key: peer.publicKey, ...more };
  const headers = { date: date.toUTCString() };
  peer.failures.push({ path: /applications\/@me$/, times: 1, status: 200, headers, body });
}

/** Slack says this of the bot token. */
export function grant(peer: SlackPeer, scopes: readonly string[]): void {
  peer.script('auth.test', { headers: { 'x-oauth-scopes': scopes.join(',') } });
}

/** Adds a pack of its own to a bot. */
export function addPack(env: Record<string, string>, folder: string, baker: string): void {
  write(folder, { 'mine/roles/baker.yaml': baker, 'mine/sources/guide.yaml': source('guide') });
  env['ROLECALL_PACKS'] = join(folder, 'mine');
}

/** Changes what a bot remembers. */
export function alter(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, 'rolecall.sqlite'));
  database.exec(sql);
  database.close();
}

/** What a check-up finds, which names no secret. */
export async function examined({ env }: Pick<Patient, 'env'>) {
  const run = { config: readConfig(env, SETTINGS), log: silentLog };
  const found = await checkUp(run, { env, now: Date.now });
  for (const secret of [TOKEN, TOKENS.bot, TOKENS.app, 'hunter2hunter2'])
    expect(JSON.stringify(found)).not.toContain(secret);
  return { found, wrong: found.filter(({ state }) => state === 'wrong') };
}
