import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Body } from './judge.ts';
import type { Landing, Origin } from './landing.ts';
import { landedByCall, landedByUrl, originOf } from './landing.ts';
import type { Filled, OpenedView } from './views.ts';
import { submissionOf } from './views.ts';

/** An answer that the peer is told to give, instead of the good one. */
export interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Milliseconds that it takes. */
  readonly delay?: number;
}

/** One thing that happened to the bot, and what became of it. Times are of `performance.now()`. */
export interface Exchange {
  readonly envelope: string;
  /** Settles with the time of the acknowledgement. */
  readonly acked: Promise<number>;
  /** Settles with the first answer. */
  readonly answered: Promise<{ readonly body: Body; readonly at: number }>;
  /** All answers so far. */
  readonly answers: readonly Body[];
}

/** A call of the Web API, as the bot made it. */
export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, string>>;
  readonly authorization: string;
}

/** Slack on 127.0.0.1: the Web API, the WebSocket of Socket Mode, and the `response_url`s. */
export interface Peer {
  readonly variables: Readonly<Record<'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_API_URL', string>>;
  readonly calls: readonly Call[];
  /** Where every answer that Slack took came to stand, in order. */
  readonly landings: readonly Landing[];
  /** Files that were uploaded, by their ids. */
  readonly uploads: ReadonlyMap<string, Buffer>;
  /** How often the bot has connected. */
  readonly connections: number;
  /** Whether the bot is connected. */
  readonly isConnected: boolean;
  /** Settles when the bot is connected, at once if it is. */
  connected(): Promise<void>;
  /** Somebody types a line such as `/role ml-engineer`. */
  command(line: string, more?: object): Exchange;
  /** Somebody presses a button or picks an option; `action` is what Slack says of it. */
  act(action: object, more?: object): Exchange;
  /** Somebody sends off a form that was opened with this view: what was typed or ticked, by the id of the block. */
  submit(view: OpenedView, filled: Filled): Exchange;
  /** An envelope of any kind. */
  deliver(type: string, payload: unknown, envelope?: string): Exchange;
  /** Raw bytes on the socket. */
  say(message: string): void;
  /** The next answers to a method, or to a post to a `response_url` ("response"), in order. */
  script(method: string, ...answers: readonly Scripted[]): void;
  /** A `response_url` whose answers are collected, for use over HTTP. */
  exchange(): { readonly url: string; readonly exchange: Exchange };
  /** What Slack answers to a call, where that depends on who asks; undefined for what it answers to all. */
  answer: (call: Call) => object | undefined;
  /** Whether every connection gets each envelope, as after an acknowledgement that was lost; else one does. */
  repeatsToAll: boolean;
  /** Cuts the connection without a word. */
  cut(): void;
  close(): Promise<void>;
}

interface Open extends Exchange {
  readonly origin: Origin;
  readonly answers: Body[];
  readonly ack: PromiseWithResolvers<number>;
  readonly answer: PromiseWithResolvers<{ body: Body; at: number }>;
}

