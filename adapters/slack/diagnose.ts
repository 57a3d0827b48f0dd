import { webApi } from '@slack/bolt';
import type { CheckUp } from '../../src/adapter.ts';
import { postDiagnoses } from '../../src/diagnose-posts.ts';
import type { Diagnosis } from '../../src/diagnosis.ts';
import { clockDiagnosis, ok, warning, wrong } from '../../src/diagnosis.ts';
import { boltLogger } from './boltlog.ts';
import { canPost } from './can-post.ts';
import { PATH } from './endpoint.ts';
import { SCOPES } from './menu.ts';
import { setupProblem } from './problems.ts';
import { reasonOf } from './reason.ts';

const APPS = 'https://api.slack.com/apps';
const PATIENCE_MS = 8_000;

/** Asks Slack whether the app is set up as it should be. */
export async function diagnose(checkUp: CheckUp): Promise<readonly Diagnosis[]> {
  const { SLACK_BOT_TOKEN: token = '' } = checkUp.variables;
  let headers: Headers | undefined;
  const client = clientFor(token, checkUp, (of) => (headers ??= of));
  try {
    const { team, user } = await client.auth.test();
    return [
      ok('slack bot token', `accepted: ${user} in ${team}`),
      scopes(headers?.get('x-oauth-scopes') ?? null),
      await hearing(checkUp),
      ok(
        'slack commands',
        'Slack does not tell which it has: after an update, paste the printed manifest anew',
      ),
      ...(await postDiagnoses('slack channels', checkUp.wishes, (wish) => canPost(client, wish))),
      clockDiagnosis('slack clock', headers?.get('date') ?? null, checkUp.now()),
    ];
  } catch (error) {
    return [refusedOrAway('slack bot token', error, 'SLACK_BOT_TOKEN')];
  }
}

function clientFor(
  token: string,
  { variables, log }: CheckUp,
  heard: (headers: Headers) => void = () => undefined,
): webApi.WebClient {
  const { SLACK_API_URL: api = 'https://slack.com/api/' } = variables;
  return new webApi.WebClient(token, {
    slackApiUrl: api.endsWith('/') ? api : `${api}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE_MS,
    logger: boltLogger(log),
    fetch: async (...request) => {
      const response = await fetch(...request);
      heard(response.headers);
      return response;
    },
  });
}

function refusedOrAway(
  about: string,
  error: unknown,
  variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
): Diagnosis {
  const problem = setupProblem(error, variable);
  if (problem !== undefined) return wrong(about, 'refused by Slack', problem.message);
  return wrong(
    about,
    `cannot be tried: Slack does not answer (${reasonOf(error)})`,
    'Look at https://slack-status.com, and whether this machine reaches slack.com over HTTPS',
  );
}

/** Slack says with each answer which scopes the token has. https://docs.slack.dev/authentication/ */
function scopes(header: string | null): Diagnosis {
  const about = 'slack scopes';
  if (header === null) return warning(about, 'Slack does not say which the token has');
  const granted = new Set(header.split(',').map((scope) => scope.trim()));
  const missing = SCOPES.filter((scope) => !granted.has(scope));
  if (missing.length === 0) return ok(about, 'all that the manifest asks for');
  return wrong(
    about,
    `the token lacks ${missing.join(', ')}`,
    `Add what is missing: ${APPS} → your app → "OAuth & Permissions" → "Bot Token Scopes", then press "Reinstall to Workspace" there`,
  );
}

/** Over Socket Mode Slack is asked for a connection, which is not opened; over HTTP it cannot be asked. */
async function hearing(checkUp: CheckUp): Promise<Diagnosis> {
  const { SLACK_APP_TOKEN: token, SLACK_SIGNING_SECRET: secret = '' } = checkUp.variables;
  if (token === undefined) return endpoint(secret);
  try {
    await clientFor(token, checkUp).apps.connections.open();
    return ok('slack app token', 'accepted, and Socket Mode is on');
  } catch (error) {
    return refusedOrAway('slack app token', error, 'SLACK_APP_TOKEN');
  }
}

function endpoint(secret: string): Diagnosis {
  const about = 'slack endpoint';
  if (/^[0-9a-f]{32}$/i.test(secret))
    return ok(about, `Slack has to post to https://YOUR-ADDRESS${PATH}, which it does not tell`);
  return warning(
    about,
    'SLACK_SIGNING_SECRET does not look like one, which has 32 digits from 0 to f',
    `Copy it again: ${APPS} → your app → "Basic Information" → "App Credentials" → "Signing Secret"`,
  );
}
