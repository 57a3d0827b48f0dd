import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { REST } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { canPost, readsHistory, whyRefused } from '../../../adapters/discord/can-post.ts';
import { speak } from '../../../src/message/speak.ts';
import { ALL_PERMISSIONS } from './channels.ts';

const [GUILD, OTHER, CHANNEL, THREAD] = ['1', '2', '3', '4'].map((end) => `90000000000000000${end}`) as [
  string,
  string,
  string,
  string,
];
const [ME, HELPERS, STAFF] = ['7', '8', '9'].map((end) => `90000000000000000${end}`) as [
  string,
  string,
  string,
];
const [VIEW, SEND, HISTORY, THREADS, PIN, ADMINISTRATOR, MENTION] = [10n, 11n, 16n, 35n, 51n, 3n, 17n].map(
  (bit) => 1n << bit,
) as [bigint, bigint, bigint, bigint, bigint, bigint, bigint];

interface World {
  channels: Record<string, object>;
  roles: object[];
  /** The roles of the bot. */
  mine: string[];
}
let world: World;
let server: Server;
let rest: REST;
let asked: string[] = [];

const role = (id: string, permissions: bigint | string, more: object = {}) => ({
  id,
  permissions: String(permissions),
  ...more,
});
const overwrite = (id: string, deny: bigint, allow = 0n) => ({
  id,
  type: 0,
  deny: String(deny),
  allow: String(allow),
});
const channel = (...permission_overwrites: object[]) => ({
  id: CHANNEL,
  name: 'careers',
  type: 0,
  guild_id: GUILD,
  permission_overwrites,
});

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const path = url.replace(/^\/v\d+/, '');
    asked.push(path);
    const [, kind, id = '', part] = path.split('/');
    const found =
      kind === 'channels'
        ? world.channels[id]
        : kind === 'users'
          ? { id: ME }
          : part === 'roles'
            ? world.roles
            : { roles: world.mine };
    const status = found === undefined ? 404 : 'status' in found ? Number(found.status) : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? found : { code: 10_003, message: 'no' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  rest = new REST({ api: `http://127.0.0.1:${port}`, retries: 0 }).setToken('x');
});
afterAll(() => server.close());
beforeEach(() => {
  world = { channels: { [CHANNEL]: channel() }, roles: [role(GUILD, ALL_PERMISSIONS)], mine: [] };
  asked = [];
});

/** What is said to a wish; nothing where it is granted. */
async function said(wish: object = {}): Promise<string> {
  const asks = { community: GUILD, channel: CHANNEL, thread: false, pin: false, ...wish };
  const why = await canPost(rest, ME, asks);
  return why === null ? '' : speak(why, 'en');
}

const allows = (permissions: bigint) => (world.roles = [role(GUILD, permissions)]);
const has = (...overwrites: object[]) => (world.channels[CHANNEL] = channel(...overwrites));
const NOTHING = /^$/;
const NEEDS_SEND = /#careers: I need "Send Messages" there/;

