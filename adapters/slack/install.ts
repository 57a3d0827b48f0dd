import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Installation, OrgInstallation } from '@slack/oauth';
import { InstallProvider } from '@slack/oauth';
import type { Installations } from '../../src/installations/installations.ts';
import type { Route } from '../../src/http/route.ts';
import type { Log } from '../../src/log.ts';
import { INSTALL, REDIRECT } from './addresses.ts';
import type { ClientOptions } from './app.ts';
import { boltLogger } from './boltlog.ts';
import { failurePage } from './install-page.ts';
import { SCOPES } from './menu.ts';
import type { Installed } from './workspaces.ts';
import { communityOf, installedIn } from './workspaces.ts';

/** What installing is built from. */
export interface InstallParts {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What states are signed with, the same in every process. */
  readonly stateSecret: string;
  readonly installations: Installations;
  readonly options: ClientOptions;
  readonly log: Log;
}

/** Lets any workspace install the app, by Slack's OAuth: state and cookie are checked by Slack's own library. */
export function installRoutes(parts: InstallParts): readonly Route[] {
  const provider = providerOf(parts);
  const finish = {
    success: goToSlack,
    failure: (...[error, , request, response]: Failed) => failurePage(error, request, response),
  };
  return [
    {
      methods: ['GET'],
      path: INSTALL,
      serve: (request, response) => provider.handleInstallPath(request, response),
    },
    {
      methods: ['GET'],
      path: REDIRECT,
      serve: async (request, response) => {
        // The address holds a code, which nobody else shall read of the page that comes after.
        response.setHeader('referrer-policy', 'no-referrer').setHeader('cache-control', 'no-store');
        await provider.handleCallback(request, response, finish);
      },
    },
  ];
}

type Failed = Parameters<
  NonNullable<NonNullable<Parameters<InstallProvider['handleCallback']>[2]>['failure']>
>;

function providerOf({ clientId, clientSecret, stateSecret, installations, options, log }: InstallParts) {
  return new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    directInstall: true,
    installUrlOptions: { scopes: [...SCOPES] },
    clientOptions: options,
    logger: boltLogger(log),
    installationStore: {
      storeInstallation: async (made) => {
        const { workspace, installed } = readInstallation(made);
        await installations.keep(communityOf(workspace), JSON.stringify(installed));
        log.info({ workspace }, 'a workspace installed the app');
      },
      fetchInstallation: async ({ teamId = '' }) =>
        restored(teamId, await installedIn(teamId, installations)),
    },
  });
}

/** What is needed of an installation. @throws Error for one that could not be served. */
function readInstallation({ team, bot, isEnterpriseInstall }: Installation | OrgInstallation) {
  if (isEnterpriseInstall === true || team === undefined)
    throw new Error('the app was installed for a whole organisation: install it in each workspace');
  if (bot === undefined) throw new Error('Slack gave no bot token');
  if (bot.refreshToken !== undefined)
    throw new Error('the app has token rotation turned on, which cannot be turned off again: make a new app');
  const installed: Installed = { token: bot.token, botId: bot.id, botUserId: bot.userId };
  return { workspace: team.id, installed };
}

function restored(teamId: string, installed: Installed | null): Installation<'v2', false> {
  if (installed === null) throw new Error('the app is not installed there');
  const { token, botId: id, botUserId: userId } = installed;
  return {
    team: { id: teamId },
    enterprise: undefined,
    user: { token: undefined, scopes: undefined, id: '' },
    bot: { token, id, userId, scopes: [...SCOPES] },
  };
}

/** Opens the app in Slack, in the browser or on the desk. https://docs.slack.dev/interactivity/deep-linking */
function goToSlack(
  { appId = '', team }: Installation | OrgInstallation,
  _: unknown,
  __: IncomingMessage,
  response: ServerResponse,
): void {
  const query = new URLSearchParams({ app: appId, team: team?.id ?? '' });
  response.writeHead(303, { location: `https://slack.com/app_redirect?${query.toString()}` }).end();
}
