import type { ActionsBlockElement, KnownBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Node } from 'slack-message-parser';
import { NodeType, parse } from 'slack-message-parser';
import type { Message } from '../../adapters/slack/message.ts';
import type { Drawn } from './discord.ts';
import { escaped, page, tag } from './html.ts';

/** A message as Slack shows it to the asker alone, drawn of exactly its payload. */
export function slackPage({ blocks }: Message, drawn: Drawn): string {
  const only = tag('div', 'only', 'Only visible to you');
  const who = tag('div', 'head', tag('b', 'who', 'Rolecall'), ' ', tag('span', 'app', 'APP'));
  return page('slack', only, who, ...blocks.map((block) => blockHtml(block, drawn)));
}

function blockHtml(block: KnownBlock, drawn: Drawn): string {
  if (block.type === 'header') return tag('div', 'answer header', escaped(block.text.text));
  if (block.type === 'rich_text') return tag('div', 'answer', ...block.elements.map(partHtml));
  if (block.type === 'data_table') return table(block);
  if (block.type === 'image') return `<img src="${drawn.get(fileOf(block)) ?? ''}">`;
  if (block.type === 'divider') return '<hr>';
  if (block.type === 'actions') return tag('div', 'row', ...block.elements.map(control));
  if (block.type !== 'context') throw new Error(`The gallery cannot draw a ${block.type}.`);
  return tag(
    'div',
    'answer context',
    ...block.elements.map((each) => ('text' in each ? textHtml(each) : '')),
  );
}

function fileOf(block: Extract<KnownBlock, { type: 'image' }>): string {
  return 'slack_file' in block && 'id' in block.slack_file ? (block.slack_file.id ?? '') : '';
}

function partHtml(part: RichTextBlockElement): string {
  switch (part.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
      return tag('p', '', ...part.elements.map(richHtml));
    case 'rich_text_preformatted':
      return tag('pre', '', ...part.elements.map(richHtml));
    case 'rich_text_list': {
      const items = part.elements.map((item) => tag('li', '', ...item.elements.map(richHtml))).join('');
      const start = 'offset' in part ? Number(part.offset) + 1 : 1;
      return part.style === 'ordered' ? `<ol start="${start}">${items}</ol>` : `<ul>${items}</ul>`;
    }
  }
}

function richHtml(element: RichTextElement): string {
  if (element.type === 'link') return tag('a', '', escaped(element.text ?? element.url));
  if (element.type === 'date') return tag('span', 'time', escaped(element.fallback ?? ''));
  if (element.type === 'channel') return tag('a', '', `#${escaped(element.channel_id)}`);
  if (element.type !== 'text') return '';
  const { bold, italic, code } = element.style ?? {};
  const words = escaped(element.text);
  if (code === true) return tag('code', '', words);
  return tag(bold === true ? 'b' : italic === true ? 'i' : 'span', '', words);
}

function textHtml({ type, text }: { type: string; text: string }): string {
  return type === 'plain_text' ? escaped(text) : nodeHtml(parse(text));
}

function nodeHtml(node: Node): string {
  if (node.type === NodeType.Text || node.type === NodeType.PreText) return node.text;
  if (node.type === NodeType.Code) return tag('code', '', node.text);
  if (node.type === NodeType.URL) return tag('a', '', (node.label ?? []).map(nodeHtml).join('') || node.url);
  if (node.type === NodeType.Bold) return tag('b', '', ...node.children.map(nodeHtml));
  if (node.type === NodeType.Italic) return tag('i', '', ...node.children.map(nodeHtml));
  return node.type === NodeType.Root ? node.children.map(nodeHtml).join('') : escaped(node.source);
}

function table({ rows, page_size: size = 5 }: Extract<KnownBlock, { type: 'data_table' }>): string {
  const [head = [], ...told] = rows.map((row) =>
    row.map((cell) => ('text' in cell ? escaped(cell.text ?? '') : '')),
  );
  const lines = told.slice(0, size).map((row) => tag('tr', '', ...row.map((cell) => tag('td', '', cell))));
  const more = told.length > size ? tag('div', 'context', `1–${size} of ${told.length} ›`) : '';
  return tag(
    'div',
    'answer',
    tag('table', '', tag('tr', '', ...head.map((cell) => tag('th', '', cell))), ...lines),
    more,
  );
}

function control(element: ActionsBlockElement): string {
  if (element.type === 'overflow') return tag('span', 'button grey', '⋯');
  if (element.type === 'static_select')
    return tag('span', 'menu', escaped(element.placeholder?.text ?? ''), tag('span', 'chevron', '⌄'));
  if (element.type !== 'button') throw new Error(`The gallery cannot draw a ${element.type}.`);
  const style = element.style === 'primary' ? 'button primary' : 'button grey';
  return tag('span', style, escaped(element.text.text));
}
