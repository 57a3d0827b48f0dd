import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { isBearer } from './bearer.ts';
import { readBody } from './body.ts';
import { answerWith } from './fetch.ts';
import type { Answered, NodeRoute, PlainRoute, Route } from './route.ts';

const LARGEST_BODY = 1_000_000;

/** Answers a request by the one of these routes that takes its method; gives the status of the answer. */
export async function carryOut(
  request: IncomingMessage,
  response: ServerResponse,
  there: readonly Route[],
  log: Log,
): Promise<number> {
  const refused = (status: number, headers: Record<string, string> = {}) =>
    write(response, { status, headers });
  if (there.length === 0) return refused(404);
  const route = there.find((each) => takes(each, request.method));
  if (route === undefined) return refused(405, { allow: there.flatMap(({ methods }) => methods).join(', ') });
  if (route.token !== undefined && !isBearer(request.headers.authorization, route.token))
    return refused(401, { 'www-authenticate': 'Bearer' });
  if ('serve' in route) return served(route, request, response, log);
  const body = await readBody(request, route.largest ?? LARGEST_BODY);
  // What is left of it would be read as the next request.
  if (body === undefined) return refused(413, { connection: 'close' });
  if ('handle' in route) return answerWith(route, request, response, { body, log });
  return write(response, await heard(route, request, response, { body, log }));
}

function takes({ methods }: Route, method = ''): boolean {
  return methods.some((each) => each === method || (each === 'GET' && method === 'HEAD'));
}

/** The status of what a library answered; 500 where it failed and had not answered yet. */
async function served(
  { path, serve }: NodeRoute,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<number> {
  try {
    await serve(request, response);
    return response.statusCode;
  } catch (error) {
    log.error({ path, reason: error instanceof Error ? error.stack : String(error) }, 'a route failed');
    return response.headersSent ? response.statusCode : write(response, { status: 500 });
  }
}

interface Given {
  readonly body: Buffer;
  readonly log: Log;
}

/** What a route answers; 500, and no word of why, where it fails. */
async function heard(
  { path, hear }: PlainRoute,
  { method = '', url = '', headers }: IncomingMessage,
  response: ServerResponse,
  { body, log }: Given,
): Promise<Answered> {
  const sent = async () => {
    if (!response.closed) await once(response, 'close');
    return response.writableFinished;
  };
  try {
    return await hear({ method, url, headers, body: body.toString('utf8'), sent });
  } catch (error) {
    log.error({ path, reason: error instanceof Error ? error.stack : String(error) }, 'a route failed');
    return { status: 500 };
  }
}

function write(response: ServerResponse, { status, headers, body }: Answered): number {
  if (response.destroyed) return status;
  response.writeHead(status, { 'content-length': Buffer.byteLength(body ?? ''), ...headers });
  response.end(body);
  return status;
}
