import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { describe, expect, test } from 'vitest';
import { command } from '../adapters/discord/deeds.ts';
import { textsOf } from '../adapters/discord/exchange.ts';
import type { Peer } from '../adapters/discord/peer.ts';
import { GUILD, startPeer, USER } from '../adapters/discord/peer.ts';
import { makeDue, NOW } from '../prompts/world.ts';
import { LEASE_TIMING } from '../../src/lease/lease.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreAddress } from '../../src/store/store.ts';
import { emptyDatabase } from '../store/stores.ts';
import type { Started } from './started.ts';
import { inTime, started } from './started.ts';

type Finish = TestContext['onTestFinished'];

/** Where two processes remember together: its address, and the variables that say so. */
type Shared = readonly [StoreAddress, Readonly<Record<string, string>>];

const SHARED: readonly (readonly [string, (onTestFinished: Finish) => Promise<Shared>])[] = [
  [
    'one file',
    async (onTestFinished) => {
      const folder = mkdtempSync(join(tmpdir(), 'rolecall-shared-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      return [{ file: join(folder, 'rolecall.sqlite') }, { ROLECALL_DATA_DIR: folder }];
    },
  ],
  [
    'one PostgreSQL',
    async () => {
      const url = await emptyDatabase();
      return [{ url }, { DATABASE_URL: url }];
    },
  ],
];

/** Two processes on one gateway and one store: the one that holds the gateway, and the one that stands by. */
async function pair(peer: Peer, shared: Shared[1], onTestFinished: Finish): Promise<[Started, Started]> {
  const env = { ...peer.variables, ...shared };
  const first = started({ env }, onTestFinished);
  await first.tells('ready');
  const second = started({ env }, onTestFinished);
  await second.tells("stands by: Discord's gateway is held by");
  await second.tells('ready');
  return [first, second];
}

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

async function ask(peer: Peer, name: string, values: Record<string, string>): Promise<string> {
  const exchange = peer.interact({ ...command(name, values), ...MANAGER });
  return textsOf(await inTime(exchange.answered, `an answer to /${name}`)).join('\n');
}

const callbacks = (peer: Peer) => peer.requests.filter(({ path }) => path.endsWith('/callback')).length;

describe.each(SHARED)('two processes on one gateway and %s', (_, open) => {
  test.concurrent(
    'do everything once, and one takes over',
    { timeout: 120_000 },
    async ({ onTestFinished }) => {
      const peer = await startPeer();
      onTestFinished(() => peer.stop());
      const [address, variables] = await open(onTestFinished);
      const [first, second] = await pair(peer, variables, onTestFinished);
      expect(peer.sessions).toBe(1);
      expect(await ask(peer, 'prompts add', { track: 'ml-engineer', when: NOW })).toContain('is on');
      for (let question = 1; question <= 20; question += 1)
        expect(await ask(peer, 'role', { role: 'sre' })).toContain('Site Reliability');
      expect(callbacks(peer)).toBe(21);
      const store = await openStore(address);
      onTestFinished(() => store.close());
      expect(await store.schedules.list(`discord:${GUILD}`)).toHaveLength(1);
      // Both of them look for what is due.
      await makeDue(address);
      // The welcome of a manager's first command, and the first week.
      await expect.poll(() => peer.channels.messages.length, { timeout: 30_000 }).toBe(2);

      first.kill('SIGKILL');
      expect(await untilHeld(peer, second)).toBeLessThan(15_000);
      expect(await ask(peer, 'prompts list', {})).toContain('ML Engineer');
      expect([peer.identified.length, peer.channels.messages.length]).toEqual([2, 2]);

      const third = started({ env: { ...peer.variables, ...variables } }, onTestFinished);
      await third.tells("stands by: Discord's gateway is held by");
      second.kill('SIGTERM');
      // Less than is left of the lease at any time.
      const { lastsMs, renewMs } = LEASE_TIMING;
      expect(await untilHeld(peer, third)).toBeLessThan(lastsMs - renewMs);
      expect(await inTime(second.ended, 'the end of the second process')).toBe(0);
      expect(await ask(peer, 'role', { role: 'sre' })).toContain('Site Reliability');
    },
  );
});

/** How long a process takes to have the gateway, in milliseconds; it has it alone. */
async function untilHeld(peer: Peer, process: Started): Promise<number> {
  const begun = performance.now();
  await process.tells("holds Discord's gateway");
  await expect.poll(() => peer.sessions, { timeout: 15_000, interval: 10 }).toBe(1);
  return performance.now() - begun;
}
