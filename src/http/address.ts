import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';
import { readBody } from './body.ts';
import { createRefusals } from './refusals.ts';

/** An address that a place posts to. */
export interface AddressParts {
  readonly path: string;
  /** Bytes of the largest body that is read. */
  readonly largest: number;
  readonly log: Log;
  /** Answers a request with this body, or sees to it; gives the status to refuse it with where it is none of the place's. */
  readonly hear: (
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
  ) => Promise<number | undefined>;
}

/** A server of one address, which refuses all that is not for it; it does not listen yet. */
export function createAddress(parts: AddressParts): Server {
  const { path, log } = parts;
  const refusals = createRefusals(path, log);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const status = await hearOrRefuse(request, response, parts);
    if (status === undefined) return;
    refusals.note(status);
    respond(response, status);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.debug({ path, reason: reasonOf(error) }, 'a request broke off');
      response.destroy();
    });
  });
  return server.on('close', () => refusals.close());
}

async function hearOrRefuse(
  request: IncomingMessage,
  response: ServerResponse,
  { path, largest, hear }: AddressParts,
): Promise<number | undefined> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== path) return 404;
  const body = await readBody(request, largest);
  return body === undefined ? 413 : hear(request, response, body);
}

/** Answers with a status and JSON, unless it is answered already. */
export function respond(response: ServerResponse, status: number, json?: object): undefined {
  if (response.headersSent || response.destroyed) return;
  const type = json === undefined ? {} : { 'content-type': 'application/json' };
  // What is left of a body that is too large would be read as the next request.
  const last = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { ...type, ...last });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}
