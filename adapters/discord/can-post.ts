import { DiscordAPIError, PermissionFlagsBits, Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { PostWish } from '../../src/outbox/place.ts';
import type { Message, Said } from '../../src/message/message.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { PostJob } from '../../src/outbox/poster.ts';
import { keyOf, listOf, wordsAt } from './json.ts';

/** What Discord calls each permission in the settings of a channel. */
const NAMES = {
  ViewChannel: say('View Channel'),
  SendMessages: say('Send Messages'),
  EmbedLinks: say('Embed Links'),
  ReadMessageHistory: say('Read Message History'),
  CreatePublicThreads: say('Create Public Threads'),
  SendMessagesInThreads: say('Send Messages in Threads'),
  PinMessages: say('Pin Messages'),
} as const;
type Permission = keyof typeof NAMES;

/** All that posts of any kind may need, as Discord adds permissions up. */
export const EVERYTHING_FOR_POSTS = Object.keys(NAMES).reduce(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of `NAMES` are these
  (bits, name) => bits | PermissionFlagsBits[name as Permission],
  0n,
);

/** Channels that take messages: text and announcements. https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const TEXT = new Set<unknown>([0, 5]);

/**
 * Why the wish cannot be granted, as a sentence that says what to do; null when it can. `me` is the bot's own id.
 * Rejects when Discord does not say.
 */
export async function canPost(rest: REST, me: string, wish: PostWish): Promise<Said | null> {
  const channel = await channelOf(rest, wish.channel);
  if (channel === null)
    return say(
      'I cannot see that channel: a server manager can allow me "View Channel" under Channel settings → Permissions.',
    );
  // Without this, whoever manages one server could post in another.
  if (keyOf(channel, 'guild_id') !== wish.community)
    return say('That channel is not in this server: name one that is.');
  return problemIn(rest, channel, me, wish);
}

/**
 * Why a post was refused, in the sentence with which its schedule would have been; null where nothing is missing, or
 * Discord does not say.
 */
export async function whyRefused(rest: REST, job: PostJob, signal: AbortSignal): Promise<Said | null> {
  const { channel: id, steps } = job;
  const channel = await channelOf(rest, id);
  if (channel === null) return null;
  const community = wordsAt(channel, 'guild_id') ?? null;
  const wish = { community, channel: id, thread: steps.includes('thread'), pin: steps.includes('pin') };
  return problemIn(rest, channel, await ownId(rest, signal), wish);
}

async function problemIn(rest: REST, channel: unknown, me: string, wish: PostWish): Promise<Said | null> {
  const name = `#${wordsAt(channel, 'name') ?? wish.channel}`;
  if (!TEXT.has(keyOf(channel, 'type'))) return say('{name} is no text channel: name one that is.', { name });
  const { roles, allowed } = await rightsIn(rest, channel, wish.community ?? '', me);
  const missing = needed(wish).filter((permission) => (allowed & PermissionFlagsBits[permission]) === 0n);
  if (missing.length > 0) return sentence(name, missing);
  return mentionProblem(wish, roles, allowed);
}

async function channelOf(rest: REST, id: string): Promise<unknown> {
  if (!/^\d{15,22}$/.test(id)) return null;
  try {
    return await rest.get(Routes.channel(id));
  } catch (error) {
    if (error instanceof DiscordAPIError && [403, 404].includes(error.status)) return null;
    throw error;
  }
}

function needed({ thread, pin }: PostWish): Permission[] {
  return [
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'ReadMessageHistory',
    ...(thread ? (['CreatePublicThreads', 'SendMessagesInThreads'] as const) : []),
    ...(pin ? (['PinMessages'] as const) : []),
  ];
}

/** Threads have no permissions of their own but those of the channel they are in. */
const THREADS = new Set<unknown>([10, 11, 12]);

/** Whether we may read what was written in a channel or thread before. */
export async function readsHistory(rest: REST, id: string, signal: AbortSignal): Promise<boolean> {
  const asked = await rest.get(Routes.channel(id), { signal });
  const parent = THREADS.has(keyOf(asked, 'type')) ? wordsAt(asked, 'parent_id') : undefined;
  const channel = parent === undefined ? asked : await rest.get(Routes.channel(parent), { signal });
  const me = await ownId(rest, signal);
  const { allowed } = await rightsIn(rest, channel, wordsAt(channel, 'guild_id') ?? '', me);
  return (allowed & PermissionFlagsBits.ReadMessageHistory) !== 0n;
}

const ids = new WeakMap<REST, string>();

/** Asked once for each client: whoever looks for many messages has few requests to spare. */
async function ownId(rest: REST, signal: AbortSignal): Promise<string> {
  const id = ids.get(rest) ?? wordsAt(await rest.get(Routes.user('@me'), { signal }), 'id') ?? '';
  ids.set(rest, id);
  return id;
}

async function rightsIn(
  rest: REST,
  channel: unknown,
  guild: string,
  me: string,
): Promise<{ roles: readonly unknown[]; allowed: bigint }> {
  const [roles, member] = await Promise.all([
    rest.get(Routes.guildRoles(guild)).then(listOf),
    rest.get(Routes.guildMember(guild, me)),
  ]);
  const mine = new Set<unknown>([guild, ...listOf(keyOf(member, 'roles'))]);
  return { roles, allowed: permissionsIn(channel, roles, mine, me) };
}

/** As Discord computes it: https://discord.com/developers/docs/topics/permissions#permission-overwrites */
function permissionsIn(
  channel: unknown,
  roles: readonly unknown[],
  mine: ReadonlySet<unknown>,
  me: string,
): bigint {
  const base = roles
    .filter((role) => mine.has(keyOf(role, 'id')))
    .reduce((bits: bigint, role) => bits | bitsOf(role, 'permissions'), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const guild = keyOf(channel, 'guild_id');
  const overwrites = listOf(keyOf(channel, 'permission_overwrites'));
  const about = (isAbout: (id: unknown) => boolean) => overwrites.filter((one) => isAbout(keyOf(one, 'id')));
  const layers = [
    about((id) => id === guild),
    about((id) => id !== guild && mine.has(id)),
    about((id) => id === me),
  ];
  return layers.reduce((bits, layer) => {
    const denied = layer.reduce((sum: bigint, one) => sum | bitsOf(one, 'deny'), 0n);
    const allowed = layer.reduce((sum: bigint, one) => sum | bitsOf(one, 'allow'), 0n);
    return (bits & ~denied) | allowed;
  }, base);
}

function bitsOf(thing: unknown, key: string): bigint {
  const bits = wordsAt(thing, key) ?? '0';
  return /^\d{1,40}$/.test(bits) ? BigInt(bits) : 0n;
}

function sentence(channel: string, missing: readonly Permission[]): Message {
  const names = joined(
    missing.map((permission) => phrase`"${NAMES[permission]}"`),
    ', ',
  );
  return say(
    "I can't post in {channel}: I need {names} there. A server manager can allow it under Channel settings → Permissions.",
    { channel, names },
  );
}

function mentionProblem({ mention }: PostWish, roles: readonly unknown[], allowed: bigint): Said | null {
  if (mention === undefined) return null;
  const role = roles.find((one) => keyOf(one, 'id') === mention);
  if (role === undefined) return say('There is no such role in this server: pick it with @.');
  if (keyOf(role, 'mentionable') === true || (allowed & PermissionFlagsBits.MentionEveryone) !== 0n)
    return null;
  return say(
    'I may not mention that role: switch on "Allow anyone to @mention this role" under Server settings → Roles.',
  );
}
