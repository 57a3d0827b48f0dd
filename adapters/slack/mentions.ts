import type { App, Context, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Bot } from '../../src/bot.ts';
import type { Log } from '../../src/log.ts';
import { languageOf } from '../../src/message/language.ts';
import type { Reply } from '../../src/reply.ts';
import { sendFile } from './files.ts';
import type { Known } from './known.ts';
import type { SlackInvocation } from './place.ts';
import { SlackPlace } from './place.ts';
import { reasonOf } from './reason.ts';
import { drawing } from './render.ts';
import type { Repeats } from './repeats.ts';
import type { TableSupport } from './table-support.ts';
import type { Vocabulary } from './typed.ts';
import { readTypedLine, vocabularyOf } from './typed.ts';

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

/** A message to the bot: who asks what in it, and where. */
export interface Addressed {
  readonly invocation: SlackInvocation;
  readonly user: string;
  readonly channel: string;
  /** The same for a repeat of the same message, and for nothing else. */
  readonly keys: readonly string[];
}

/**
 * A mention of the bot or a message to it alone, without the mention, as a line that is typed: without a command it is a
 * question, and without words it asks for help. Undefined for what bots write, for edits, and for anything else.
 */
export function readMessage(
  payload: unknown,
  botUser: string | undefined,
  vocabulary: Vocabulary,
): Addressed | undefined {
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
  return {
    invocation: {
      id: `${event.channel} ${event.ts}`,
      ...line,
      asker: { id: event.user, locale: 'en', manages: false },
      place,
    },
    user: event.user,
    channel,
    keys: [`${channel} ${event.ts}`, ...(event_id === undefined ? [] : [event_id])],
  };
}

function withoutMention(words: string, botUser: string | undefined): string {
  if (botUser === undefined) return words.replace(/^\s*<@[^<>]*>/, ' ');
  return words.replace(/<@([^<>|]*)(?:\|[^<>]*)?>/g, (mention, user: string) =>
    user === botUser ? ' ' : mention,
  );
}

interface Parts {
  readonly bot: Bot;
  readonly log: Log;
  readonly repeats: Repeats;
  readonly known: Known;
  readonly tables: TableSupport;
}

/** Answers mentions so that only the asker sees it, and direct messages where they stand. */
export function listenToMessages(app: App, { bot, log, repeats, known, tables }: Parts): void {
  const vocabulary = vocabularyOf(bot.commands);
  const hear = async (body: unknown, { botUserId }: Context, client: webApi.WebClient) => {
    try {
      const heard = readMessage(body, botUserId, vocabulary);
      if (heard === undefined || repeats.seen(heard.keys)) return;
      const invocation = await known.complete(heard.invocation, client);
      const reply = await bot.answer(invocation);
      if (reply.repeated === true) return;
      await send(reply, { ...heard, invocation }, client, tables);
      if (reply.file !== undefined) await sendFile(reply.file, heard.user, client, log);
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'a message from Slack could not be answered');
    }
  };
  app.event('app_mention', ({ body, context, client }) => hear(body, context, client));
  app.event('message', ({ body, context, client }) => hear(body, context, client));
}

async function send(
  reply: Reply,
  { user, channel, invocation: { asker, place } }: Addressed,
  client: webApi.WebClient,
  tables: TableSupport,
): Promise<void> {
  const isPosted = place.kind === 'im' || reply.shown === true;
  const draw = drawing(reply, { language: languageOf(asker.locale), share: !isPosted });
  await tables.send(place.community, draw, async (message) => {
    const sent = { channel, ...place.inThread, ...message };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
    if (isPosted) await client.chat.postMessage(sent);
    else await client.chat.postEphemeral({ ...sent, user });
  });
}
