import { judgePost } from './judge.ts';
import type { Answer } from './answers.ts';

/** A message as it stands in a channel. */
export interface Standing {
  readonly id: string;
  readonly channel: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const TEXT = 0;
/** Everything a prompt needs: view, send, embed, history, threads, pins. */
export const ALL_PERMISSIONS =
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 35n) | (1n << 38n) | (1n << 51n);

/** The channels of the one server, as far as a bot that posts can tell them from the real ones. */
export class Channels {
  readonly messages: Standing[] = [];
  readonly threads: Standing[] = [];
  readonly pins: string[] = [];
  /** Messages to people. */
  readonly told: Standing[] = [];
  readonly faults: string[] = [];
  /** What everybody may do in the server. */
  permissions = ALL_PERMISSIONS;
  /** What one channel takes away from everybody. */
  denied = 0n;
  roles: readonly object[] = [];
  /** How many messages are kept and then not confirmed: 500. */
  breaksAfter = 0;
  readonly #guild: string;
  readonly #channel: string;
  #next = 1;

  constructor(guild: string, channel: string) {
    this.#guild = guild;
    this.#channel = channel;
  }

  /** What a request about a channel is answered with; undefined for any other. */
  answer(method: string, path: string, body: unknown): Answer | undefined {
    const [, kind = '', id = '', part, message, more] = path.split('/');
    if (kind === 'users') return this.#person(path);
    if (kind === 'guilds') return this.#server(part);
    if (kind !== 'channels') return undefined;
    if (id !== this.#channel && !id.startsWith('95'))
      return { status: 404, json: { code: 10_003, message: 'Unknown Channel' } };
    if (part === undefined) return { status: 200, json: this.#about(id) };
    if (more === 'threads') return this.#thread(id, message ?? '', body);
    if (message === 'pins') return this.#pin(more ?? '');
    return method === 'POST' ? this.#post(id, body) : { status: 200, json: this.#standing(id) };
  }

  #person(path: string): Answer | undefined {
    if (path === '/users/@me') return { status: 200, json: { id: BOT } };
    return path === '/users/@me/channels' ? { status: 200, json: { id: PRIVATE } } : undefined;
  }

  #server(part: string | undefined): Answer {
    const everyone = { id: this.#guild, permissions: String(this.permissions) };
    return { status: 200, json: part === 'roles' ? [everyone, ...this.roles] : { roles: [] } };
  }

  #about(id: string): object {
    const overwrites = [{ id: this.#guild, type: 0, allow: '0', deny: String(this.denied) }];
    return { id, name: 'careers', type: TEXT, guild_id: this.#guild, permission_overwrites: overwrites };
  }

  #post(channel: string, body: unknown): Answer {
    const faults = judgePost(body);
    this.faults.push(...faults);
    if (faults.length > 0) return { status: 400, json: { code: 50_035, message: faults.join('; ') } };
    const said = body as Standing['body'];
    if (channel === PRIVATE) return this.#keep(this.told, { channel, body: said });
    const before = this.messages.find((one) => one.body['nonce'] === said['nonce']);
    const kept =
      before === undefined
        ? this.#keep(this.messages, { channel, body: said })
        : { status: 200, json: before };
    if (this.breaksAfter === 0) return kept;
    this.breaksAfter -= 1;
    return { status: 500, json: { message: 'made to break' } };
  }

  #keep(list: Standing[], said: Omit<Standing, 'id'>): Answer {
    const message = { ...said, id: `96000000000000000${this.#next++}` };
    list.push(message);
    return { status: 200, json: message };
  }

  #thread(channel: string, message: string, body: unknown): Answer {
    const there = this.threads.some((thread) => thread.id === `95${message}`);
    if (there) return { status: 400, json: { code: 160_004, message: 'A thread has already been created' } };
    this.threads.push({ id: `95${message}`, channel, body: body as Standing['body'] });
    return { status: 201, json: { id: `95${message}` } };
  }

  #pin(message: string): Answer {
    this.pins.push(message);
    return { status: 204 };
  }

  #standing(channel: string): object {
    const here = this.messages.filter((one) => one.channel === channel);
    return here.map(({ id, body }) => ({ id, components: body['components'] })).toReversed();
  }
}

const BOT = '900000000000000001';
const PRIVATE = '950000000000000001';
