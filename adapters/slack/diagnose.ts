import type { CheckUp } from '../../src/adapter.ts';
import type { Diagnosis } from '../../src/diagnosis.ts';
import { ok, warning, wrong } from '../../src/diagnosis.ts';
import { EVENTS, INSTALL } from './addresses.ts';
import { clientFor, diagnoseToken, refusedOrAway } from './diagnose-token.ts';
import { setupProblem } from './problems.ts';
import { reasonOf } from './reason.ts';
import { isForMany } from './settings.ts';
import { communityOf, installedIn } from './workspaces.ts';

const APPS = 'https://api.slack.com/apps';

/** As many workspaces are asked about. */
const MOST_ASKED = 20;

/** Asks Slack whether the app is set up as it should be, in its workspace or in those that installed it. */
export async function diagnose(checkUp: CheckUp): Promise<readonly Diagnosis[]> {
  return isForMany(checkUp.variables) ? diagnoseMany(checkUp) : diagnoseOne(checkUp);
}

/** Slack tells neither the commands nor the address that it has. */
const COMMANDS = ok(
  'slack commands',
  'Slack does not tell which it has: after an update, paste the printed manifest anew',
);

async function diagnoseOne(checkUp: CheckUp): Promise<readonly Diagnosis[]> {
  const { variables, wishes } = checkUp;
  const { SLACK_BOT_TOKEN: token = '' } = variables;
  const found = await diagnoseToken({ token, about: 'slack bot token', wishes, remedy: mendToken }, checkUp);
  // Without a good token nothing else is worth a look.
  if (found.length === 1) return found;
  return [...found, await hearing(checkUp), COMMANDS];
}

function mendToken(error: unknown): string | undefined {
  return setupProblem(error, 'SLACK_BOT_TOKEN')?.message;
}

async function diagnoseMany(checkUp: CheckUp): Promise<readonly Diagnosis[]> {
  const { installations, variables } = checkUp;
  const installed = (await installations?.of('slack')) ?? [];
  const found = [
    ok('slack workspaces', `${installed.length} installed the app, at https://YOUR-ADDRESS${INSTALL}`),
    endpoint(variables.SLACK_SIGNING_SECRET ?? ''),
    COMMANDS,
  ];
  for (const community of installed.slice(0, MOST_ASKED))
    found.push(...(await diagnoseWorkspace(community.slice(communityOf('').length), checkUp)));
  return found;
}

async function diagnoseWorkspace(workspace: string, checkUp: CheckUp): Promise<readonly Diagnosis[]> {
  const about = `slack workspace ${workspace}`;
  const { installations } = checkUp;
  const again = `Have somebody there install it again, at https://YOUR-ADDRESS${INSTALL}`;
  try {
    const found = installations === undefined ? null : await installedIn(workspace, installations);
    if (found === null) return [];
    const wishes = checkUp.wishes.filter(({ community }) => community === workspace);
    const remedy = (error: unknown) =>
      setupProblem(error, 'SLACK_BOT_TOKEN') === undefined ? undefined : again;
    return await diagnoseToken({ token: found.token, about, wishes, remedy }, checkUp);
  } catch (error) {
    return [wrong(about, `its token cannot be read: ${reasonOf(error)}`, again)];
  }
}

/** Over Socket Mode Slack is asked for a connection, which is not opened; over HTTP it cannot be asked. */
async function hearing(checkUp: CheckUp): Promise<Diagnosis> {
  const { SLACK_APP_TOKEN: token, SLACK_SIGNING_SECRET: secret = '' } = checkUp.variables;
  if (token === undefined) return endpoint(secret);
  try {
    await clientFor(token, checkUp).apps.connections.open();
    return ok('slack app token', 'accepted, and Socket Mode is on');
  } catch (error) {
    return refusedOrAway('slack app token', error, setupProblem(error, 'SLACK_APP_TOKEN')?.message);
  }
}

function endpoint(secret: string): Diagnosis {
  const about = 'slack endpoint';
  if (/^[0-9a-f]{32}$/i.test(secret))
    return ok(about, `Slack has to post to https://YOUR-ADDRESS${EVENTS}, which it does not tell`);
  return warning(
    about,
    'SLACK_SIGNING_SECRET does not look like one, which has 32 digits from 0 to f',
    `Copy it again: ${APPS} → your app → "Basic Information" → "App Credentials" → "Signing Secret"`,
  );
}
