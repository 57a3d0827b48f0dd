import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../adapters/discord/index.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import { NO_OBJECTS, STRANGE_OBJECTS } from '../hostile.ts';
import { testBot } from './bot.ts';
import { command } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import { textsOf } from './exchange.ts';

let open: Open;
let warned: object[];
const log: Log = { ...silentLog, warn: (details) => void warned.push(details) };
beforeEach(async () => {
  warned = [];
  open = await openDiscord(testBot(), log, { overHttp: true });
});
afterEach(() => open.stop());

const PING = JSON.stringify({ type: 1, id: '1', token: 't' });

describe('an address that Discord posts to', () => {
  test('a ping is answered with a pong, so that the portal takes the address', async () => {
    const response = await open.peer.post(PING);
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
  });

  test("another's signature, or none, is refused", async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    expect((await open.peer.post(PING, stranger)).status).toBe(401);
    const unsigned = await fetch(open.peer.endpoint, { method: 'POST', body: PING });
    expect(unsigned.status).toBe(401);
  });

  test('what is not an interaction gets no answer but its status', async () => {
    expect((await open.peer.post('no JSON')).status).toBe(400);
    expect((await open.peer.post('x'.repeat(1_000_001))).status).toBe(413);
    expect((await open.peer.post(JSON.stringify({ type: 9, id: '2', token: 't' }))).status).toBe(202);
    expect((await fetch(open.peer.endpoint)).status).toBe(405);
    expect((await fetch(new URL('/', open.peer.endpoint), { method: 'POST' })).status).toBe(404);
  });

  test.each(NO_OBJECTS)('a body that is signed and no object is refused: %s', async (_, json) => {
    expect((await open.peer.post(json)).status).toBe(400);
    expect((await open.peer.post(PING)).status).toBe(200);
  });

  test('objects that Discord does not send are survived', async () => {
    for (const json of STRANGE_OBJECTS) expect([200, 202]).toContain((await open.peer.post(json)).status);
    expect((await open.peer.post(PING)).status).toBe(200);
  });

  test('three hundred forged requests are one line at once, and one that says how many there were', async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    await Promise.all(Array.from({ length: 300 }, () => open.peer.post(PING, stranger)));
    const path = '/discord/interactions';
    expect(warned).toEqual([{ path, status: 401 }]);
    await open.host.close();
    expect(warned[1]).toEqual({ path, refused: 299, byStatus: { 401: 299 } });
  });

  test('a question is answered on its own request, and no gateway is opened', async () => {
    const exchange = open.peer.interact(command('role', { role: 'data' }));
    expect(textsOf(await exchange.answered).join('\n')).toContain('data · overview');
    expect(exchange.isPrivate).toBe(true);
    expect(open.peer.opcodes).toEqual([]);
    expect(open.peer.requests.map(({ path }) => path)).not.toContain('/gateway/bot');
  });

  test('one that takes long is promised at once and answered by an edit', async () => {
    const exchange = open.peer.interact(command('wait'));
    expect(textsOf(await exchange.answered).join('\n')).toContain('It took a while.');
    expect([exchange.callbacks.length, exchange.edits.length]).toEqual([1, 1]);
  });

  test('the commands are registered all the same', async () => {
    while (open.peer.registered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(open.peer.faults).toEqual([]);
  });
});

/** A second bot, with these variables in the stead of the first one's. */
const start = (variables: Record<string, string>) =>
  connect({ bot: testBot(), variables: { ...open.peer.variables, ...variables }, log: silentLog });

describe('an address that cannot be', () => {
  test("another application's key is told apart before a question is lost", async () => {
    await expect(start({ DISCORD_PUBLIC_KEY: 'a1'.repeat(32) })).rejects.toThrow('DISCORD_PUBLIC_KEY is not');
  });

  test('a token that Discord does not accept', async () => {
    await expect(start({ DISCORD_TOKEN: 'another' })).rejects.toThrow(
      'Discord does not accept DISCORD_TOKEN',
    );
  });
});
