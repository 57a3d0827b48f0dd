import type { webApi } from '@slack/bolt';
import type { Language } from '../../src/message/language.ts';
import { speakText } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import type { Text } from '../../src/reply.ts';
import { escaped } from './mrkdwn.ts';
import { richText, section } from './rich-text.ts';

/** Writes a line to one person alone. */
export async function tell(
  client: Pick<webApi.WebClient, 'chat'>,
  person: string,
  said: Text,
  language: Language,
): Promise<void> {
  const words = speakText(said, language);
  const blocks = richText([section(words)]);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  await client.chat.postMessage({ channel: person, text: escaped(plainWords(words)), blocks });
}
