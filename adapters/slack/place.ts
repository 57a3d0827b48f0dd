import type { Invocation, Place } from '../../src/invocation.ts';

/** A conversation: of two, of several without a channel, a channel, or one of which Slack does not say what it is. */
export type ConversationKind = 'im' | 'mpim' | 'channel' | 'unknown';

/** What Slack's payloads say of the place where something happened; each kind of payload says only some of it. */
export interface SaidOfPlace {
  /** The id of the workspace. */
  readonly community: string | null;
  /** The id of the conversation. */
  readonly channel: string | null;
  /** The message that the thread hangs on; null outside of one. */
  readonly thread?: string | null | undefined;
  /** `channel_type` of an event. */
  readonly type?: string | null | undefined;
  /** `channel_name` of a command, the name of the channel of a press. */
  readonly name?: string | null | undefined;
}

/**
 * Where something happened in Slack. `SlackPlace.of` is the only way to make one, so that no command, press, form or
 * message can forget whether the conversation is private, or leave the thread it stands in.
 */
export class SlackPlace implements Place {
  readonly on = 'slack';
  readonly community: string | null;
  readonly channel: string | null;
  readonly thread: string | null;
  /** True for all that is not known to be a channel, so that no direct message is ever counted. */
  readonly direct: boolean;
  readonly #kind: ConversationKind;

  private constructor({ community, channel, thread = null }: SaidOfPlace, kind: ConversationKind) {
    this.community = community;
    this.channel = channel;
    this.thread = thread;
    this.direct = kind !== 'channel';
    this.#kind = kind;
  }

  static of(said: SaidOfPlace): SlackPlace {
    return new SlackPlace(said, kindOf(said));
  }

  get kind(): ConversationKind {
    return this.#kind;
  }

  /** The same place, once Slack has said what kind of conversation it is. */
  knownAs(kind: ConversationKind): SlackPlace {
    return new SlackPlace(this, kind);
  }

  /** What puts a message into the thread of this place; nothing outside of one. */
  get inThread(): { readonly thread_ts?: string } {
    return this.thread === null ? {} : { thread_ts: this.thread };
  }
}

/** A question that was asked in Slack. */
export type SlackInvocation = Invocation & { readonly place: SlackPlace };

const TYPES: ReadonlyMap<string, ConversationKind> = new Map([
  ['im', 'im'],
  ['app_home', 'im'],
  ['mpim', 'mpim'],
  ['channel', 'channel'],
  ['group', 'channel'],
]);

/**
 * Ids of direct messages begin with a D. All others tell nothing: conversations of several have ids with a G or a C, as
 * channels do. https://docs.slack.dev/reference/objects/conversation-object
 */
function kindOf({ channel, type, name }: SaidOfPlace): ConversationKind {
  if (channel?.startsWith('D') === true) return 'im';
  return TYPES.get(type ?? '') ?? kindByName(channel, name ?? '');
}

/** Of a private channel and of some conversations of several, Slack says "privategroup" instead of a name. */
function kindByName(channel: string | null, name: string): ConversationKind {
  if (name === 'directmessage') return 'im';
  if (name.startsWith('mpdm-')) return 'mpim';
  if (name === '' || name === 'privategroup' || channel?.startsWith('C') !== true) return 'unknown';
  return 'channel';
}
