import type { RespondArguments, RespondFn, webApi } from '@slack/bolt';
import type { Audience, Outcome, ReplyTarget, Shown } from '../../src/conversation/interaction.ts';
import type { OpenForm } from '../../src/form.ts';
import type { Log } from '../../src/log.ts';
import type { Language } from '../../src/message/language.ts';
import { sendFile } from './files.ts';
import { view } from './form.ts';
import type { PictureUploads } from './pictures.ts';
import { isRefused } from './problems.ts';
import { reasonOf } from './reason.ts';
import type { Sender } from './receive.ts';
import type { Message } from './render.ts';
import { drawing } from './render.ts';
import { retrying } from './retry.ts';
import type { Draw, TableSupport } from './table-support.ts';

/** What Slack's client is used for while something is answered. */
export type Client = Pick<
  webApi.WebClient,
  'auth' | 'chat' | 'conversations' | 'filesUploadV2' | 'usergroups' | 'users' | 'views'
>;

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

/** Opens forms for whoever did something: Slack gives three seconds for that. */
export function formOpener(
  { trigger, place, responseUrl }: Sender,
  { views }: Pick<Client, 'views'>,
  log: Log,
): (form: OpenForm, language: Language) => Promise<Outcome> {
  return async (form, language) => {
    try {
      if (trigger === null) throw new Error('Slack sent no trigger_id');
      await views.open({ trigger_id: trigger, view: view(form, language, place, responseUrl) });
      return 'sent';
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'a form could not be opened');
      return 'failed';
    }
  };
}

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
