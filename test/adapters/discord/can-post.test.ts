import { expect, test } from 'vitest';
import { canPost, whyRefused } from '../../../adapters/discord/can-post.ts';
import { inviteLink } from '../../../adapters/discord/invite.ts';
import { speak } from '../../../src/message/speak.ts';
import { ALL_PERMISSIONS } from './channels.ts';
import {
  CHANNEL,
  channel,
  GUILD,
  HELPERS,
  ME,
  OTHER,
  overwrite,
  rightsPeer,
  role,
  STAFF,
} from './rights-peer.ts';

const [VIEW, SEND, THREADS, PIN, ADMINISTRATOR, MENTION] = [10n, 11n, 35n, 51n, 3n, 17n].map(
  (bit) => 1n << bit,
) as [bigint, bigint, bigint, bigint, bigint, bigint];
const peer = rightsPeer();

/** What is said to a wish; nothing where it is granted. */
async function said(wish: object = {}): Promise<string> {
  const asks = { community: GUILD, channel: CHANNEL, thread: false, pin: false, ...wish };
  const why = await canPost(peer.rest, ME, asks);
  return why === null ? '' : speak(why, 'en');
}

const allows = (permissions: bigint) => (peer.roles = [role(GUILD, permissions)]);
const has = (...overwrites: object[]) => (peer.channels[CHANNEL] = channel(...overwrites));
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
    () => (allows(0n), peer.roles.push(role(HELPERS, ALL_PERMISSIONS)), (peer.mine = [HELPERS])),
    {},
    NOTHING,
  ],
  [
    'a role that the bot has not does not help',
    () => (allows(0n), peer.roles.push(role(STAFF, ALL_PERMISSIONS)), (peer.mine = [HELPERS])),
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
    () => (has(overwrite(GUILD, SEND), overwrite(HELPERS, 0n, SEND)), (peer.mine = [HELPERS])),
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
    'the channel allows everybody and denies a role of the bot',
    () => (has(overwrite(GUILD, 0n, SEND), overwrite(HELPERS, SEND)), (peer.mine = [HELPERS])),
    {},
    NEEDS_SEND,
  ],
  [
    'one role of the bot is denied and another allowed',
    () => (has(overwrite(HELPERS, SEND), overwrite(STAFF, 0n, SEND)), (peer.mine = [HELPERS, STAFF])),
    {},
    NOTHING,
  ],
  [
    'the bot itself is denied what its role is allowed',
    () => (has(overwrite(HELPERS, 0n, SEND), overwrite(ME, SEND)), (peer.mine = [HELPERS])),
    {},
    NEEDS_SEND,
  ],
  [
    'the bot itself is allowed what its role is denied, whichever stands first',
    () => (
      has(overwrite(ME, 0n, SEND), overwrite(HELPERS, SEND), overwrite(GUILD, SEND)),
      (peer.mine = [HELPERS])
    ),
    {},
    NOTHING,
  ],
  ['another member is denied', () => has(overwrite(OTHER, SEND)), {}, NOTHING],
  [
    'rights that are no number are none',
    () => (peer.roles = [role(GUILD, `x${ALL_PERMISSIONS}`)]),
    {},
    /View/,
  ],
  [
    'nor are those that only begin as a number',
    () => (peer.roles = [role(GUILD, `${ALL_PERMISSIONS}x`)]),
    {},
    /View/,
  ],
  [
    'a channel of another server',
    () => (peer.channels[CHANNEL] = { ...channel(), guild_id: OTHER }),
    {},
    /not in this/,
  ],
  [
    'a voice channel',
    () => (peer.channels[CHANNEL] = { ...channel(), type: 2 }),
    {},
    /#careers is no text channel/,
  ],
  ['a channel for announcements', () => (peer.channels[CHANNEL] = { ...channel(), type: 5 }), {}, NOTHING],
  ['no such channel', () => (peer.channels = {}), {}, /cannot see that channel/],
  [
    'a channel that is hidden',
    () => (peer.channels[CHANNEL] = { status: 403 }),
    {},
    /cannot see that channel/,
  ],
  ['a role that there is not', () => undefined, { mention: STAFF }, /no such role/],
  [
    'a role that everybody may mention',
    () => peer.roles.push(role(STAFF, 0n, { mentionable: true })),
    { mention: STAFF },
    NOTHING,
  ],
  [
    'a role that the bot may not mention',
    () => peer.roles.push(role(STAFF, 0n)),
    { mention: STAFF },
    /may not mention/,
  ],
  [
    'a role that the bot may mention, since it may mention everybody',
    () => (allows(ALL_PERMISSIONS | MENTION), peer.roles.push(role(STAFF, 0n))),
    { mention: STAFF },
    NOTHING,
  ],
])('%s', async (_what, given, wish, expected) => {
  given();
  expect(await said(wish)).toMatch(expected);
});

test('Discord is not peer.asked for a channel by what is no id', async () => {
  for (const id of ['general', '12345', `${CHANNEL}/messages`, `x${CHANNEL}`, `${CHANNEL}00000000`])
    expect(await said({ channel: id })).toMatch(/cannot see that channel/);
  expect(peer.asked).toEqual([]);
});

test('a channel without a name is named by its id', async () => {
  peer.channels[CHANNEL] = { ...channel(overwrite(GUILD, SEND)), name: undefined };
  expect(await said()).toContain(`#${CHANNEL}: I need`);
});

test('trouble of Discord is no lack of a right', async () => {
  peer.channels[CHANNEL] = { status: 500 };
  await expect(said()).rejects.toThrow('Internal Server Error');
  peer.channels[CHANNEL] = { status: 400 };
  await expect(said()).rejects.toThrow('no');
});

const job = { channel: CHANNEL, steps: ['post', 'pin'] } as unknown as Parameters<typeof whyRefused>[1];
const signal = AbortSignal.timeout(60_000);

test('a refused post is explained by what is lacking for its steps, and by nothing where the channel is gone', async () => {
  allows(ALL_PERMISSIONS & ~PIN & ~THREADS);
  const why = await whyRefused(peer.rest, job, signal);
  expect(why === null ? '' : speak(why, 'en')).toMatch(/I need "Pin Messages" there/);
  peer.channels = {};
  expect(await whyRefused(peer.rest, job, signal)).toBeNull();
});

test('whoever adds the app by its link is asked for all that posts may need, and for nothing else', () => {
  const asked = BigInt(new URL(inviteLink('1')).searchParams.get('permissions') ?? '');
  const [EMBED, HISTORY, IN_THREADS] = [1n << 14n, 1n << 16n, 1n << 38n];
  expect(asked).toBe(VIEW | SEND | EMBED | HISTORY | THREADS | IN_THREADS | PIN);
});
