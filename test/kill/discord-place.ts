import { SnowflakeUtil } from 'discord.js';
import type { Answer, Asked, Deed } from './faults.ts';
import { serve } from './faults.ts';
import { Window } from './limits.ts';
import type { Message, PlaceServer } from './place-server.ts';

/** How a loopback Discord behaves. */
export interface DiscordOptions {
  /** Numbers from 0 to 1; null where nothing fails at random. */
  readonly random: (() => number) | null;
  /** Counts how it behaved. */
  readonly answers?: Record<string, number>;
  /** For how long a nonce is remembered, milliseconds. */
  readonly nonceMemoryMs: number;
  /** Five messages in five seconds and channel, 50 requests a second in all, and now and then other bots have used them up. */
  readonly limits: 'none' | 'real';
}

interface Standing extends Message {
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A Discord that takes posts: as much of it as a bot that posts can tell from the real one. */
export interface DiscordPlace extends PlaceServer {
  readonly messages: readonly Standing[];
  readonly threads: ReadonlyMap<string, object>;
  readonly pins: readonly string[];
  /** How often it said "too fast". */
  readonly refused: { route: number; everywhere: number };
  /** Whether the bot may read what was written; if not, Discord shows an empty channel. */
  mayRead: boolean;
}

const GUILD = '900000000000000002';
const BOT = '900000000000000001';
/** How long others keep a limit used up. */
const OTHERS_MS = 1_000;
const EVERYTHING = (1n << 52n) - 1n;
const READ_HISTORY = 1n << 16n;
/** Channels whose number begins so do not let the bot in. */
const DEAD = '79';

/** The number of the `n`th channel. */
export function discordChannel(n: number): string {
  return `70${String(n).padStart(16, '0')}`;
}

/** The number of a channel that refuses. */
export function deadChannel(n: number): string {
  return `${DEAD}${String(n).padStart(16, '0')}`;
}

/** Starts a Discord on loopback. */
export async function startDiscord(options: DiscordOptions): Promise<DiscordPlace> {
  const guild = new Guild(options);
  const loopback = await serve((asked) => guild.read(asked), options.random, options.answers);
  return Object.assign(guild.state, loopback);
}

class Guild {
  readonly state = {
    messages: [] as Standing[],
    threads: new Map<string, object>(),
    pins: [] as string[],
    refused: { route: 0, everywhere: 0 },
    mayRead: true,
  };
  readonly #options: DiscordOptions;
  readonly #perChannel = new Window(5, 5_000);
  readonly #perSecond = new Window(50, 1_000);
  #count = 0;

  constructor(options: DiscordOptions) {
    this.#options = options;
  }

  read(asked: Asked): Deed {
    const path = asked.url.pathname.replace('/api/v10/', '').split('/');
    const [kind, channel = ''] = path;
    const isWrite = asked.method !== 'GET';
    return {
      act: () => this.#limit(path, isWrite) ?? this.#answer(asked, path),
      limited: tooFast(0.2, 'user'),
      fallible: kind === 'channels' && !channel.startsWith(DEAD),
    };
  }

  #limit([, channel, part, message]: readonly string[], isWrite: boolean): Answer | undefined {
    if (this.#options.limits === 'none') return undefined;
    this.#count += 1;
    const everywhere = this.#perSecond.wait() || (this.#count % 170 === 0 ? OTHERS_MS : 0);
    if (everywhere > 0) {
      this.state.refused.everywhere += 1;
      return tooFast(everywhere / 1_000, 'global');
    }
    const isPost = isWrite && part === 'messages' && message === undefined;
    const others = this.#count % 40 === 0 ? OTHERS_MS : 0;
    const wait = isPost ? others || this.#perChannel.wait(channel) : 0;
    if (wait > 0) this.state.refused.route += 1;
    return wait > 0 ? tooFast(wait / 1_000, 'user') : undefined;
  }

  #answer({ method, url, text }: Asked, path: readonly string[]): Answer {
    const [kind, channel = '', part, message = '', more] = path;
    if (kind === 'users') return { status: 200, body: { id: BOT } };
    if (kind === 'guilds') return this.#server(part);
    if (channel.startsWith(DEAD)) return { status: 403, body: { code: 50_001, message: 'Missing Access' } };
    if (part === undefined) return { status: 200, body: aboutChannel(channel) };
    if (more === 'threads') return this.#thread(message, text);
    if (message === 'pins') return this.#pin(more ?? '');
    return method === 'GET' ? this.#standing(channel, url.searchParams) : this.#post(channel, text);
  }

  #server(part: string | undefined): Answer {
    const permissions = String(this.state.mayRead ? EVERYTHING : EVERYTHING & ~READ_HISTORY & ~8n);
    return { status: 200, body: part === 'roles' ? [{ id: GUILD, permissions }] : { roles: [] } };
  }

  #post(channel: string, text: string): Answer {
    const body = JSON.parse(text) as Standing['body'];
    const nonce = String(body['nonce']);
    const since = Date.now() - this.#options.nonceMemoryMs;
    const before = this.state.messages.find(
      (one) => one.nonce === nonce && one.at > since && body['enforce_nonce'] === true,
    );
    const id = before?.id ?? String(SnowflakeUtil.generate());
    if (before === undefined) this.state.messages.push({ id, channel, nonce, at: Date.now(), body });
    return { status: 200, body: { id, channel_id: channel }, headers: this.#bucket(channel) };
  }

  #bucket(channel: string): Record<string, string> {
    if (this.#options.limits === 'none') return {};
    return {
      'x-ratelimit-limit': String(this.#perChannel.most),
      'x-ratelimit-remaining': String(this.#perChannel.remaining(channel)),
      'x-ratelimit-reset-after': String(this.#perChannel.ms / 1_000),
      'x-ratelimit-bucket': 'messages',
    };
  }

  #thread(message: string, text: string): Answer {
    const { threads } = this.state;
    if (threads.has(message))
      return { status: 400, body: { code: 160_004, message: 'A thread has already been created' } };
    threads.set(message, JSON.parse(text) as object);
    return { status: 201, body: { id: message } };
  }

  #pin(message: string): Answer {
    this.state.pins.push(message);
    return { status: 204 };
  }

  #standing(channel: string, query: URLSearchParams): Answer {
    const before = BigInt(query.get('before') ?? 2n ** 63n);
    const here = this.state.messages.filter((one) => one.channel === channel && BigInt(one.id) < before);
    const shown = this.state.mayRead ? here.toReversed().slice(0, Number(query.get('limit') ?? 50)) : [];
    return { status: 200, body: shown.map(({ id, body }) => ({ id, components: body['components'] })) };
  }
}

function aboutChannel(id: string): object {
  return { id, name: 'careers', type: 0, guild_id: GUILD, permission_overwrites: [] };
}

function tooFast(seconds: number, scope: 'user' | 'global'): Answer {
  const isGlobal = scope === 'global';
  const after = seconds.toFixed(3);
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: Number(after), global: isGlobal },
    headers: {
      'retry-after': after,
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