const GOOD: Readonly<Record<string, object>> = {
  'auth.test': { ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', team: 'Team', user: 'rolecall' },
  'users.info': { ok: true, user: { id: 'U1', team_id: 'T1', is_admin: true, is_owner: false } },
  'chat.postEphemeral': { ok: true, message_ts: '1.2' },
  'files.completeUploadExternal': { ok: true, files: [{ id: 'F1' }] },
  'views.open': { ok: true, view: { id: 'V1' } },
  'views.publish': { ok: true, view: { id: 'V2' } },
  'chat.postMessage': { ok: true, ts: '1.2', channel: 'C1' },
};

/** Tokens in the form Slack makes them; a test greps all output for them. */
export const TOKENS = { bot: 'xoxb-test-1234-secretsecret', app: 'xapp-1-test-5678-secretsecret' };

/** Opens a peer on a free port. */
export async function openPeer(): Promise<Peer> {
  const calls: Call[] = [];
  const landings: Landing[] = [];
  const uploads = new Map<string, Buffer>();
  const open = new Map<string, Open>();
  const scripts = new Map<string, Scripted[]>();
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({ server });
  let socket: WebSocket | undefined;
  let connections = 0;

  sockets.on('connection', (connected) => {
    socket = connected;
    connections += 1;
    connected.on('message', (data: Buffer) => {
      const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id: string };
      open.get(id)?.ack.resolve(performance.now());
    });
    connected.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
  });

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const [, kind = '', name = ''] = (request.url ?? '').split('/');
    const method = kind === 'response' ? kind : name;
    if (kind === 'upload') uploads.set(name, Buffer.concat(chunks));
    if (kind === 'api') calls.push(callOf(method, text, request));
    const scripted = scripts.get(method)?.shift();
    if (kind === 'response' && scripted === undefined) take(open.get(name), JSON.parse(text) as Body, at);
    if (kind === 'api' && scripted === undefined)
      landings.push(...landedByCall(method, calls.at(-1)?.body ?? {}));
    const isGood = scripted?.status === undefined;
    const called = kind === 'api' ? calls.at(-1) : undefined;
    const own = called === undefined ? undefined : peer.answer(called);
    const body = scripted?.body ?? (isGood ? (own ?? goodAnswer(method)) : { ok: false });
    if (scripted?.delay !== undefined) await sleep(scripted.delay);
    response.writeHead(scripted?.status ?? 200, { 'content-type': 'application/json', ...scripted?.headers });
    response.end(JSON.stringify(body));
  }

  function goodAnswer(method: string): object {
    if (method === 'apps.connections.open') return { ok: true, url: `${base.replace('http', 'ws')}/socket` };
    if (method === 'files.getUploadURLExternal')
      return { ok: true, file_id: `F${uploads.size + 1}`, upload_url: `${base}/upload/F${uploads.size + 1}` };
    return GOOD[method] ?? { ok: method === 'response', error: 'unknown_method' };
  }

  function take(exchange: Open | undefined, body: Body, at: number): void {
    if (exchange === undefined) return;
    landings.push(landedByUrl(body, exchange.origin));
    exchange.answers.push(body);
    exchange.answer.resolve({ body, at });
  }

  function begin(envelope: string, origin: Origin): Open {
    const ack = Promise.withResolvers<number>();
    const answer = Promise.withResolvers<{ body: Body; at: number }>();
    const known = open.get(envelope);
    const exchange = known ?? {
      envelope,
      ack,
      answer,
      acked: ack.promise,
      answered: answer.promise,
      answers: [],
      origin,
    };
    open.set(envelope, exchange);
    return exchange;
  }

  function send(type: string, payload: unknown, envelope: string): Exchange {
    const exchange = begin(envelope, originOf(payload));
    say(JSON.stringify({ envelope_id: envelope, type, payload, accepts_response_payload: true }));
    return exchange;
  }

  function say(message: string): void {
    if (peer.repeatsToAll) for (const client of sockets.clients) client.send(message);
    else socket?.send(message);
  }

  function addressed(envelope: string, payload: object): object {
    return { trigger_id: randomUUID(), response_url: `${base}/response/${envelope}`, ...payload };
  }

  const peer: Peer = {
    variables: {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: `${base}/api/`,
    },
    calls,
    landings,
    uploads,
    get connections() {
      return connections;
    },
    get isConnected() {
      return socket?.readyState === 1;
    },
    connected: async () => {
      if (socket?.readyState !== 1) await once(sockets, 'connection');
    },
    command: (line, more = {}) => {
      const envelope = randomUUID();
      return send('slash_commands', addressed(envelope, { ...commandOf(line), ...more }), envelope);
    },
    act: (action, more = {}) => {
      const envelope = randomUUID();
      return send('interactive', addressed(envelope, { ...pressOf(action), ...more }), envelope);
    },
    submit: (view, filled) => {
      // The answer comes to the address of the press that opened the form.
      const { responseUrl } = JSON.parse(view.private_metadata) as { responseUrl: string };
      const envelope = randomUUID();
      const pressed = responseUrl.split('/').at(-1) ?? '';
      open.set(pressed, begin(envelope, open.get(pressed)?.origin ?? originOf({})));
      return send('interactive', submissionOf(view, filled), envelope);
    },
    deliver: (type, payload, envelope = randomUUID()) => send(type, payload, envelope),
    say,
    script: (method, ...answers) => {
      scripts.set(method, [...(scripts.get(method) ?? []), ...answers]);
    },
    exchange: () => {
      const exchange = begin(randomUUID(), originOf({}));
      return { url: `${base}/response/${exchange.envelope}`, exchange };
    },
    answer: () => undefined,
    repeatsToAll: false,
    cut: () => socket?.terminate(),
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

function callOf(method: string, text: string, request: IncomingMessage): Call {
  const body = Object.fromEntries(new URLSearchParams(text));
  return { method, body, authorization: request.headers.authorization ?? '' };
}

/** A slash command as Slack sends it. */
export function commandOf(line: string): Record<string, string> {
  const [command = '', ...rest] = line.split(' ');
  return {
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'team',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ann',
    command,
    text: rest.join(' '),
    api_app_id: 'A1',
    is_enterprise_install: 'false',
  };
}

/** A press as Slack sends it, on a message that only the asker sees. */
export function pressOf(action: object): object {
  return {
    type: 'block_actions',
    user: { id: 'U1', username: 'ann', name: 'ann', team_id: 'T1' },
    api_app_id: 'A1',
    container: { type: 'message', message_ts: '1.2', channel_id: 'C1', is_ephemeral: true },
    team: { id: 'T1', domain: 'team' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'C1', name: 'general' },
    actions: [{ block_id: 'b', action_ts: '1.3', ...action }],
  };
}
