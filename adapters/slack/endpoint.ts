import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { App, Receiver } from '@slack/bolt';
import { isValidSlackRequest } from '@slack/bolt';
import { createAddress, respond } from '../../src/http/address.ts';
import { readObject } from '../../src/http/body.ts';
import type { Log } from '../../src/log.ts';
import { reasonOf } from './reason.ts';

/** Where Slack posts to. */
export const PATH = '/slack/events';

/** Bytes; a form that was filled in has some thousands. */
const LARGEST_BODY = 1_000_000;
/** Seconds by which Slack's clock and ours may differ. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const CLOCKS_DIFFER = 300;

/** The address that Slack posts to. */
export interface Endpoint extends Receiver {
  start(port: number): Promise<Server>;
  stop(): Promise<void>;
}

/**
 * Hears Slack over HTTP. Bolt's own receiver takes whatever JSON says for an object, so that a signed `null` ends the
 * process; here only objects come through to Bolt, and everything else is refused.
 */
export function createEndpoint(signingSecret: string, log: Log): Endpoint {
  let app: App | undefined;
  const server = createAddress({
    path: PATH,
    largest: LARGEST_BODY,
    log,
    hear: (request, response, body) => hear(request, response, body, { signingSecret, app, log }),
  });
  server.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'the address for Slack has trouble'));
  return {
    init: (bolt) => (app = bolt),
    start: async (port) => {
      server.listen(port);
      await once(server, 'listening');
      return server;
    },
    stop: async () => {
      server.closeIdleConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

interface Hearing {
  readonly signingSecret: string;
  readonly app: App | undefined;
  readonly log: Log;
}

/** Answers a request of Slack's; the status to refuse it with where it is none. */
async function hear(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  { signingSecret, app, log }: Hearing,
): Promise<number | undefined> {
  const form = formIn(request, body);
  // Slack asks so whether the certificate is good, without a signature. Nothing is done about it.
  if (form?.['ssl_check'] === '1') return respond(response, 200);
  if (!isSigned(request, body, signingSecret)) return 401;
  const payload = form === undefined ? readObject(body) : payloadIn(form);
  if (payload === undefined) return 400;
  if (payload['type'] === 'url_verification')
    return respond(response, 200, { challenge: String(payload['challenge']) });
  return (await isTaken(payload, response, { app, log })) ? undefined : 400;
}

function formIn({ headers }: IncomingMessage, body: string): NodeJS.Dict<string | string[]> | undefined {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase() === 'application/x-www-form-urlencoded' ? parse(body) : undefined;
}

/** What a form is about: JSON under `payload`, else its own fields, as those of a command are. */
function payloadIn(form: NodeJS.Dict<string | string[]>): Readonly<Record<string, unknown>> | undefined {
  const { payload } = form;
  if (payload === undefined) return { ...form };
  return typeof payload === 'string' ? readObject(payload) : undefined;
}

function isSigned({ headers }: IncomingMessage, body: string, signingSecret: string): boolean {
  const [signature, timestamp] = ['x-slack-signature', 'x-slack-request-timestamp'].map((name) =>
    String(headers[name] ?? ''),
  );
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number(timestamp);
  // Bolt refuses old requests only.
  if (Math.abs(Date.now() / 1000 - seconds) > CLOCKS_DIFFER) return false;
  const given = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
  return isValidSlackRequest({ signingSecret, body, headers: given });
}

/** Whether Bolt took it for something that Slack sends: everything of the kind is acknowledged at once. */
async function isTaken(
  body: Readonly<Record<string, unknown>>,
  response: ServerResponse,
  { app, log }: Pick<Hearing, 'app' | 'log'>,
): Promise<boolean> {
  const ack = async (): Promise<void> => respond(response, 200);
  try {
    await app?.processEvent({ body, ack });
  } catch (error) {
    log.debug({ reason: reasonOf(error) }, 'Bolt could not read a payload');
  }
  return response.writableEnded;
}
