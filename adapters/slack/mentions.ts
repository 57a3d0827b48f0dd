import { z } from 'zod';
import { SlackPlace } from './place.ts';
import type { Heard } from './receive.ts';
import type { Vocabulary } from './typed.ts';
import { readTypedLine } from './typed.ts';

const text = z.string().optional().catch(undefined);

/** https://docs.slack.dev/reference/events/message.im and https://docs.slack.dev/reference/events/app_mention */
const eventCallback = z.object({
  team_id: text,
  event_id: text,
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    user: z.string(),
    text: z.string().catch(''),
    channel: z.string(),
    channel_type: text,
    ts: z.string(),
    thread_ts: text,
    subtype: text,
    bot_id: text,
    edited: z.unknown().optional(),
  }),
});

/**
 * A mention of the bot or a message to it alone, without the mention, as a line that is typed: without a command it is a
 * question, and without words it asks for help. Undefined for what bots write, for edits, and for anything else.
 */
export function readMessage(
  payload: unknown,
  botUser: string | undefined,
  vocabulary: Vocabulary,
): Heard | undefined {
  const parsed = eventCallback.safeParse(payload);
  if (!parsed.success) return undefined;
  const { event, event_id, team_id } = parsed.data;
  const { channel, channel_type: type, thread_ts: thread } = event;
  const isDirect = event.type === 'message' && type === 'im';
  const isOwn = event.bot_id !== undefined || event.user === botUser;
  const isNews = event.subtype === undefined && event.edited === undefined;
  if (isOwn || !isNews || (event.type === 'message' && !isDirect)) return undefined;
  const typed = withoutMention(event.text, botUser).trim();
  const line = typed === '' ? { command: 'help', text: '' } : readTypedLine('', typed, vocabulary);
  const place = SlackPlace.of({ community: team_id ?? null, channel, type, thread });
  const invocation = { ...line, asker: { id: event.user, locale: 'en', manages: false }, place };
  return {
    user: event.user,
    place,
    trigger: null,
    responseUrl: null,
    keys: [`${channel} ${event.ts}`, ...(event_id === undefined ? [] : [event_id])],
    interaction: { kind: 'ask', typed: true, invocation },
  };
}

function withoutMention(words: string, botUser: string | undefined): string {
  if (botUser === undefined) return words.replace(/^\s*<@[^<>]*>/, ' ');
  return words.replace(/<@([^<>|]*)(?:\|[^<>]*)?>/g, (mention, user: string) =>
    user === botUser ? ' ' : mention,
  );
}
