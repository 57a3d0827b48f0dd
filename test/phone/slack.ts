import type { KnownBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { wrap } from './wrap.ts';

type Table = Extract<KnownBlock, { type: 'data_table' }>;

/** The lines of an answer as Slack shows it on a phone, its buttons apart: of exactly the payload, blank ones included. */
export function slackLines({ blocks }: { readonly blocks: readonly KnownBlock[] }): string[] {
  return blocks.flatMap(blockLines);
}

/** A picture as wide as a phone takes about half a screen. */
const IMAGE = 10;

function blockLines(block: KnownBlock): string[] {
  if (block.type === 'header') return wrap(block.text.text);
  if (block.type === 'rich_text') return block.elements.flatMap(partLines);
  if (block.type === 'data_table') return tableLines(block);
  if (block.type === 'context')
    return block.elements.flatMap((each) => ('text' in each ? wrap(mrkdwnWords(each.text)) : []));
  if (block.type === 'image') return Array.from({ length: IMAGE }, () => '▒');
  if (block.type === 'divider') return ['─'];
  if (block.type === 'actions') return [];
  throw new Error(`No phone line is known of a ${block.type}.`);
}

/** A table scrolls sideways: a line a row, its head, and the line that turns its pages. */
function tableLines({ rows, page_size: size = 5 }: Table): string[] {
  const lines = rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join(' | '));
  const pager = rows.length - 1 > size ? ['1 2 ›'] : [];
  return [...lines.slice(0, size + 1), ...pager];
}

function partLines(part: RichTextBlockElement): string[] {
  if (part.type === 'rich_text_list')
    return part.elements.flatMap((item, at) => {
      const mark = part.style === 'ordered' ? `${at + 1}. ` : '• ';
      const [first = '', ...rest] = wrap(richWords(item.elements), mark.length);
      return [mark + first.slice(mark.length), ...rest];
    });
  return wrap(richWords(part.elements));
}

function richWords(elements: readonly RichTextElement[]): string {
  return elements.map(richWord).join('');
}

function richWord(element: RichTextElement): string {
  if (element.type === 'text') return element.text;
  if (element.type === 'link') return element.text ?? element.url;
  if (element.type === 'date') return element.fallback ?? '';
  return element.type === 'channel' ? `#${element.channel_id}` : '';
}

/** Slack's own markup as the words that are seen. */
function mrkdwnWords(text: string): string {
  return text
    .replace(/<([^|>]*)\|([^>]*)>/g, '$2')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
