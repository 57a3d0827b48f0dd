import type { Typing } from '../../src/bot.ts';
import type { Asker, Invocation, Place } from '../../src/invocation.ts';
import type { Filled } from '../../src/form.ts';
import type { Submitted } from './form.ts';
import { filledOf } from './form.ts';
import { EPHEMERAL } from './message.ts';

/** What a person did, and the keys to answer it with. */
export interface Heard {
  readonly id: string;
  /** Good for fifteen minutes of answers to this one question; never logged. */
  readonly token: string;
  /** Absent where Discord left it out. */
  readonly application: string | undefined;
  readonly asker: Asker;
  readonly place: Place;
  readonly deed: Deed;
}

export type Deed =
  | { readonly kind: 'asked'; readonly invocation: Invocation }
  | { readonly kind: 'typing'; readonly typing: Typing }
  /** `state` is the pressed button's id or the chosen value; `isPrivate`: only the asker sees the message it is on. */
  | {
      readonly kind: 'pressed';
      readonly state: string;
      readonly message: string;
      readonly isPrivate: boolean;
    }
  /** A form was sent off; `state` is its id. */
  | { readonly kind: 'filled'; readonly state: string; readonly filled: readonly Filled[] };

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
const COMMAND = 2;
const COMPONENT = 3;
const TYPING = 4;
const FORM = 5;

/** "Manage Server" and "Administrator". https://discord.com/developers/docs/topics/permissions */
const MANAGES = 0x20n | 0x8n;

/** An interaction as it arrives. Every key is optional here, since a bot that trusts one falls over when it is missing. */
interface Packet {
  readonly id?: string;
  readonly token?: string;
  readonly application_id?: string;
  readonly type?: number;
  readonly guild_id?: string;
  readonly guild?: { readonly features?: readonly string[] };
  readonly guild_locale?: string;
  readonly channel_id?: string;
  readonly channel?: { readonly id?: string };
  readonly locale?: string;
  readonly member?: { readonly user?: User; readonly permissions?: string };
  readonly user?: User;
  readonly message?: { readonly id?: string; readonly flags?: number };
  readonly data?: {
    readonly name?: string;
    readonly options?: readonly Given[];
    readonly custom_id?: string;
    readonly values?: readonly string[];
    readonly components?: readonly Submitted[];
  };
}

interface User {
  readonly id?: string;
  readonly bot?: boolean;
}

/** An option as given, or the subcommand or group that holds options. */
interface Given {
  readonly name?: string;
  readonly type?: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly Given[];
}

/** An interaction as a question; undefined when there is nothing to answer: a bot's own, or of a kind we never offer. */
export function receive(packet: unknown): Heard | undefined {
  const heard = (packet ?? {}) as Packet;
  const { id, token } = heard;
  const user = heard.member?.user ?? heard.user;
  const deed = deedOf(heard);
  if (id === undefined || token === undefined || deed === undefined || user?.bot === true) return undefined;
  return { id, token, application: heard.application_id, asker: askerOf(heard), place: placeOf(heard), deed };
}

function deedOf(heard: Packet): Deed | undefined {
  const { data } = heard;
  const common = { asker: askerOf(heard), place: placeOf(heard) };
  const { command, options } = commandOf(heard);
  switch (heard.type ?? 0) {
    case COMMAND:
      return {
        kind: 'asked',
        invocation: { command, values: valuesOf(options), ...common, id: heard.id ?? '' },
      };
    case TYPING: {
      const focused = options.find((option) => option.focused === true);
      const typed = String(focused?.value ?? '');
      return { kind: 'typing', typing: { command, option: focused?.name ?? '', typed, ...common } };
    }
    case COMPONENT:
      return {
        kind: 'pressed',
        state: data?.values?.[0] ?? data?.custom_id ?? '',
        message: heard.message?.id ?? '',
        isPrivate: ((heard.message?.flags ?? 0) & EPHEMERAL) !== 0,
      };
    case FORM:
      return { kind: 'filled', state: data?.custom_id ?? '', filled: filledOf(data?.components) };
    default:
      return undefined;
  }
}

/** The command's name, a subcommand's two words included, with its options. */
function commandOf({ data }: Packet): { command: string; options: readonly Given[] } {
  const command = data?.name ?? '';
  const options = listOf(data?.options);
  const part = options.find((option) => option.type === 1 || option.type === 2);
  if (part === undefined) return { command, options };
  const name = part.name === command ? command : `${command} ${part.name ?? ''}`.trim();
  return { command: name, options: listOf(part.options) };
}

function listOf(options: readonly Given[] | undefined): readonly Given[] {
  return Array.isArray(options) ? (options as readonly Given[]) : [];
}

function valuesOf(options: readonly Given[]): Record<string, string> {
  return Object.fromEntries(options.map(({ name = '', value = '' }) => [name, String(value)]));
}

function askerOf({ member, user, locale }: Packet): Asker {
  const id = member?.user?.id ?? user?.id ?? '';
  return { id, locale: locale ?? 'en', manages: manages(member?.permissions) };
}

function manages(permissions: string | undefined): boolean {
  return /^\d{1,40}$/.test(permissions ?? '') && (BigInt(permissions ?? '0') & MANAGES) !== 0n;
}

/** A server's language is its own choice only where it is a "Community"; to all others Discord gives en-US. */
function placeOf({ guild_id: server, guild, guild_locale: locale, channel_id: id, channel }: Packet): Place {
  const isChosen = guild?.features?.includes('COMMUNITY') === true;
  const place = { on: 'discord', community: server ?? null, channel: id ?? channel?.id ?? null };
  return isChosen && locale !== undefined ? { ...place, locale } : place;
}
