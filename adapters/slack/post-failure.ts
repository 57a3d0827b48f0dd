import { webApi } from '@slack/bolt';
import type { Message } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import { platformError } from './problems.ts';

/** What a refusal of Slack means, as a sentence that says what to do. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export const REFUSALS: Readonly<Record<string, Message>> = {
  channel_not_found: say('I cannot see that channel: write /invite @rolecall in it.'),
  not_in_channel: say('I am not in that channel: write /invite @rolecall in it.'),
  is_archived: say('The channel is archived: name another one.'),
  restricted_action: say('Only some people may post in that channel: an administrator can allow me there.'),
};

/** Answers that mean that Slack did nothing and that it may well do it later. */
const PASSING: ReadonlySet<string> = new Set(['service_unavailable', 'team_added_to_org', 'ratelimited']);

/** Node's codes for a connection that was never made, so that nothing can have arrived. */
const NEVER_ARRIVED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Whether a refused pin is there already. */
export function alreadyPinned(error: unknown): boolean {
  return platformError(error) === 'already_pinned';
}

/** What is known about a step that failed. */
export function failureOf(error: unknown): PostFailure {
  if (error instanceof PostFailure) return error;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new PostFailure('limited', say('Slack asks us to wait.'), {
      retryAfterMs: error.retryAfter * 1000,
      // A limit holds for one method in the whole workspace: https://docs.slack.dev/apis/web-api/rate-limits
      where: 'asking',
    });
  const code = platformError(error);
  if (code === undefined) return withoutAnswer(error);
  if (code === 'missing_scope')
    return new PostFailure('gone', say('I lack a scope for that: install the app anew with the manifest.'));
  if (PASSING.has(code)) return new PostFailure('down', say('Slack is not able to now ({code}).', { code }));
  // These are Slack's own faults: it may have posted before it failed.
  if (code === 'internal_error' || code === 'fatal_error')
    return new PostFailure('unknown', say('Slack failed ({code}).', { code }));
  return new PostFailure('gone', REFUSALS[code] ?? say('Slack refused it ({code}).', { code }));
}

function withoutAnswer(error: unknown): PostFailure {
  const code = codeIn(error);
  if (NEVER_ARRIVED.has(code))
    return new PostFailure('down', say('Slack cannot be reached ({code}).', { code: String(code) }));
  return new PostFailure('unknown', say('Slack gave no clear answer.'));
}

/** The code of the first error of Node's in a chain of causes. */
function codeIn(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]/.test(error.code)) return error.code;
  return codeIn('original' in error ? error.original : error.cause);
}
