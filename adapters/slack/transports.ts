import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import { SocketModeReceiver } from '@slack/bolt';
import { SetupProblem } from '../../src/adapter.ts';
import type { Route } from '../../src/http/route.ts';
import type { Log } from '../../src/log.ts';
import { EVENTS } from './addresses.ts';
import type { ClientOptions } from './app.ts';
import { boltLogger } from './boltlog.ts';
import type { Endpoint } from './endpoint.ts';
import { createEndpoint } from './endpoint.ts';
import type { Transport } from './keep-open.ts';
import { setupProblem } from './problems.ts';
import { reasonOf } from './reason.ts';
import { isForMany } from './settings.ts';

/** Slack says hello at once; without it the connection is dead. */
const HELLO_MS = 15_000;
const CLOSE_MS = 2000;

/** How Slack is heard, and the address where it posts to us. */
interface Hearing {
  readonly transport: Transport;
  readonly routes: readonly Route[];
}

/** Hears Slack by Socket Mode when there is an app token, else over HTTP. `appOn` makes the app that listens. */
export function transportFor(
  variables: Readonly<Record<string, string>>,
  options: ClientOptions,
  log: Log,
  appOn: (receiver: Receiver) => App,
): Hearing {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret } = variables;
  if (appToken !== undefined && !isForMany(variables)) {
    const receiver = socketReceiver(appToken, options, log);
    return { transport: socketTransport(appOn(receiver), receiver), routes: [] };
  }
  if (secret !== undefined) {
    const endpoint = createEndpoint(secret, log);
    return { transport: httpTransport(appOn(endpoint), endpoint), routes: [endpoint.route] };
  }
  throw new SetupProblem(
    'Slack needs SLACK_BOT_TOKEN, and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: see .env.example.',
  );
}

/** Socket Mode: Slack is heard over a WebSocket that we open, so that no public address is needed. */
function socketReceiver(appToken: string, clientOptions: ClientOptions, log: Log): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    // Bolt's own reconnecting ends the process when Slack refuses a new address meanwhile; `keepOpen` does it.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    customPropertiesExtractor: ({ envelope_id: envelopeId }: { envelope_id?: string }) => ({ envelopeId }),
    processEventErrorHandler: async ({ error, event }) => {
      log.warn({ reason: reasonOf(error) }, 'a payload from Slack could not be read');
      await event.ack().catch((failure: unknown) => {
        log.warn({ reason: reasonOf(failure) }, 'an acknowledgement did not get through');
      });
      return false;
    },
  });
  surviveMessages(receiver, log);
  return receiver;
}

/** A message without the expected keys makes Bolt's listener reject, which would end the process. */
function surviveMessages({ client }: SocketModeReceiver, log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const listener of listeners)
      Promise.try(() => listener(...message)).catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'a message from Slack could not be read');
      });
  });
}

function socketTransport(app: App, { client }: SocketModeReceiver): Transport {
  return {
    open: async () => {
      await verified(app);
      const late = setTimeout(() => void client.disconnect(), HELLO_MS);
      const lost = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
      try {
        await client.start();
      } catch (error) {
        throw setupProblem(error, 'SLACK_APP_TOKEN') ?? asError(error);
      } finally {
        clearTimeout(late);
      }
      return { detail: 'connected by Socket Mode', lost };
    },
    close: async () => {
      await Promise.race([client.disconnect(), sleep(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}

/** HTTP: Slack posts to us, signed with the secret. */
function httpTransport(app: App, endpoint: Endpoint): Transport {
  const closed = Promise.withResolvers<void>();
  return {
    open: async () => {
      await verified(app);
      endpoint.isOpen = true;
      return { detail: `heard at ${EVENTS}`, lost: closed.promise };
    },
    close: async () => {
      endpoint.isOpen = false;
      closed.resolve();
    },
  };
}

/** Asks Slack whether the bot token is good. */
async function verified(app: App): Promise<void> {
  try {
    await app.init();
  } catch (error) {
    throw setupProblem(error, 'SLACK_BOT_TOKEN') ?? asError(error);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the connection was closed');
}
