import { REST } from 'discord.js';
import { expect, test } from 'vitest';
import { readsHistory } from '../../../adapters/discord/can-post.ts';
import { CHANNEL, channel, GUILD, overwrite, rightsPeer, THREAD } from './rights-peer.ts';

const HISTORY = 1n << 16n;
const peer = rightsPeer();
const signal = AbortSignal.timeout(60_000);
const has = (...overwrites: object[]) => (peer.channels[CHANNEL] = channel(...overwrites));

test('whether earlier messages may be read is that of the channel, also for a thread in it', async () => {
  peer.channels[THREAD] = { id: THREAD, type: 11, parent_id: CHANNEL, guild_id: GUILD };
  expect([
    await readsHistory(peer.rest, CHANNEL, signal),
    await readsHistory(peer.rest, THREAD, signal),
  ]).toEqual([true, true]);
  has(overwrite(GUILD, HISTORY));
  expect([
    await readsHistory(peer.rest, CHANNEL, signal),
    await readsHistory(peer.rest, THREAD, signal),
  ]).toEqual([false, false]);
});

test('the bot asks for its own id once for each client', async () => {
  const fresh = new REST({ ...peer.rest.options }).setToken('x');
  await readsHistory(fresh, CHANNEL, signal);
  await readsHistory(fresh, CHANNEL, signal);
  expect(peer.asked.filter((path) => path === '/users/@me')).toHaveLength(1);
});

test.each([
  ['the channel', CHANNEL, `/channels/${CHANNEL}`],
  ['a thread', THREAD, `/channels/${THREAD}`],
  ['the channel of a thread', THREAD, `/channels/${CHANNEL}`],
  ['the bot', CHANNEL, '/users/@me'],
])('whoever has no more time waits for no answer about %s', { timeout: 5000 }, async (_what, id, silent) => {
  peer.channels[THREAD] = { id: THREAD, type: 11, parent_id: CHANNEL, guild_id: GUILD };
  peer.silent = silent;
  const giveUp = new AbortController();
  const looked = readsHistory(new REST({ ...peer.rest.options }).setToken('x'), id, giveUp.signal);
  while (!peer.asked.includes(silent)) await new Promise(setImmediate);
  giveUp.abort();
  await expect(looked).rejects.toThrow('aborted');
});
