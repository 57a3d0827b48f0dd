import type { Connection } from '../../src/adapter.ts';
import type { Route } from '../../src/http/route.ts';
import { createSeal } from '../../src/installations/seal.ts';
import type { ClientOptions } from './app.ts';
import { postingClient } from './app.ts';
import { installRoutes } from './install.ts';
import type { Fetch } from './retry.ts';
import { reasonOf } from './reason.ts';
import { isForMany } from './settings.ts';
import type { Workspaces } from './workspaces.ts';
import { manyWorkspaces, oneWorkspace } from './workspaces.ts';

/** How Slack's API is reached: by what is asked for, and by what is posted. */
export interface Calls {
  readonly options: ClientOptions;
  readonly fetch: Fetch;
}

/** The workspaces that the bot acts in, and the addresses where others install it. */
export interface Access {
  readonly workspaces: Workspaces;
  readonly routes: readonly Route[];
}

/** Every workspace that installs the app where there is a client id, else the one of the bot token. */
export function accessWith(
  { variables, installations, log }: Pick<Connection, 'variables' | 'installations' | 'log'>,
  { options, fetch }: Calls,
): Access {
  const { SLACK_BOT_TOKEN: token = '', SLACK_API_URL: api = 'https://slack.com/api/' } = variables;
  const clientOf = (given: string) => postingClient(given, api, log, fetch);
  if (!isForMany(variables) || installations === undefined)
    return { workspaces: oneWorkspace(token, clientOf), routes: [] };
  const { SLACK_CLIENT_ID: clientId = '', SLACK_CLIENT_SECRET: clientSecret = '' } = variables;
  const { ROLECALL_ENCRYPTION_KEYS: keys = '' } = variables;
  const stateSecret = createSeal(keys).derive('the state of an installation in Slack');
  // Where an older key is gone already, its workspaces are told of one by one.
  void installations.renew().catch((error: unknown) => {
    log.warn({ reason: reasonOf(error) }, 'tokens could not be encrypted with the first key');
  });
  return {
    workspaces: manyWorkspaces(installations, clientOf, log),
    routes: installRoutes({ clientId, clientSecret, stateSecret, installations, options, log }),
  };
}
