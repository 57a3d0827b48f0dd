import type { webApi } from '@slack/bolt';
import type { Log } from '../../src/log.ts';
import type { ReplyFile } from '../../src/reply.ts';
import { platformError } from './problems.ts';
import { reasonOf } from './reason.ts';
import { escaped } from './mrkdwn.ts';

/** Letters of one part of a file that is sent as words: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const PART = 2500;

/**
 * Sends the file of an answer to whoever asked, in their own conversation with the app: a message that only its asker sees
 * takes none. Where the scope for files is missing it is sent as words, in parts. Never throws.
 */
export async function sendFile(
  { name, text }: ReplyFile,
  person: string,
  client: Pick<webApi.WebClient, 'chat' | 'filesUploadV2'>,
  log: Log,
): Promise<void> {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
    const { channel } = await client.chat.postMessage({ channel: person, text: escaped(name) });
    if (channel === undefined) throw new Error('Slack gave no id for the conversation');
    await upload({ name, text }, channel, client, log);
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'a file could not be sent; the words of the answer stay');
  }
}

async function upload(
  { name, text }: ReplyFile,
  channel: string,
  client: Pick<webApi.WebClient, 'chat' | 'filesUploadV2'>,
  log: Log,
): Promise<void> {
  try {
    await client.filesUploadV2({ channel_id: channel, content: text, filename: name, title: name });
  } catch (error) {
    log.info(
      { reason: platformError(error) ?? reasonOf(error) },
      'no file without the scope files:write: sent as words',
    );
    for (let from = 0; from < text.length; from += PART) {
      const elements = [{ type: 'text' as const, text: text.slice(from, from + PART) }];
      const blocks = [
        { type: 'rich_text' as const, elements: [{ type: 'rich_text_preformatted' as const, elements }] },
      ];
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
      await client.chat.postMessage({ channel, text: escaped(name), blocks });
    }
  }
}
