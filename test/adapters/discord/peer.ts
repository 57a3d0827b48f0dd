import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Answer, Failure } from './answers.ts';
import { UNAUTHORIZED, UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK } from './answers.ts';
import { Channels } from './channels.ts';
import { Exchange } from './exchange.ts';
import { judgeCommands } from './judge.ts';
import { asStored, bodyOf, withoutTranslations } from './stored.ts';

export const APPLICATION = '900000000000000001';
export const GUILD = '900000000000000002';
export const CHANNEL = '900000000000000003';
export const USER = '900000000000000004';

/** A request as it came in. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A person's deed as Discord tells it; see `command`, `typing`, `press` in deeds.ts. `undefined` leaves a key out. */
export type Deed = Readonly<Record<string, unknown>>;

export interface PeerOptions {
  /** The token that is accepted; any other gets 401 and close 4004. */
  readonly token?: string;
  /** How long a first answer may take; Discord's three seconds unless told. */
  readonly deadline?: number;
  /** Whether bodies are judged; a bench does not. */
  readonly judges?: boolean;
  /** Any free port unless told. */
  readonly port?: number;
  /** Interactions are posted to `endpoint`, not told over the gateway. */
  readonly overHttp?: boolean;
}

/** No two interactions have one id, not even those of two peers that follow each other. */
let next = 1;

/** Discord on 127.0.0.1: its HTTP API and its gateway, as far as a bot of slash commands needs them. */
export class Peer {
  readonly requests: Request[] = [];
  readonly failures: Failure[] = [];
  /** Where the bot posts without being asked. */
  readonly channels = new Channels(GUILD, CHANNEL);
  /** Files that were sent along, by their names. */
  readonly files = new Map<string, Uint8Array>();
  /** What the bot sent over the gateway, by opcode: 2 identify, 6 resume. */
  readonly opcodes: number[] = [];
  /** The commands Discord has; keys the bot never sent are there, as with the real one. */
  registered: object[] = [];
  /** What Discord would have refused, of what was registered. */
  readonly faults: string[] = [];
  readonly #options: Required<PeerOptions>;
  readonly #server: Server;
  readonly #gateway: WebSocketServer;
  readonly #exchanges = new Map<string, Exchange>();
  #socket: WebSocket | undefined;
  /** Those that have identified or resumed: each of them is told of every interaction. */
  readonly #sessions = new Set<WebSocket>();
  #sequence = 0;
  /** What the bot identified itself with. */
  readonly identified: object[] = [];
  /** Whether gateway sessions can be resumed. */
  isResumable = true;
  /** Closes with this code whoever identifies. */
  refuses: number | undefined;
  /** Where interactions are posted to, once known. */
  endpoint = '';
  readonly #keys = generateKeyPairSync('ed25519');

