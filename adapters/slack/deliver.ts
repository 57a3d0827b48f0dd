import type { RespondArguments, RespondFn, webApi } from '@slack/bolt';
import type { Log } from '../../src/log.ts';
import { reasonOf } from './reason.ts';
import type { Sender } from './receive.ts';
import type { Message } from './render.ts';
import type { Draw, TableSupport } from './table-support.ts';

/** Who sees an answer, and whether it takes the place of the one whose button was pressed. */
export type Audience = 'asker' | 'asker, in place' | 'channel';

/** Posts an answer where it was asked for, or shows it there. */
export type Respond = (message: Parameters<RespondFn>[0]) => Promise<unknown>;

/** Where an answer can go. `respond` posts to the `response_url`, which Slack does not always send. */
export interface Exits {
  readonly respond?: Respond | undefined;
  readonly client: Pick<webApi.WebClient, 'chat' | 'users' | 'filesUploadV2'>;
}

/**
 * Sends an answer: to the `response_url`, which works five times within 30 minutes, and through the Web API when that
 * fails. Never throws; an answer that could not be sent is logged.
 */
export async function deliver(
  draw: Draw,
  audience: Audience,
  to: Sender,
  { respond, client }: Exits,
  { log, tables }: Means,
): Promise<void> {
  const { community, inThread } = to.place;
  try {
    if (respond === undefined) throw new Error('no response_url');
    await tables.send(community, draw, (message) =>
      respond({ ...placed(audience), ...inThread, ...message }),
    );
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'response_url did not take an answer; trying the Web API');
    await tables
      .send(community, draw, (message) => post(message, audience, to, client))
      .catch((failure: unknown) => {
        log.error({ reason: reasonOf(failure) }, 'an answer could not be sent');
      });
  }
}

interface Means {
  readonly log: Log;
  readonly tables: TableSupport;
}

/** How the `response_url` is told who shall see a message. */
export function placed(audience: Audience): Pick<RespondArguments, 'response_type' | 'replace_original'> {
  switch (audience) {
    case 'asker':
      return { response_type: 'ephemeral', replace_original: false };
    case 'asker, in place':
      return { response_type: 'ephemeral', replace_original: true };
    case 'channel':
      return { response_type: 'in_channel', replace_original: false };
  }
}

async function post(
  message: Message,
  audience: Audience,
  to: Sender,
  client: Exits['client'],
): Promise<void> {
  const { user, place } = to;
  const { channel, inThread } = place;
  if (channel === null) throw new Error('no channel to answer in');
  const sent = { channel, ...inThread, ...message };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  if (audience === 'channel') await client.chat.postMessage(sent);
  else if (user === null) throw new Error('nobody to answer to');
  else await client.chat.postEphemeral({ ...sent, user });
}
