import type { RespondFn } from '@slack/bolt';
import { retrying } from './retry.ts';

const send = retrying();

/** Answers at a `response_url` that a form kept; nothing where it kept none. */
export function respondTo(url: string | null): RespondFn | undefined {
  if (url === null) return undefined;
  return async (message) => {
    const body = JSON.stringify(typeof message === 'string' ? { text: message } : message);
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) throw new Error(`response_url answered ${response.status}`);
    return response;
  };
}