  constructor(options: PeerOptions) {
    this.#options = {
      token: 'peer.token.0000000000',
      deadline: 3000,
      judges: true,
      port: 0,
      overHttp: false,
      ...options,
    };
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#gateway = new WebSocketServer({ server: this.#server });
    this.#gateway.on('connection', (socket) => this.#greet(socket));
  }

  /** Listens on any free port. */
  async listen(): Promise<this> {
    this.#server.listen(this.#options.port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get #address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The variables a bot is to be started with. */
  get variables(): { DISCORD_TOKEN: string; DISCORD_API_URL: string } {
    const http = this.#options.overHttp ? { DISCORD_PUBLIC_KEY: this.publicKey } : {};
    return { DISCORD_TOKEN: this.#options.token, DISCORD_API_URL: `http://${this.#address}/api`, ...http };
  }

  /** What the portal shows as the application's public key. */
  get publicKey(): string {
    const { x = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.from(x, 'base64url').toString('hex');
  }

  /** Posts to the bot's address as Discord does, signed with a key of the application unless told otherwise. */
  post(
    body: string,
    key: KeyObject = this.#keys.privateKey,
    address = this.endpoint,
    timestamp = String(Math.floor(Date.now() / 1000)),
  ): Promise<Response> {
    const headers = {
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
      'x-signature-timestamp': timestamp,
    };
    return fetch(address, { method: 'POST', body, headers });
  }

  /** Sends an interaction, and gives what becomes of it. */
  interact(deed: Deed): Exchange {
    const id = String(910_000_000_000_000_000n + BigInt(next++));
    const exchange = new Exchange(id, this.#options.deadline, this.#options.judges);
    this.#exchanges.set(exchange.token, exchange);
    const packet = {
      id,
      token: exchange.token,
      application_id: APPLICATION,
      version: 1,
      guild_id: GUILD,
      channel_id: CHANNEL,
      channel: { id: CHANNEL, type: 0 },
      locale: 'en-GB',
      member: { user: { id: USER, username: 'ada', discriminator: '0' }, roles: [], permissions: '0' },
      entitlements: [],
      authorizing_integration_owners: { 0: GUILD },
      ...deed,
    };
    if (this.#options.overHttp) void this.#postTo(exchange, packet);
    else for (const session of this.#sessions) this.#dispatch('INTERACTION_CREATE', packet, session);
    return exchange;
  }

  async #postTo(exchange: Exchange, packet: object): Promise<void> {
    const response = await this.post(JSON.stringify(packet));
    if (response.status === 200) exchange.callback(await response.json());
  }

  /** How many gateway connections there are that are told of interactions. */
  get sessions(): number {
    // One that is closing is told nothing more.
    return [...this.#sessions].filter(({ readyState }) => readyState === 1).length;
  }

  /** Closes the gateway connection with a code, as Discord does. */
  drop(code: number): void {
    this.#socket?.close(code);
  }

  /** Cuts the gateway connection without a word. */
  cut(): void {
    this.#socket?.terminate();
  }

  /** Op 7: reconnect and resume. */
  requestReconnect(): void {
    this.#send({ op: 7, d: null });
  }

  /** Op 9: the session is invalid. */
  invalidate(isResumable: boolean): void {
    this.isResumable = isResumable;
    this.#send({ op: 9, d: isResumable });
  }

  /** Resolves when the bot has sent this opcode so many times. */
  async heard(opcode: number, times: number): Promise<void> {
    while (this.opcodes.filter((op) => op === opcode).length < times) await once(this.#gateway, 'heard');
  }

  async stop(): Promise<void> {
    for (const client of this.#gateway.clients) client.terminate();
    this.#gateway.close();
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  #send(payload: object, socket = this.#socket): void {
    socket?.send(JSON.stringify(payload));
  }

  #dispatch(t: string, d: object, socket = this.#socket): void {
    this.#send({ op: 0, t, s: ++this.#sequence, d }, socket);
  }

  #greet(socket: WebSocket): void {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#listen(JSON.parse(data.toString('utf8')), socket));
    socket.on('close', () => this.#sessions.delete(socket));
    this.#send({ op: 10, d: { heartbeat_interval: 41_250 } });
  }

  #listen({ op, d }: { op: number; d: object | null }, socket: WebSocket): void {
    this.opcodes.push(op);
    if (op === 1) this.#send({ op: 11 }, socket);
    if (op === 2) this.#identify(d ?? {}, socket);
    if (op === 6 && this.isResumable) this.#dispatch('RESUMED', {}, socket);
    if (op === 6 && this.isResumable) this.#sessions.add(socket);
    if (op === 6 && !this.isResumable) this.#send({ op: 9, d: false }, socket);
    this.#gateway.emit('heard');
  }

  #identify(as: { token?: string }, socket: WebSocket): void {
    if (as.token !== this.#options.token) return socket.close(4004);
    if (this.refuses !== undefined) return socket.close(this.refuses);
    this.identified.push(as);
    this.#sessions.add(socket);
    this.isResumable = true;
    this.#dispatch(
      'READY',
      {
        v: 10,
        user: { id: APPLICATION, username: 'rolecall', discriminator: '0', bot: true },
        guilds: [{ id: GUILD, unavailable: true }],
        session_id: `session ${this.#sequence}`,
        resume_gateway_url: `ws://${this.#address}/gw`,
        application: { id: APPLICATION, flags: 0 },
      },
      socket,
    );
    this.#dispatch('GUILD_CREATE', { id: GUILD, name: 'A server' }, socket);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? '';
    const path = decodeURIComponent((request.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*$/, ''));
    const body = await bodyOf(request, this.files);
    this.requests.push({ method, path, body });
    const authorization = request.headers.authorization;
    const failure = this.#fail(method, path);
    const answer =
      failure === undefined || failure.cut === 'after'
        ? this.#reply(method, path, body, authorization)
        : { ...failure, json: failure.body ?? { code: 0, message: 'made to fail' } };
    if (failure?.cut !== undefined) return void request.socket.end();
    const { status, headers } = answer;
    const isWhole = /[?&]with_localizations=true/.test(request.url ?? '');
    const json = isWhole ? answer.json : (withoutTranslations(answer.json) as object | undefined);
    response.writeHead(status, json === undefined ? {} : { 'content-type': 'application/json', ...headers });
    response.end(json === undefined ? undefined : JSON.stringify(json));
  }

  #fail(method: string, path: string): Failure | undefined {
    const failure = this.failures.find(
      (each) => each.times > 0 && each.path.test(path) && (each.method ?? method) === method,
    );
    if (failure !== undefined) failure.times -= 1;
    return failure;
  }

  #reply(method: string, path: string, body: unknown, authorization: string | undefined): Answer {
    const [, first = '', , token = ''] = path.split('/');
    const exchange = this.#exchanges.get(token);
    if (first === 'interactions' && path.endsWith('/callback'))
      return exchange?.callback(body) ?? UNKNOWN_INTERACTION;
    if (first === 'webhooks' && method === 'PATCH') return exchange?.edit(body) ?? UNKNOWN_WEBHOOK;
    if (first === 'webhooks' && method === 'POST') return exchange?.followUp(body) ?? UNKNOWN_WEBHOOK;
    if (authorization !== `Bot ${this.#options.token}`) return UNAUTHORIZED;
    if (path === '/gateway/bot') return { status: 200, json: this.#gatewayInfo() };
    if (path === '/applications/@me')
      return { status: 200, json: { id: APPLICATION, name: 'rolecall', verify_key: this.publicKey } };
    if (path === `/applications/${APPLICATION}/commands`) return this.#commands(method, body);
    return (
      this.channels.answer(method, path, body) ?? {
        status: 404,
        json: { code: 0, message: '404: Not Found' },
      }
    );
  }

  #gatewayInfo(): object {
    const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
    return { url: `ws://${this.#address}/gw`, shards: 1, session_start_limit: limit };
  }

  #commands(method: string, body: unknown): Answer {
    if (method !== 'PUT') return { status: 200, json: this.registered };
    this.faults.push(...judgeCommands(body));
    this.registered = (body as object[]).map((command, at) => asStored(command, at, APPLICATION));
    return { status: 200, json: this.registered };
  }
}

/** Starts a peer; stop it with `stop()`. */
export function startPeer(options: PeerOptions = {}): Promise<Peer> {
  return new Peer(options).listen();
}
