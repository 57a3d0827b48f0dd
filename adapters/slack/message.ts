import type { KnownBlock } from '@slack/types';
import { clipText } from '../../src/fit/clip.ts';
import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import type { SpokenInline } from '../../src/message/speak.ts';
import { speak } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import type { SpokenCredit, SpokenReply } from '../../src/spoken.ts';
import { smallPrint } from './blocks.ts';
import { foot } from './foot.ts';
import { memoised } from './memo.ts';
import { escaped, plainObject } from './mrkdwn.ts';
import { richText, section } from './rich-text.ts';

/** Characters of JSON that the text of a notification and the foot may take. */
const ROOM = { text: 400, foot: 1600 };

/** What is posted: the same for `response_url`, chat.postEphemeral and chat.postMessage. */
export interface Message {
  /** What a notification and a screen reader say. */
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly parse: 'none';
  readonly link_names: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Nothing in a message is looked up, linked or unfolded beyond what we mark. */
export const EMPTY: Message = {
  text: '',
  blocks: [],
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
};

/** What stands above the body: title and lead. */
export function frame({ title, lead }: SpokenReply): KnownBlock[] {
  const words = plainWords([title]).replace(/\s+/gu, ' ').trim().toWellFormed();
  return [
    ...(words === '' ? [] : [{ type: 'header', text: plainObject(words) } as const]),
    ...richText([section(lead)]),
  ];
}

/** What stands below everything: sources and disclaimers, as many as fit. */
export const footBlocks = memoised((sources: readonly SpokenCredit[], language: Language): KnownBlock[] =>
  smallPrint(foot(sources, language, (text) => size(smallPrint(text)) <= ROOM.foot)),
);

/** Title and lead without markup. Slack wants a text even where it shows blocks. */
export function notification({ title, lead, language }: SpokenReply): string {
  const named = lead.map((inline) => withoutId(inline, language));
  const words = [title, plainWords(named)].filter((part) => part.trim() !== '').join('\n');
  const short = clipText([words], ROOM.text, (text) => size(escaped(plainWords(text))));
  return escaped(plainWords(short)).trim() || '…';
}

/** A phone and a screen reader would read the letters of an id. */
function withoutId(inline: SpokenInline, language: Language): SpokenInline {
  if (typeof inline === 'string' || inline.kind !== 'channel') return inline;
  return inline.name === undefined ? speak(say('a channel'), language) : `#${inline.name}`;
}

/** How much of a message's room a part of it takes, in characters of JSON. */
export function size(part: unknown): number {
  return JSON.stringify(part).length;
}
