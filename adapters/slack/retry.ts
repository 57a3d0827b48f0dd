import { setTimeout as sleep } from 'node:timers/promises';

/** The part of `fetch` that Slack's client uses. */
export type Fetch = typeof globalThis.fetch;

/** How often one request is tried, and how long that may take. */
export interface RetryPolicy {
  /** How long one request may take, in milliseconds. */
  readonly timeout: number;
  /** Waits before trying again after a network error or a 5xx, in milliseconds; as many tries as there are waits, and one. */
  readonly waits: readonly number[];
  /** The longest Retry-After that is waited for, in milliseconds; a longer one is left to the caller. */
  readonly longest: number;
}

/** A command's answer is only of use for some seconds, so neither does the asker wait for long. */
export const RETRY_POLICY: RetryPolicy = { timeout: 10_000, waits: [300, 1500], longest: 60_000 };

/** `fetch` that waits as long as a 429 asks it to, and tries again after a 5xx or a lost connection. */
export function retrying(policy: RetryPolicy = RETRY_POLICY, fetch: Fetch = globalThis.fetch): Fetch {
  return async (url, init) => {
    for (const wait of policy.waits) {
      const response = await attempt(fetch, url, init, policy).catch(() => undefined);
      const pause = response === undefined ? wait : pauseAfter(response, wait);
      if (response !== undefined && (pause === undefined || pause > policy.longest)) return response;
      await response?.body?.cancel();
      await sleep(pause);
    }
    return attempt(fetch, url, init, policy);
  };
}

/** One try. A timer costs less than an `AbortSignal`, which every answer would have to pay for. */
async function attempt(
  fetch: Fetch,
  url: Parameters<Fetch>[0],
  init: Parameters<Fetch>[1],
  { timeout }: RetryPolicy,
): Promise<Response> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${timeout} ms`)), timeout);
  try {
    return await Promise.race([fetch(url, init), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long to wait before trying again, in milliseconds; undefined when there is no need to. */
function pauseAfter(response: Response, wait: number): number | undefined {
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : wait;
  }
  return response.status >= 500 ? wait : undefined;
}
