import { webApi } from '@slack/bolt';
import type { CheckUp } from '../../src/adapter.ts';
import { postDiagnoses } from '../../src/diagnose-posts.ts';
import type { Diagnosis } from '../../src/diagnosis.ts';
import { clockDiagnosis, ok, warning, wrong } from '../../src/diagnosis.ts';
import type { PostWish } from '../../src/outbox/place.ts';
import { boltLogger } from './boltlog.ts';
import { canPost } from './can-post.ts';
import { SCOPES } from './menu.ts';
import { reasonOf } from './reason.ts';

const APPS = 'https://api.slack.com/apps';
const PATIENCE_MS = 8_000;

/** A token to look at, and what is said where Slack does not take it. */
export interface Token {
  readonly token: string;
  /** What it is called. */
  readonly about: string;
  readonly wishes: readonly PostWish[];
  /** What to do about a refusal; undefined for an error that is none. */
  readonly remedy: (error: unknown) => string | undefined;
}

/** What Slack says of a bot token: whether it takes it, its scopes, the channels of its prompts, and the time. */
export async function diagnoseToken(
  { token, about, wishes, remedy }: Token,
  checkUp: CheckUp,
): Promise<readonly Diagnosis[]> {
  let headers: Headers | undefined;
  const client = clientFor(token, checkUp, (of) => (headers ??= of));
  try {
    const { team, user } = await client.auth.test();
    return [
      ok(about, `accepted: ${user} in ${team}`),
      scopes(headers?.get('x-oauth-scopes') ?? null),
      ...(await postDiagnoses('slack channels', wishes, (wish) => canPost(client, wish))),
      clockDiagnosis('slack clock', headers?.get('date') ?? null, checkUp.now()),
    ];
  } catch (error) {
    return [refusedOrAway(about, error, remedy(error))];
  }
}

/** A client that fails soon, and lets somebody see the headers of its answers. */
export function clientFor(
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

/** Whether Slack refused something, which `remedy` is for, or cannot be asked. */
export function refusedOrAway(about: string, error: unknown, remedy: string | undefined): Diagnosis {
  if (remedy !== undefined) return wrong(about, 'refused by Slack', remedy);
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
