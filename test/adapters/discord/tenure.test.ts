import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../adapters/discord/index.ts';
import { leaseName } from '../../../adapters/discord/tenure.ts';
import type { Adapter } from '../../../src/adapter.ts';
import { SetupProblem } from '../../../src/adapter.ts';
import type { Lease, LeasedWork, Leases, Standing } from '../../../src/lease/lease.ts';
import { silentLog } from '../../../src/log.ts';
import { testBot } from './bot.ts';
import { command } from './deeds.ts';
import { textsOf } from './exchange.ts';
import type { Peer } from './peer.ts';
import { startPeer } from './peer.ts';

/** A lease that the test gives and takes. */
class Given implements Lease, Leases {
  standing: Standing = { kind: 'waits', behind: 'host:1 (aa)' };
  isDoubtful = false;
  readonly seen: string[] = [];
  work: LeasedWork | undefined;
  beginsAtOnce = false;

  async hold(work: LeasedWork): Promise<Lease> {
    this.work = work;
    if (this.beginsAtOnce) await this.give();
    return this;
  }

  async give(kind: 'holds' | 'unsure' = 'holds'): Promise<void> {
    this.standing = { kind };
    this.isDoubtful = kind === 'unsure';
    await this.work?.begin(this);
  }

  async take(): Promise<void> {
    this.standing = { kind: 'waits', behind: 'host:2 (bb)' };
    await this.work?.end();
  }

  uncontested = () => void this.seen.push('alone');
  contested = () => void this.seen.push('another');
  stop = () => this.take();
}

let peer: Peer;
let lease: Given;
let adapter: Adapter | undefined;

beforeEach(async () => {
  peer = await startPeer();
  lease = new Given();
});
afterEach(async () => {
  await adapter?.stop();
  adapter = undefined;
  await peer.stop();
});

async function join(variables: Record<string, string> = peer.variables): Promise<Adapter> {
  adapter = await connect({ bot: testBot(), variables, log: silentLog, leases: lease });
  return adapter;
}

const answer = async () => {
  const exchange = peer.interact(command('role', { role: 'ml' }));
  return textsOf(await exchange.answered)[0];
};

describe('a gateway that one of several processes holds', () => {
  test('is not connected to by the others, who say that they stand by, and register nothing', async () => {
    await join();
    expect(adapter?.health()).toEqual({
      live: true,
      standsBy: true,
      detail: 'standing by: the gateway is held by host:1 (aa)',
    });
    lease.standing = { kind: 'waits', behind: null };
    expect(adapter?.health().live).toBe(false);
    expect(peer.requests).toEqual([]);
  });

  test('is connected to when it is given, and left when it is taken, however often', async () => {
    await join();
    for (let turn = 1; turn <= 3; turn += 1) {
      await lease.give();
      expect([await answer(), peer.sessions]).toEqual(['ml · overview', 1]);
      await lease.take();
      await expect.poll(() => peer.sessions).toBe(0);
      expect(adapter?.health().detail).toContain('standing by: the gateway is held by host:2');
    }
  });

  test('taken while it is still being connected to is left as soon as it is', async () => {
    await join();
    const giving = lease.give();
    await lease.take();
    await giving;
    await expect.poll(() => peer.sessions).toBe(0);
    await lease.give();
    expect([await answer(), peer.sessions]).toEqual(['ml · overview', 1]);
  });

  test('is given back by a place that stops', async () => {
    await join();
    await lease.give();
    await adapter?.stop();
    await expect.poll(() => peer.sessions).toBe(0);
    expect(adapter?.health()).toEqual({ live: false, detail: 'stopped' });
  });

  test('with a token that is refused is told as ever', async () => {
    lease.beginsAtOnce = true;
    await expect(join({ ...peer.variables, DISCORD_TOKEN: 'another' })).rejects.toThrow(SetupProblem);
  });
});

describe('a process that does not know whether it is the only one', () => {
  test('answers late enough for another to be first, and tells that it was alone', async () => {
    await join();
    await lease.give('unsure');
    const begun = performance.now();
    expect(await answer()).toBe('ml · overview');
    expect(performance.now() - begun).toBeGreaterThan(2_000);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await expect.poll(() => lease.seen).toEqual(['alone']);
    lease.isDoubtful = false;
    await answer();
    expect(performance.now() - begun).toBeLessThan(3_500);
  });

  test('notices that another one was first', async () => {
    await join();
    await lease.give('unsure');
    const exchange = peer.interact(command('role', { role: 'ml' }));
    exchange.callback({ type: 5, data: { flags: 64 } });
    await expect.poll(() => lease.seen, { timeout: 4_000 }).toEqual(['another']);
    expect(exchange.callbacks).toHaveLength(1);
  });
});

test('over HTTP every process hears its share, and none waits for a lease', async () => {
  await peer.stop();
  peer = await startPeer({ overHttp: true });
  await join();
  expect([lease.work, adapter?.health().live]).toEqual([undefined, true]);
});

test('two bots in one store do not wait for each other, nor do the shards of one', () => {
  const names = [leaseName('a'), leaseName('b'), leaseName('a', 0, 2), leaseName('a', 1, 2)];
  expect(new Set(names).size).toBe(4);
  expect(leaseName('a.secret.token')).not.toContain('secret');
});
