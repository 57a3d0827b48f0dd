import type { Answer, Asked, Deed } from './faults.ts';
import { serve } from './faults.ts';
import { Window } from './limits.ts';
import type { Message, PlaceServer } from './place-server.ts';

/** How a loopback Slack behaves. */
export interface SlackOptions {
  /** Numbers from 0 to 1; null where nothing fails at random. */
  readonly random: (() => number) | null;
  /** Counts how it behaved. */
  readonly answers?: Record<string, number>;
  /**
   * At most so many messages in so many milliseconds in the whole workspace, and the milliseconds between two in one
   * channel; now and then the workspace is busy. Null for no limits.
   */
  readonly limits: { readonly most: number; readonly ms: number; readonly channelGapMs: number } | null;
}

interface Standing extends Message {
  /** The message above, in a thread. */
  readonly under: string | null;
  readonly form: Readonly<Record<string, string>>;
}

/** A Slack that takes posts: as much of it as a bot that posts can tell from the real one. */
export interface SlackPlace extends PlaceServer {
  readonly messages: readonly Standing[];
  readonly pins: readonly string[];
  /** How many looks into a channel it still allows in this minute, as of an app of no marketplace. */
  looks: number;
  /** How often it said "too fast". */
  readonly refused: { messages: number };
}

/** As Slack gives fewer than asked for to most apps. */
const PAGE = 15;

/** Starts a Slack on loopback. Channels that begin with `CDEAD` do not let the bot in. */
export async function startSlack(options: SlackOptions): Promise<SlackPlace> {
  const workspace = new Workspace(options);
  const loopback = await serve((asked) => workspace.read(asked), options.random, options.answers);
  return Object.assign(workspace.state, loopback);
}

class Workspace {
  readonly state = {
    messages: [] as Standing[],
    pins: [] as string[],
    refused: { messages: 0 },
    looks: Infinity,
  };
  readonly #perChannel: Window | null;
  readonly #inAll: Window | null;
  #count = 0;
  #asked = 0;

  constructor({ limits }: SlackOptions) {
    this.#perChannel = limits && new Window(1, limits.channelGapMs);
    this.#inAll = limits && new Window(limits.most, limits.ms);
  }

  read({ url, text }: Asked): Deed {
    const method = url.pathname.replace('/api/', '');
    const form = Object.fromEntries(new URLSearchParams(text));
    return {
      act: () => (method === 'chat.postMessage' ? this.#limit(form) : null) ?? this.#answer(method, form),
      limited: tooFast(1),
      fallible: form['channel']?.startsWith('CDEAD') !== true,
    };
  }

  #limit({ channel = '' }: Standing['form']): Answer | null {
    const busy = this.#perChannel !== null && ++this.#asked % 50 === 0 ? 1_000 : 0;
    const wait = busy || this.#perChannel?.wait(channel) || (this.#inAll?.wait() ?? 0);
    if (wait <= 0) return null;
    this.state.refused.messages += 1;
    return tooFast(Math.ceil(wait / 1_000));
  }

  #answer(method: string, form: Standing['form']): Answer {
    if (method.startsWith('conversations.') && (this.state.looks -= 1) < 0) return tooFast(60);
    if (form['channel']?.startsWith('CDEAD') === true) return problem('not_in_channel');
    switch (method) {
      case 'chat.postMessage':
        return this.#post(form);
      case 'conversations.history':
        return page(this.#inChannel(form, null).toReversed(), form);
      case 'conversations.replies':
        return page(this.#inChannel(form, form['ts'] ?? ''), form);
      case 'pins.add':
        return this.#pin(form['timestamp'] ?? '');
      default:
        return problem('unknown_method');
    }
  }

  #post(form: Standing['form']): Answer {
    const { channel = '', thread_ts: under = null } = form;
    const id = `${(Date.now() / 1_000).toFixed(3)}${String(++this.#count % 1_000).padStart(3, '0')}`;
    this.state.messages.push({ id, channel, nonce: nonceIn(form), under, form });
    return { status: 200, body: { ok: true, ts: id, channel } };
  }

  #inChannel({ channel, oldest = '0' }: Standing['form'], under: string | null): Standing[] {
    return this.state.messages.filter(
      (one) => one.channel === channel && one.under === under && Number(one.id) >= Number(oldest),
    );
  }

  #pin(message: string): Answer {
    if (this.state.pins.includes(message)) return problem('already_pinned');
    this.state.pins.push(message);
    return { status: 200, body: { ok: true } };
  }
}

function page(all: readonly Standing[], { cursor = '0', limit }: Standing['form']): Answer {
  const from = Number(cursor);
  const to = from + Math.min(PAGE, Number(limit ?? PAGE));
  const messages = all.slice(from, to).map(({ id, form }) => ({ ts: id, metadata: metadataIn(form) }));
  const next_cursor = to < all.length ? String(to) : '';
  return { status: 200, body: { ok: true, messages, response_metadata: { next_cursor } } };
}

function metadataIn({ metadata = '{}' }: Standing['form']): { event_payload?: { nonce?: string } } {
  return JSON.parse(metadata) as { event_payload?: { nonce?: string } };
}

function nonceIn(form: Standing['form']): string {
  return metadataIn(form).event_payload?.nonce ?? '';
}

function problem(error: string): Answer {
  return { status: 200, body: { ok: false, error } };
}

function tooFast(seconds: number): Answer {
  const headers = { 'retry-after': String(seconds) };
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
}
