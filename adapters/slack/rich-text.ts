import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import { wordsOf } from '../../src/fit/clip.ts';
import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import { isSafeUrl } from '../../src/reply.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/rich-text-list-element; `offset` is missing in @slack/types 3.2. */
interface CountedList extends Extract<RichTextBlockElement, { type: 'rich_text_list' }> {
  readonly offset?: number;
}

/** Sections, lists and preformatted lines as one block; none where all of them are empty. */
export function richText(parts: readonly RichTextBlockElement[]): RichTextBlock[] {
  const shown = parts.filter(({ elements }) => elements.length > 0);
  return shown.length === 0 ? [] : [{ type: 'rich_text', elements: shown }];
}

/** A text as a section, in which every letter of the data is just that: nothing in it is read as markup. */
export function section(text: SpokenText): RichTextSection {
  return { type: 'rich_text_section', elements: trimmed(elementsOf(text)) };
}

/** Items one below the other; an ordered list that goes on from a page before begins with `start`. */
export function list(items: readonly SpokenText[], ordered: boolean, start: number): CountedList {
  const offset = ordered && start > 1 ? { offset: start - 1 } : {};
  const elements = items.map(section).filter((item) => item.elements.length > 0);
  return { type: 'rich_text_list', style: ordered ? 'ordered' : 'bullet', ...offset, elements };
}

/** Lines whose letters all have one width. */
export function preformatted(lines: readonly string[]): RichTextBlockElement {
  const text = lines.join('\n').toWellFormed();
  const elements = text.trim() === '' ? [] : [{ type: 'text', text } as const];
  return { type: 'rich_text_preformatted', elements };
}

function elementsOf(text: SpokenText): RichTextElement[] {
  const elements: RichTextElement[] = [];
  for (const inline of text) {
    const next = elementOf(inline);
    const last = elements.at(-1);
    if (last?.type === 'text' && next.type === 'text' && isAlike(last, next))
      elements[elements.length - 1] = { ...last, text: last.text + next.text };
    // Slack refuses an empty text.
    else if (next.type !== 'text' || next.text !== '') elements.push(next);
  }
  return elements;
}

type Styled = Pick<Extract<RichTextElement, { type: 'text' }>, 'style'>;

function isAlike({ style: a = {} }: Styled, { style: b = {} }: Styled): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.code === b.code;
}

const STYLES = { bold: { bold: true }, quiet: { italic: true }, code: { code: true } } as const;

function elementOf(inline: SpokenInline): RichTextElement {
  if (typeof inline === 'string') return plain(inline);
  switch (inline.kind) {
    case 'bold':
    case 'quiet':
    case 'code':
      return { ...plain(inline.text), style: STYLES[inline.kind] };
    case 'link':
      return linkTo(inline.text, inline.url);
    case 'moment':
      return {
        type: 'date',
        timestamp: Math.floor(inline.at / 1000),
        format: '{date_short_pretty} {time}',
        fallback: plainWords([inline]),
      };
    case 'channel':
      return isMention(inline) ? { type: 'channel', channel_id: inline.id } : plain(wordsOf(inline));
    case 'member':
      return isMention(inline) ? { type: 'user', user_id: inline.id } : plain(inline.id);
    case 'group':
      return isMention(inline) ? { type: 'usergroup', usergroup_id: inline.id } : plain(inline.id);
  }
}

function plain(words: string): Extract<RichTextElement, { type: 'text' }> {
  return { type: 'text', text: plainWords([words]).toWellFormed() };
}

function linkTo(words: string, url: string): RichTextElement {
  const text = plain(words).text.replace(/\s+/gu, ' ').trim();
  if (!isSafeUrl(url)) return plain(text);
  const target = url.toWellFormed().replace(/[<>|"\\\p{Control}]/gu, encodeURIComponent);
  return { type: 'link', url: target, ...(text === '' ? {} : { text }) };
}

const IDS = {
  channel: /^[CG][A-Z0-9]{1,30}$/,
  member: /^[UW][A-Z0-9]{1,30}$/,
  group: /^S[A-Z0-9]{1,30}$/,
} as const;

/** Whether Slack shows it by its name, as a link. https://docs.slack.dev/reference/block-kit/block-elements/channel-element */
export function isMention(inline: SpokenInline): boolean {
  return typeof inline === 'object' && 'id' in inline && IDS[inline.kind].test(inline.id);
}

/** Without what would be blank lines at its end, and nothing at all where only spaces are left. */
function trimmed(elements: readonly RichTextElement[]): RichTextElement[] {
  if (elements.every(isBlank)) return [];
  const last = elements.at(-1);
  if (last?.type !== 'text') return [...elements];
  const text = last.text.trimEnd();
  return text === '' ? trimmed(elements.slice(0, -1)) : [...elements.slice(0, -1), { ...last, text }];
}

function isBlank(element: RichTextElement): boolean {
  return element.type === 'text' && element.text.trim() === '';
}