// The rules: https://discord.com/developers/docs/topics/permissions#permission-overwrites
test.each<[string, () => unknown, object, RegExp]>([
  ['everything is there', () => undefined, { thread: true, pin: true }, NOTHING],
  ['everybody lacks a right', () => allows(ALL_PERMISSIONS & ~SEND), {}, NEEDS_SEND],
  ['two are lacking', () => allows(ALL_PERMISSIONS & ~SEND & ~VIEW), {}, /"View Channel", "Send Messages"/],
  ['a thread is not wished for', () => allows(ALL_PERMISSIONS & ~THREADS), {}, NOTHING],
  [
    'a thread is wished for',
    () => allows(ALL_PERMISSIONS & ~THREADS),
    { thread: true },
    /Create Public Threads/,
  ],
  ['a pin is wished for', () => allows(ALL_PERMISSIONS & ~PIN), { pin: true }, /Pin Messages/],
  [
    'a role of the bot has what everybody lacks',
    () => (allows(0n), world.roles.push(role(HELPERS, ALL_PERMISSIONS)), (world.mine = [HELPERS])),
    {},
    NOTHING,
  ],
  [
    'a role that the bot has not does not help',
    () => (allows(0n), world.roles.push(role(STAFF, ALL_PERMISSIONS)), (world.mine = [HELPERS])),
    {},
    /View Channel/,
  ],
  [
    'an administrator may do all, whatever a channel denies',
    () => (allows(ADMINISTRATOR), has(overwrite(GUILD, SEND), overwrite(ME, SEND))),
    { thread: true, pin: true },
    NOTHING,
  ],
  ['the channel denies everybody', () => has(overwrite(GUILD, SEND)), {}, NEEDS_SEND],
  [
    'the channel denies everybody and allows a role of the bot',
    () => (has(overwrite(GUILD, SEND), overwrite(HELPERS, 0n, SEND)), (world.mine = [HELPERS])),
    {},
    NOTHING,
  ],
  [
    'the channel allows a role that the bot has not',
    () => has(overwrite(GUILD, SEND), overwrite(STAFF, 0n, SEND)),
    {},
    NEEDS_SEND,
  ],
  ['the channel denies a role that the bot has not', () => has(overwrite(STAFF, SEND)), {}, NOTHING],
  [
    'one role of the bot is denied and another allowed',
    () => (has(overwrite(HELPERS, SEND), overwrite(STAFF, 0n, SEND)), (world.mine = [HELPERS, STAFF])),
    {},
    NOTHING,
  ],
  [
    'the bot itself is denied what its role is allowed',
    () => (has(overwrite(HELPERS, 0n, SEND), overwrite(ME, SEND)), (world.mine = [HELPERS])),
    {},
    NEEDS_SEND,
  ],
  [
    'the bot itself is allowed what its role is denied, whichever stands first',
    () => (
      has(overwrite(ME, 0n, SEND), overwrite(HELPERS, SEND), overwrite(GUILD, SEND)),
      (world.mine = [HELPERS])
    ),
    {},
    NOTHING,
  ],
  ['another member is denied', () => has(overwrite(OTHER, SEND)), {}, NOTHING],
  [
    'rights that are no number are none',
    () => (world.roles = [role(GUILD, `x${ALL_PERMISSIONS}`)]),
    {},
    /View/,
  ],
  [
    'a channel of another server',
    () => (world.channels[CHANNEL] = { ...channel(), guild_id: OTHER }),
    {},
    /not in this/,
  ],
  [
    'a voice channel',
    () => (world.channels[CHANNEL] = { ...channel(), type: 2 }),
    {},
    /#careers is no text channel/,
  ],
  ['a channel for announcements', () => (world.channels[CHANNEL] = { ...channel(), type: 5 }), {}, NOTHING],
  ['no such channel', () => (world.channels = {}), {}, /cannot see that channel/],
  [
    'a channel that is hidden',
    () => (world.channels[CHANNEL] = { status: 403 }),
    {},
    /cannot see that channel/,
  ],
  ['a role that there is not', () => undefined, { mention: STAFF }, /no such role/],
  [
    'a role that everybody may mention',
    () => world.roles.push(role(STAFF, 0n, { mentionable: true })),
    { mention: STAFF },
    NOTHING,
  ],
  [
    'a role that the bot may not mention',
    () => world.roles.push(role(STAFF, 0n)),
    { mention: STAFF },
    /may not mention/,
  ],
  [
    'a role that the bot may mention, since it may mention everybody',
    () => (allows(ALL_PERMISSIONS | MENTION), world.roles.push(role(STAFF, 0n))),
    { mention: STAFF },
    NOTHING,
  ],
])('%s', async (_what, given, wish, expected) => {
  given();
  expect(await said(wish)).toMatch(expected);
});

test('Discord is not asked for a channel by what is no id', async () => {
  for (const id of ['general', '12345', `${CHANNEL}/messages`, `x${CHANNEL}`, `${CHANNEL}00000000`])
    expect(await said({ channel: id })).toMatch(/cannot see that channel/);
  expect(asked).toEqual([]);
});

test('a channel without a name is named by its id', async () => {
  world.channels[CHANNEL] = { ...channel(overwrite(GUILD, SEND)), name: undefined };
  expect(await said()).toContain(`#${CHANNEL}: I need`);
});

test('trouble of Discord is no lack of a right', async () => {
  world.channels[CHANNEL] = { status: 500 };
  await expect(said()).rejects.toThrow('Internal Server Error');
});

const job = { channel: CHANNEL, steps: ['post', 'pin'] } as unknown as Parameters<typeof whyRefused>[1];
const signal = AbortSignal.timeout(60_000);

test('a refused post is explained by what is lacking for its steps, and by nothing where the channel is gone', async () => {
  allows(ALL_PERMISSIONS & ~PIN & ~THREADS);
  const why = await whyRefused(rest, job, signal);
  expect(why === null ? '' : speak(why, 'en')).toMatch(/I need "Pin Messages" there/);
  world.channels = {};
  expect(await whyRefused(rest, job, signal)).toBeNull();
});

test('whether earlier messages may be read is that of the channel, also for a thread in it', async () => {
  world.channels[THREAD] = { id: THREAD, type: 11, parent_id: CHANNEL, guild_id: GUILD };
  expect([await readsHistory(rest, CHANNEL, signal), await readsHistory(rest, THREAD, signal)]).toEqual([
    true,
    true,
  ]);
  has(overwrite(GUILD, HISTORY));
  expect([await readsHistory(rest, CHANNEL, signal), await readsHistory(rest, THREAD, signal)]).toEqual([
    false,
    false,
  ]);
});

test('the bot asks for its own id once', async () => {
  await whyRefused(rest, job, signal);
  await readsHistory(rest, CHANNEL, signal);
  expect(asked.filter((path) => path === '/users/@me').length).toBeLessThanOrEqual(1);
});
