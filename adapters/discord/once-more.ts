import type { RESTOptions } from 'discord.js';
import { DefaultRestOptions } from 'discord.js';
import type { Metrics } from '../../src/metrics/metrics.ts';
import { countedCalls, noMetrics } from '../../src/metrics/metrics.ts';

export type Send = RESTOptions['makeRequest'];

/** The connection was never made, so that nothing can have got through. */
const NEVER_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Sends requests as the library does, each of them counted. */
export function counted(metrics: Metrics = noMetrics): Send {
  return countedCalls(DefaultRestOptions.makeRequest, 'discord', metrics);
}

/**
 * Sends a request once more where no status came back, as when Discord closes a connection that was kept alive just as we
 * write to it: the client's own queue gives up on those. Only what does no harm when it is done twice; a further message,
 * which everybody might see twice, only where it surely was not sent.
 */
export function onceMore(send: Send): Send {
  return async (url, init) => {
    try {
      return await send(url, init);
    } catch (error) {
      if (init.signal?.aborted === true) throw error;
      if (isRepeatable(url, init.method)) return send(url, init);
      if (!isFollowUp(url, init.method)) throw error;
      if (NEVER_SENT.has(codeOf(error))) return send(url, init);
      // The queue would send it again by itself where a connection was reset.
      throw new Error('the connection ended before Discord said whether it took the message', {
        cause: error,
      });
    }
  };
}

/** Asking, replacing and removing; and the first answer to an interaction, of which Discord takes one only (40060). */
function isRepeatable(url: string, method = 'GET'): boolean {
  if (method !== 'POST') return true;
  return /\/interactions\/\d+\/[^/]+\/callback(?:\?|$)/.test(url);
}

function isFollowUp(url: string, method = 'GET'): boolean {
  return method === 'POST' && /\/webhooks\/\d+\/[^/]+(?:\?|$)/.test(url);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
