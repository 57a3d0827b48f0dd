import type { AppOptions, Receiver, ReceiverEvent } from '@slack/bolt';
import { App, webApi } from '@slack/bolt';
import type { InFlight } from '../../src/in-flight.ts';
import type { Log } from '../../src/log.ts';
import { boltLogger } from './boltlog.ts';
import { reasonOf } from './reason.ts';
import type { Fetch, RetryPolicy } from './retry.ts';
import { retrying } from './retry.ts';

export type ClientOptions = NonNullable<AppOptions['clientOptions']>;

/** How Slack's clients talk to the API. Trying again is `retrying`'s business. */
export function clientOptions(apiUrl: string, policy?: RetryPolicy, fetch?: Fetch): ClientOptions {
  return {
    slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    retryConfig: { retries: 0 },
    fetch: retrying(policy, fetch),
  };
}

/** A Bolt app that counts what it is answering. */
class CountingApp extends App {
  readonly #inFlight: InFlight;

  constructor(options: AppOptions, inFlight: InFlight) {
    super(options);
    this.#inFlight = inFlight;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.#inFlight.track(super.processEvent(event));
  }
}

/** What an app is made of. */
export interface AppParts {
  /** With which token it acts on what it heard. */
  readonly access: Pick<AppOptions, 'token' | 'authorize'>;
  readonly receiver: Receiver;
  readonly options: ClientOptions;
  readonly inFlight: InFlight;
  readonly log: Log;
}

/** A Bolt app that acknowledges everything at once and checks its token only in `init`. */
export function createApp({ access, receiver, options, inFlight, log }: AppParts): App {
  const settings = {
    ...access,
    receiver,
    clientOptions: options,
    logger: boltLogger(log),
    deferInitialization: true,
    convoStore: false,
  } as const;
  const app = new CountingApp(settings, inFlight);
  app.use(async ({ next, ...args }) => {
    if ('ack' in args && args.ack !== undefined)
      await args.ack().catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'an acknowledgement did not get through');
      });
    await next();
  });
  app.error(async (error) => {
    log.error({ reason: reasonOf(error) }, 'Bolt could not handle a payload');
  });
  return app;
}

/** How long one request of a post may take, in milliseconds. */
const POST_TIMEOUT = 12_000;

/** A client that fails at once and says why, so that no post is held up or sent twice behind the engine's back. */
export function postingClient(
  token: string,
  apiUrl: string,
  log: Log,
  fetch: Fetch = globalThis.fetch,
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: POST_TIMEOUT,
    fetch,
    logger: boltLogger(log),
  });
}
