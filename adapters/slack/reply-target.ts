import type { RespondArguments, RespondFn } from '@slack/bolt';
import type { Audience, Outcome, ReplyTarget, Shown } from '../../src/conversation/interaction.ts';
import type { Log } from '../../src/log.ts';
import { sendFile } from './files.ts';
import type { Client } from './open-form.ts';
import { formOpener } from './open-form.ts';
import type { PictureUploads } from './pictures.ts';
import { isRefused } from './problems.ts';
import { reasonOf } from './reason.ts';
import type { Sender } from './receive.ts';
import type { Message } from './message.ts';
import { drawing } from './render.ts';
import type { Draw, TableSupport } from './table-support.ts';

/** How an answer can go out. `respond` posts to the `response_url`, which Slack does not always send. */
export interface Paths {
  readonly respond?: RespondFn | undefined;
  readonly client: Client;
}

interface Means {
  readonly log: Log;
  readonly tables: TableSupport;
  readonly uploads: PictureUploads;
}

/** Where the answer to one interaction goes. */
export function replyTarget(to: Sender, paths: Paths, { log, tables, uploads }: Means): ReplyTarget {
  const { client, respond } = paths;
  const { channel, community, inThread, kind } = to.place;
  const respondWith = (audience: Audience, draw: Draw) =>
    tables.send(community, draw, async (message) => {
      if (respond === undefined) throw new Error('no response_url');
      return respond({ ...placed(audience), ...inThread, ...message });
    });
  return {
    hasOthers: channel !== null && kind !== 'im',
    show: (shown) => deliver(shown, to, client, { respond: respond && respondWith, log, tables }),
    ...(to.trigger === null ? {} : { openForm: formOpener(to, client, log) }),
    ...(respond === undefined
      ? {}
      : {
          showPictures: (shown, followUp) =>
            uploads.show(shown, followUp, { client, workspace: to.place.community ?? '' }, (draw) =>
              respondWith(shown.audience, draw),
            ),
        }),
    sendFile: (file) => sendFile(file, to.user ?? '', client, log),
  };
}

interface Sending extends Pick<Means, 'log' | 'tables'> {
  readonly respond: ((audience: Audience, draw: Draw) => Promise<unknown>) | undefined;
}

/**
 * Sends an answer: to the `response_url`, which works five times within 30 minutes, and through the Web API when that
 * fails. Rejects only where it cannot be drawn; an answer that could not be sent is logged.
 */
async function deliver(
  { reply, language, share, audience }: Shown,
  to: Sender,
  client: Client,
  { respond, log, tables }: Sending,
): Promise<Outcome> {
  const draw = drawing(reply, { language, share });
  draw(true);
  try {
    await respond?.(audience, draw);
    if (respond !== undefined) return 'sent';
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'response_url did not take an answer; trying the Web API');
  }
  try {
    await tables.send(to.place.community, draw, (message) => post(message, audience, to, client));
    return 'sent';
  } catch (error) {
    log.error({ reason: reasonOf(error) }, 'an answer could not be sent');
    return isRefused(error) ? 'refused' : 'failed';
  }
}

/** How the `response_url` is told who shall see a message. */
function placed(audience: Audience): Pick<RespondArguments, 'response_type' | 'replace_original'> {
  return {
    response_type: audience === 'everybody' ? 'in_channel' : 'ephemeral',
    replace_original: audience === 'in place',
  };
}

/** In a conversation of two every message is for the asker alone. */
async function post(message: Message, audience: Audience, to: Sender, client: Client): Promise<void> {
  const { user, place } = to;
  const { channel, inThread, kind } = place;
  if (channel === null) throw new Error('no channel to answer in');
  const sent = { channel, ...inThread, ...message };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  if (audience === 'everybody' || kind === 'im') await client.chat.postMessage(sent);
  else if (user === null) throw new Error('nobody to answer to');
  else await client.chat.postEphemeral({ ...sent, user });
}
