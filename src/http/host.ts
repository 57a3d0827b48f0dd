import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { SetupProblem } from '../adapter.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { reasonOf } from '../reason.ts';
import { carryOut } from './carry-out.ts';
import type { Refusals } from './refusals.ts';
import { createRefusals } from './refusals.ts';
import type { Route } from './route.ts';
import type { Routes } from './routes.ts';
import { createRoutes } from './routes.ts';

/** The one HTTP server: places, doors and probes mount their routes on it. */
export interface HttpHost {
  /** Answers at these addresses from now on. @throws SetupProblem where another answers at one of them. */
  mount(routes: readonly Route[]): void;
  unmount(routes: readonly Route[]): void;
  /** Listens, unless it does already. Rejects with `SetupProblem` where it cannot. */
  open(): Promise<void>;
  /** The port that it listens on; undefined while it does not. */
  readonly port: number | undefined;
  /** Answers on, and ends each connection with its next answer, so that nobody sends on one that is about to close. */
  drain(): void;
  /** Accepts nothing more, and waits for what is being answered. */
  close(): Promise<void>;
}

/** What a host is built from. */
export interface HostParts {
  /** 0 is any free one. */
  readonly port: string;
  readonly log: Log;
  readonly metrics?: Metrics;
  readonly timing?: HostTiming;
}

/** How long the other side may take, in milliseconds. */
interface HostTiming {
  /** For the headers of a request, and for all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How long a connection stays open without a request: longer than load balancers keep theirs, which is a minute. */
  readonly idleMs: number;
  /** How often these are looked at. */
  readonly lookMs: number;
  /** How long whoever waits at the door is let in before it closes: under load somebody always waits. */
  readonly acceptMs: number;
  /** How long idle connections may still bring a request once nothing more is accepted. */
  readonly lingerMs: number;
  /** How long what is being answered may take once the host closes. */
  readonly closeMs: number;
}

const TIMING: HostTiming = {
  headersMs: 10_000,
  requestMs: 20_000,
  idleMs: 75_000,
  lookMs: 2_000,
  acceptMs: 500,
  lingerMs: 500,
  closeMs: 3_500,
};

/** What a request is refused with that is none, by the parser's code. https://nodejs.org/api/http.html#event-clienterror */
const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** A host that does not listen yet. */
export function createHost(parts: HostParts): HttpHost {
  return new Host(parts);
}

class Host implements HttpHost {
  readonly #parts: HostParts;
  readonly #timing: HostTiming;
  readonly #server: Server;
  readonly #routes: Routes = createRoutes();
  readonly #refusals = new Map<string, Refusals>();
  #opening: Promise<void> | undefined;
  #isDraining = false;
  #accepted = 0;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#timing = parts.timing ?? TIMING;
    const { headersMs, requestMs, idleMs, lookMs } = this.#timing;
    this.#server = createServer(
      {
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        keepAliveTimeout: idleMs,
        connectionsCheckingInterval: lookMs,
      },
      (request, response) => this.#hear(request, response),
    );
    this.#server.on('connection', () => (this.#accepted += 1));
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => this.#turnAway(error, socket));
    this.#server.on('close', () => {
      for (const refusals of this.#refusals.values()) refusals.close();
    });
  }

  get port(): number | undefined {
    const address = this.#server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  mount(routes: readonly Route[]): void {
    for (const route of routes) this.#routes.add(route);
  }

  unmount(routes: readonly Route[]): void {
    for (const route of routes) this.#routes.remove(route);
  }

  open(): Promise<void> {
    this.#opening ??= this.#listen();
    return this.#opening;
  }

  drain(): void {
    this.#isDraining = true;
  }

  async close(): Promise<void> {
    this.drain();
    if (!this.#server.listening) return;
    await this.#acceptAll();
    const { lingerMs, closeMs } = this.#timing;
    const closed = once(this.#server, 'close');
    // That of HTTP would break idle connections at once, on which a request may be on its way.
    NetServer.prototype.close.call(this.#server);
    await within(closed, lingerMs);
    this.#server.closeIdleConnections();
    await within(closed, closeMs);
    this.#server.closeAllConnections();
    await closed;
  }

  /**
   * Accepts whom the system took in already, one each turn of the event loop: they would be turned away once this does
   * not listen. A turn that took long may have left somebody waiting.
   */
  async #acceptAll(): Promise<void> {
    const end = performance.now() + this.#timing.acceptMs;
    while (performance.now() < end) {
      const { before, begun } = { before: this.#accepted, begun: performance.now() };
      await setImmediate();
      if (this.#accepted === before && performance.now() - begun < 1) return;
    }
  }

  async #listen(): Promise<void> {
    const { port, log } = this.#parts;
    try {
      this.#server.listen(Number(port));
      await once(this.#server, 'listening');
    } catch (error) {
      throw new SetupProblem(`I can't listen on PORT ${port} (${reasonOf(error)}): set PORT to a free one.`);
    }
    this.#server.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'the HTTP host has trouble'));
    log.info({}, `listens for HTTP on port ${this.port}`);
  }

  #hear(request: IncomingMessage, response: ServerResponse): void {
    if (this.#isDraining) response.setHeader('connection', 'close');
    const { log, metrics } = this.#parts;
    const path = request.url?.split('?', 1)[0] ?? '';
    const there = this.#routes.at(path);
    carryOut(request, response, there, log)
      .then((status) => {
        metrics?.heard(there[0]?.path ?? 'no address', status);
        // Of paths that are none the log is told by one name, since anybody can think of another.
        if (status >= 400 && status < 500) this.#refusalsAt(there[0]?.path ?? 'no address').note(status);
      })
      .catch((error: unknown) => {
        log.debug({ path: there[0]?.path, reason: reasonOf(error) }, 'a request broke off');
        response.destroy();
      });
  }

  #turnAway({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
    if (!socket.writable || code === 'ECONNRESET') return void socket.destroy();
    const status = UNREADABLE[code] ?? '400 Bad Request';
    this.#refusalsAt('no request').note(Number.parseInt(status, 10));
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  }

  #refusalsAt(path: string): Refusals {
    const known = this.#refusals.get(path) ?? createRefusals(path, this.#parts.log);
    this.#refusals.set(path, known);
    return known;
  }
}

async function within(promise: Promise<unknown>, ms: number): Promise<void> {
  const done = new AbortController();
  const late = sleep(ms, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([promise, late]);
  done.abort();
}
