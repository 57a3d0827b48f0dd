import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { REST } from 'discord.js';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postingClient } from '../../adapters/slack/app.ts';
import { serverAccess } from '../../adapters/discord/server.ts';
import { oneWorkspace } from '../../adapters/slack/workspaces.ts';
import { silentLog } from '../../src/log.ts';
import { forgetDeparted, KEPT_AFTER_REMOVAL, lookForDeparted } from '../../src/community/removed.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { scratch } from '../outbox/world.ts';
import { scheduleOf } from '../store/examples.ts';
import { chatPlace } from '../prompts/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a community that removed the bot', () => {
  const room = scratch();
  let store: Store;
  const gone = new Set<string>();
  const asked: string[] = [];
  let isSilent = false;
  const place = {
    ...chatPlace(),
    isGone: async (id: string) => {
      asked.push(id);
      if (isSilent) throw new Error('503');
      return gone.has(id);
    },
  };
  const look = (now: number) => forgetDeparted(store, [place], now, silentLog);
  beforeEach(async () => {
    gone.clear();
    asked.length = 0;
    isSilent = false;
    store = await openStore({ file: join(room.folder, `${Math.random()}.db`) });
    for (const community of ['chat:A', 'chat:B', 'chat:', 'other:A'])
      await store.schedules.put(
        scheduleOf({ id: `of-${community.replace(':', '-').toLowerCase()}x`, community }),
        1,
        1,
      );
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
  });
  afterAll(() => room.remove());

  test('is forgotten a week later, and no other is', async () => {
    gone.add('A');
    await look(1);
    await look(KEPT_AFTER_REMOVAL);
    expect(await store.communities()).toEqual(['chat:', 'chat:A', 'chat:B', 'other:A']);
    await look(KEPT_AFTER_REMOVAL + 1);
    expect(await store.communities()).toEqual(['chat:', 'chat:B', 'other:A']);
  });

  test('and took it back within the week keeps all', async () => {
    gone.add('A');
    await look(1);
    gone.clear();
    await look(2);
    gone.add('A');
    await look(KEPT_AFTER_REMOVAL + 1);
    expect(await store.communities()).toContain('chat:A');
  });

  test('is looked for ten minutes after the start and once a day, whatever fails, until told to stop', async () => {
    vi.useFakeTimers({ now: 1 });
    const warned: string[] = [];
    const log = { ...silentLog, warn: (_: object, said: string) => void warned.push(said) };
    let open: Store | null = null;
    const stop = lookForDeparted(async () => open, [place], log);
    gone.add('A');
    await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
    open = store;
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['A', 'B']);
    isSilent = true;
    await vi.advanceTimersByTimeAsync(DAY);
    expect(warned).toHaveLength(2);
    isSilent = false;
    vi.spyOn(store, 'communities').mockRejectedValueOnce(new Error('The disk is gone.'));
    await vi.advanceTimersByTimeAsync(DAY);
    expect(warned.at(-1)).toBe('could not look which communities removed the bot');
    await vi.advanceTimersByTimeAsync(4 * DAY);
    expect(await store.communities()).toContain('chat:A');
    await vi.advanceTimersByTimeAsync(DAY);
    expect(await store.communities()).toEqual(['chat:', 'chat:B', 'other:A']);
    const before = asked.length;
    stop();
    await vi.advanceTimersByTimeAsync(3 * DAY);
    expect(asked).toHaveLength(before);
  });

  test('is not taken for gone while the place is away', async () => {
    gone.add('A');
    await look(1);
    isSilent = true;
    await look(2 * KEPT_AFTER_REMOVAL);
    expect(await store.communities()).toContain('chat:A');
  });
});

/** Asks `work` something of a server that answers everything alike. */
async function asking<T>(
  status: number,
  body: object,
  work: (address: string) => Promise<T>,
): Promise<T | string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has no other
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`).catch(() => 'does not say');
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const askDiscord = (api: string) =>
  serverAccess(new REST({ api, retries: 0 }).setToken('x.y.z')).isGone('900000000000000001');
const askSlack = (address: string) =>
  oneWorkspace('xoxb-1', (token) => postingClient(token, `${address}/api/`, silentLog)).isGone('T1');

test.each([
  [404, { code: 10_004, message: 'Unknown Guild' }, true],
  [403, { code: 50_001, message: 'Missing Access' }, true],
  [200, { id: '1' }, false],
  [503, {}, 'does not say'],
  [401, { code: 0, message: '401: Unauthorized' }, 'does not say'],
])('Discord answers %i %j: %s', async (status, body, said) => {
  expect(await asking(status, body, askDiscord)).toBe(said);
});

test.each([
  [{ ok: false, error: 'account_inactive' }, true],
  [{ ok: false, error: 'token_revoked' }, true],
  [{ ok: false, error: 'invalid_auth' }, 'does not say'],
  [{ ok: false, error: 'internal_error' }, 'does not say'],
  [{ ok: true, team_id: 'T1' }, false],
])('Slack answers %j: %s', async (body, said) => {
  expect(await asking(200, body, askSlack)).toBe(said);
});
