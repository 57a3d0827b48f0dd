import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A request whose body was read and is within the route's bounds. */
export interface Asked {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether the answer got through, once that is known: false where the other side hung up before. */
  sent(): Promise<boolean>;
}

/** What a request is answered with. A status of 400 to 499 counts as a refusal. */
export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Address {
  /** Those it answers; any other gets 405. GET answers HEAD, too. */
  readonly methods: readonly Method[];
  /** Such as `/healthz`; `/api/*` is `/api` and everything below it. */
  readonly path: string;
  /** Bytes of the largest body that is read, a megabyte unless told; a larger one gets 413. */
  readonly largest?: number;
  /** The bearer token without which it is refused with 401; none unless told. */
  readonly token?: string;
}

/** A route for what is asked often: text in, text out, with nothing between it and the socket. */
export interface PlainRoute extends Address {
  readonly hear: (asked: Asked) => Answered | Promise<Answered>;
}

/** A route in the types of the Fetch standard, as libraries take and give them; its answer may be a stream. */
export interface FetchRoute extends Address {
  readonly handle: (request: Request) => Response | Promise<Response>;
}

/** A route for libraries that know Node's own types only; the body is left to them. */
export interface NodeRoute extends Omit<Address, 'largest'> {
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** An address of the one HTTP host, and what answers there. */
export type Route = PlainRoute | FetchRoute | NodeRoute;

/** An answer of JSON. */
export function jsonAnswer(json: object, status = 200): Answered {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
}
