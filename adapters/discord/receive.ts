import { z } from 'zod';

import type { messageCommands } from '../../src/command.ts';
import type { Interaction } from '../../src/conversation/interaction.ts';
import { filledIn } from '../../src/form.ts';
import type { Asker, Invocation, Place, Typing } from '../../src/invocation.ts';
import { filledOf } from './form.ts';
import { MESSAGE } from './menu.ts';
import { EPHEMERAL } from './message.ts';
import { decode } from './state.ts';

/** The keys to answer an interaction with. */
export interface Keys {
  readonly id: string;
  /** Good for fifteen minutes of answers to this one question; never logged. */
  readonly token: string;
  /** Absent where Discord left it out. */
  readonly application: string | undefined;
}

/** What a person did, which includes typing the value of an option; and the keys to answer it with. */
export interface Heard extends Keys {
  readonly place: Place;
  readonly event: Interaction | { readonly kind: 'typing'; readonly typing: Typing };
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
const COMMAND = 2;
const COMPONENT = 3;
const TYPING = 4;
const FORM = 5;

/** "Manage Server" and "Administrator". https://discord.com/developers/docs/topics/permissions */
const MANAGES = 0x20n | 0x8n;

const words = z.string().optional().catch(undefined);
const someone = z
  .object({ id: words, bot: z.boolean().optional().catch(undefined) })
  .optional()
  .catch(undefined);
const place = z
  .object({ id: words, type: z.number().optional().catch(undefined), parent_id: words.nullable() })
  .optional()
  .catch(undefined);

/** An option as given, or the subcommand or group that holds options. */
interface Given {
  readonly name?: string | undefined;
  readonly type?: number | undefined;
  readonly value?: string | number | boolean | undefined;
  readonly focused?: boolean | undefined;
  readonly options?: readonly Given[] | undefined;
}

const given: z.ZodType<Given> = z.lazy(() =>
  z.object({
    name: words,
    type: z.number().optional().catch(undefined),
    value: z.union([z.string(), z.number(), z.boolean()]).optional().catch(undefined),
    focused: z.boolean().optional().catch(undefined),
    options: z.array(given).optional().catch(undefined),
  }),
);

/** An interaction as it arrives. A key that is missing or of another kind is left out: a bot that trusts one falls over. */
const interaction = z.object({
  id: words,
  token: words,
  application_id: words,
  type: z.number().optional().catch(undefined),
  guild_id: words,
  /** By kind of installation: the server's under "0", the member's own under "1". */
  authorizing_integration_owners: z.record(z.string(), z.unknown()).optional().catch(undefined),
  guild: z
    .object({ features: z.array(z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  guild_locale: words,
  channel_id: words,
  channel: place,
  locale: words,
  member: z
    .object({
      user: someone,
      permissions: words,
      roles: z.array(z.string()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  user: someone,
  message: z
    .object({ id: words, flags: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  data: z
    .object({
      type: z.number().optional().catch(undefined),
      name: words,
      options: z.array(given).optional().catch(undefined),
      target_id: words,
      resolved: z
        .object({
          messages: z
            .record(z.string(), z.object({ content: words }))
            .optional()
            .catch(undefined),
        })
        .optional()
        .catch(undefined),
      custom_id: words,
      values: z.array(z.string()).optional().catch(undefined),
      components: z.unknown().optional(),
    })
    .optional()
    .catch(undefined),
});

type Packet = z.infer<typeof interaction>;

/**
 * An interaction as a question; undefined when there is nothing to answer: a bot's own, or of a kind we never offer.
 * `onMessages` are the commands that the menu of a message offers.
 */
export function receive(packet: unknown, onMessages: OnMessages = []): Heard | undefined {
  const heard = interaction.safeParse(packet).data ?? {};
  const { id, token } = heard;
  const user = heard.member?.user ?? heard.user;
  if (id === undefined || token === undefined || user?.bot === true) return undefined;
  const asking = { id, asker: askerOf(heard), place: placeOf(heard) };
  const event = eventOf(heard, asking, onMessages);
  if (event === undefined) return undefined;
  return { id, token, application: heard.application_id, place: asking.place, event };
}

type OnMessages = ReturnType<typeof messageCommands>;

/** Who asks, where, and by which interaction. */
type Asking = Pick<Invocation, 'asker' | 'place'> & { readonly id: string };

function eventOf(heard: Packet, asking: Asking, onMessages: OnMessages): Heard['event'] | undefined {
  const { data } = heard;
  const { command, options } = commandOf(heard);
  switch (heard.type ?? 0) {
    case COMMAND: {
      const asked =
        data?.type === MESSAGE ? aboutMessage(data, onMessages) : { command, values: valuesOf(options) };
      return { kind: 'ask', typed: true, invocation: { ...asked, ...asking } };
    }
    case TYPING: {
      const focused = options.find((option) => option.focused === true);
      const typed = String(focused?.value ?? '');
      const { asker, place: at } = asking;
      return { kind: 'typing', typing: { command, option: focused?.name ?? '', typed, asker, place: at } };
    }
    case COMPONENT:
      return pressed(heard, asking);
    case FORM:
      return filled(heard, asking);
    default:
      return undefined;
  }
}

/** What a pressed button or a chosen value asks for; its whole state is its id. */
function pressed({ data, message }: Packet, asking: Asking): Interaction {
  const state = data?.values?.[0] ?? data?.custom_id ?? '';
  const read = decode(state);
  if (read === undefined) return { kind: 'stale', asker: asking.asker };
  const invocation = { ...read.ask, ...asking };
  if (read.press === 'share') return { kind: 'share', invocation, button: `${message?.id ?? ''} ${state}` };
  if (read.press === 'form') return { kind: 'form', invocation };
  return { kind: 'ask', invocation, inPlace: ((message?.flags ?? 0) & EPHEMERAL) !== 0 };
}

/** A form that was filled in is a question like any other; the answer it was opened from stays. */
function filled({ data }: Packet, asking: Asking): Interaction {
  const form = decode(data?.custom_id ?? '');
  if (form?.press !== 'form') return { kind: 'stale', asker: asking.asker };
  const ask = filledIn(form.ask, filledOf(data?.components));
  return { kind: 'ask', invocation: { ...ask, ...asking } };
}

/** A command by its name in the menu of a message, with the words of the message, which come along without any intent. */
function aboutMessage(
  { name = '', target_id: target = '', resolved }: NonNullable<Packet['data']>,
  onMessages: OnMessages,
): Pick<Invocation, 'command' | 'message'> {
  const command = onMessages.find(({ label }) => label === name)?.name ?? name;
  return { command, message: resolved?.messages?.[target]?.content ?? '' };
}

/** The command's name, a subcommand's two words included, with its options. */
function commandOf({ data }: Packet): { command: string; options: readonly Given[] } {
  const command = data?.name ?? '';
  const options = data?.options ?? [];
  const part = options.find((option) => option.type === 1 || option.type === 2);
  if (part === undefined) return { command, options };
  const name = part.name === command ? command : `${command} ${part.name ?? ''}`.trim();
  return { command: name, options: part.options ?? [] };
}

function valuesOf(options: readonly Given[]): Record<string, string> {
  return Object.fromEntries(options.map(({ name = '', value = '' }) => [name, String(value)]));
}

function askerOf(packet: Packet): Asker {
  const { member, user, locale } = packet;
  const id = member?.user?.id ?? user?.id ?? '';
  const isHome = homeOf(packet) !== null;
  const asker = {
    id,
    locale: locale ?? 'en',
    manages: isHome && manages(member?.permissions),
    isSameEverywhere: true,
  } as const;
  return isHome ? { ...asker, groups: member?.roles ?? [] } : asker;
}

/**
 * The server that installed the app; null outside of one, and in one where a member brought the app along: there it is a
 * guest, nobody is its manager, and nothing is counted or kept.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
function homeOf({ guild_id: server, authorizing_integration_owners: owners }: Packet): string | null {
  return server !== undefined && owners?.['0'] === server ? server : null;
}

/** Discord sends with each interaction what its member may do, in the very server that it names. */
function manages(permissions: string | undefined): boolean {
  return /^\d{1,40}$/.test(permissions ?? '') && (BigInt(permissions ?? '0') & MANAGES) !== 0n;
}

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const THREADS = new Set<unknown>([10, 11, 12]);

/** A server's language is its own choice only where it is a "Community"; to all others Discord gives en-US. */
function placeOf(packet: Packet): Place {
  const { guild, guild_locale: locale, channel_id: id, channel } = packet;
  const isChosen = guild?.features?.includes('COMMUNITY') === true;
  const parent = THREADS.has(channel?.type) ? channel?.parent_id : undefined;
  return {
    on: 'discord',
    community: homeOf(packet),
    channel: id ?? channel?.id ?? null,
    ...(isChosen && locale !== undefined ? { locale } : {}),
    ...(typeof parent === 'string' ? { within: parent } : {}),
  };
}
