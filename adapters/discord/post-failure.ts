import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Message } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { PostFailure } from '../../src/outbox/poster.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const UNKNOWN_CHANNEL = 10_003;
const MISSING_ACCESS = 50_001;
const MISSING_PERMISSIONS = 50_013;
const HAS_A_THREAD = 160_004;

const SENTENCES: ReadonlyMap<number | string, Message> = new Map([
  [UNKNOWN_CHANNEL, say('The channel is gone.')],
  [MISSING_ACCESS, say('I cannot see the channel: a server manager can allow me "View Channel" there.')],
  [
    MISSING_PERMISSIONS,
    say(
      'I may not do that in the channel: a server manager can allow it under Channel settings → Permissions.',
    ),
  ],
]);

/** Node's codes for a connection that was never made, so that nothing can have arrived. */
const NEVER_ARRIVED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a refusal means that the step was done before: a message has one thread. */
export function carriedOut(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === HAS_A_THREAD;
}

/** What is known about a step that failed. */
export function failureOf(error: unknown): PostFailure {
  if (error instanceof PostFailure) return error;
  if (error instanceof RateLimitError) return limited(error);
  if (error instanceof DiscordAPIError) return refused(error);
  if (error instanceof HTTPError)
    return new PostFailure('unknown', say('Discord answered {status}.', { status: error.status }));
  const code = codeOf(error);
  if (NEVER_ARRIVED.has(code))
    return new PostFailure('down', say('Discord cannot be reached ({code}).', { code: String(code) }));
  return new PostFailure('unknown', say('The connection to Discord broke off.'));
}

function limited({ retryAfter, timeToReset, global, scope }: RateLimitError): PostFailure {
  const retryAfterMs = Math.max(retryAfter, timeToReset, 500);
  return new PostFailure('limited', say('Discord asks us to wait.'), {
    retryAfterMs,
    where: global || scope === 'global' ? 'place' : 'channel',
  });
}

function refused({ code, status, message: reason }: DiscordAPIError): PostFailure {
  if (status === 401) return new PostFailure('down', say('Discord does not accept DISCORD_TOKEN.'));
  return new PostFailure(
    'gone',
    SENTENCES.get(code) ?? say('Discord refused it ({code}): {reason}.', { code, reason }),
  );
}

function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}
