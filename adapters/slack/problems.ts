import { SetupProblem } from '../../src/adapter.ts';

const APPS = 'https://api.slack.com/apps';

const WHERE = {
  SLACK_BOT_TOKEN: `copy it again from ${APPS} → your app → "OAuth & Permissions" → "Bot User OAuth Token", or install the app anew there`,
  SLACK_APP_TOKEN: `make one at ${APPS} → your app → "Basic Information" → "App-Level Tokens" with the scope connections:write, and turn on "Socket Mode"`,
};

/** Answers of the Web API that pass by themselves. https://docs.slack.dev/reference/methods/auth.test#errors */
const PASSING: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'rate_limited',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** A problem that only a person can mend, in a sentence; undefined for one that may pass, such as an outage. */
export function setupProblem(error: unknown, variable: keyof typeof WHERE): SetupProblem | undefined {
  if (error instanceof SetupProblem) return error;
  const code = platformError(error);
  if (code === undefined || PASSING.has(code)) return undefined;
  return new SetupProblem(`Slack refuses ${variable} (${code}): ${WHERE[variable]}.`);
}

/** The `error` of an answer of Slack's Web API, such as `invalid_auth`. */
export function platformError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined;
  const { data } = error;
  const isAnswer = typeof data === 'object' && data !== null && 'error' in data;
  return isAnswer && typeof data.error === 'string' ? data.error : undefined;
}

/** Whether Slack will never take this message, whenever it is sent. https://docs.slack.dev/reference/methods/chat.postEphemeral#errors */
export function isRefused(error: unknown): boolean {
  return /^(?:invalid_blocks|msg_\w*too_long)/.test(platformError(error) ?? '');
}
