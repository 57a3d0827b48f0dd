import type { Body } from './judge.ts';

/** Where the message stands whose button was pressed, or where a command was typed. */
export interface Origin {
  readonly channel: string | null;
  readonly thread: string | null;
  readonly user: string | null;
}

/** Where an answer came to stand, as Slack would put it there. */
export interface Landing extends Origin {
  /** Nobody but this user sees it; null where everybody does. */
  readonly user: string | null;
  readonly by: 'response_url' | 'chat.postEphemeral' | 'chat.postMessage';
  readonly text: string;
}

/** The origin of what a payload tells of: a press on a message in a thread, or a line typed in a channel. */
export function originOf(payload: unknown): Origin {
  const { container = {}, channel, channel_id, user, user_id, thread_ts } = Object(payload);
  const thread = container.thread_ts === container.message_ts ? undefined : container.thread_ts;
  return {
    channel: channel?.id ?? channel_id ?? null,
    thread: thread ?? thread_ts ?? null,
    user: user?.id ?? user_id ?? null,
  };
}

/** A message that replaces another stands where that stood; a new one is in a thread only if it says so. */
export function landedByUrl(body: Body, origin: Origin): Landing {
  const replaces = body['replace_original'] === true;
  const thread = typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null;
  const user = body['response_type'] === 'in_channel' ? null : origin.user;
  return {
    by: 'response_url',
    channel: origin.channel,
    thread: replaces ? origin.thread : thread,
    user,
    text: body.text ?? '',
  };
}

/** The same of a call of the Web API; none where it posts nothing. */
export function landedByCall(method: string, body: Readonly<Record<string, string>>): Landing[] {
  if (method !== 'chat.postEphemeral' && method !== 'chat.postMessage') return [];
  const { channel = null, thread_ts: thread = null, user = null, text = '' } = body;
  return [{ by: method, channel, thread, user, text }];
}
