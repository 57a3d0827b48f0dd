import { parse } from 'node:querystring';
import type { App, Receiver } from '@slack/bolt';
import { isValidSlackRequest } from '@slack/bolt';
import { readObject } from '../../src/http/body.ts';
import type { Answered, Asked, Route } from '../../src/http/route.ts';
import { jsonAnswer } from '../../src/http/route.ts';
import type { Log } from '../../src/log.ts';
import { EVENTS } from './addresses.ts';
import { reasonOf } from './reason.ts';

/** Seconds by which Slack's clock and ours may differ. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const CLOCKS_DIFFER = 300;

/** The address that Slack posts to. */
export interface Endpoint extends Receiver {
  readonly route: Route;
  /** Whether it is known that Slack takes our answers; until then Slack is asked to come again. */
  isOpen: boolean;
}

/**
 * Hears Slack over HTTP. Bolt's own receiver takes whatever JSON says for an object, so that a signed `null` ends the
 * process; here only objects come through to Bolt, and everything else is refused.
 */
export function createEndpoint(signingSecret: string, log: Log): Endpoint {
  let app: App | undefined;
  const endpoint: Endpoint = {
    route: {
      methods: ['POST'],
      path: EVENTS,
      hear: (asked) =>
        endpoint.isOpen ? hear(asked, { signingSecret, app, log }) : { status: 503, headers: COME_AGAIN },
    },
    isOpen: false,
    init: (bolt) => (app = bolt),
    start: async () => undefined,
    stop: async () => undefined,
  };
  return endpoint;
}

const COME_AGAIN = { 'retry-after': '5' };

interface Hearing {
  readonly signingSecret: string;
  readonly app: App | undefined;
  readonly log: Log;
}

/** Answers a request of Slack's. */
async function hear(asked: Asked, { signingSecret, app, log }: Hearing): Promise<Answered> {
  const form = formIn(asked);
  // Slack asks so whether the certificate is good, without a signature. Nothing is done about it.
  if (form?.['ssl_check'] === '1') return { status: 200 };
  if (!isSigned(asked, signingSecret)) return { status: 401 };
  const payload = form === undefined ? readObject(asked.body) : payloadIn(form);
  if (payload === undefined) return { status: 400 };
  if (payload['type'] === 'url_verification') return jsonAnswer({ challenge: String(payload['challenge']) });
  return handOn(payload, { app, log });
}

function formIn({ headers, body }: Asked): NodeJS.Dict<string | string[]> | undefined {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase() === 'application/x-www-form-urlencoded' ? parse(body) : undefined;
}

/** What a form is about: JSON under `payload`, else its own fields, as those of a command are. */
function payloadIn(form: NodeJS.Dict<string | string[]>): Readonly<Record<string, unknown>> | undefined {
  const { payload } = form;
  if (payload === undefined) return { ...form };
  return typeof payload === 'string' ? readObject(payload) : undefined;
}

function isSigned({ headers, body }: Asked, signingSecret: string): boolean {
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

/** Gives it to Bolt, and answers as soon as Bolt took it for something that Slack sends, which is acknowledged at once. */
function handOn(
  body: Readonly<Record<string, unknown>>,
  { app, log }: Pick<Hearing, 'app' | 'log'>,
): Promise<Answered> {
  const { promise, resolve } = Promise.withResolvers<Answered>();
  const ack = async (): Promise<void> => resolve({ status: 200 });
  const processed = app?.processEvent({ body, ack }) ?? Promise.resolve();
  processed
    .catch((error: unknown) => log.debug({ reason: reasonOf(error) }, 'Bolt could not read a payload'))
    .finally(() => resolve({ status: 400 }));
  return promise;
}
