import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '../../../adapters/discord/index.ts';
import type { Adapter } from '../../../src/adapter.ts';
import { silentLog } from '../../../src/log.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts, TRACKS } from '../../prompts/world.ts';
import { command } from './deeds.ts';
import { textsOf } from './exchange.ts';
import { GUILD, USER } from './peer.ts';
import type { Peer } from './peer.ts';
import { startPeer } from './peer.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A process, as far as Discord can tell: a bot with a connection of its own to the store and to the gateway. */
async function replica(peer: Peer, file?: string): Promise<Prompts & { readonly adapter: Adapter }> {
  const prompts = await openPrompts(file);
  const adapter = await connect({ bot: prompts.bot, variables: peer.variables, log: silentLog });
  prompts.service.start([adapter]);
  closers.push(async () => {
    await prompts.close();
    await adapter.stop();
  });
  return { ...prompts, adapter };
}

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

describe('two connections to one gateway, each told of everything', () => {
  test('make one schedule of one wish, and whoever makes it answers', async () => {
    const peer = await startPeer();
    closers.push(() => peer.stop());
    const first = await replica(peer);
    await replica(peer, first.file);
    expect(peer.sessions).toBe(2);
    for (const [at, track] of TRACKS.entries()) {
      const add = { ...command('prompts add', { track, when: 'mon 09:00' }), ...MANAGER };
      const exchange = peer.interact(add);
      expect(textsOf(await exchange.answered).join('\n')).toContain('is on');
      expect(await first.service.community.schedules.list(`discord:${GUILD}`)).toHaveLength(at + 1);
    }
    const callbacks = peer.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(callbacks).toHaveLength(10);
  });
});
