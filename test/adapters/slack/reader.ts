import type { ActionsBlockElement, KnownBlock, Option, RichTextBlock, RichTextElement } from '@slack/types';
import type { Node } from 'slack-message-parser';
import { NodeType, parse } from 'slack-message-parser';
import type { Body } from './judge.ts';
import { CHANNEL } from '../replies.ts';
import { textObjects } from './judge.ts';

/** The channels that replies of tests mean to show; any other is a fault of the data. */
const MEANT: readonly string[] = [CHANNEL, 'C1'];

/** What somebody in Slack reads, top to bottom, read by a parser that is not ours. */
export interface Read {
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  /** What the words of the data would do there: ping, link to a channel, become a picture. */
  readonly faults: readonly string[];
}

export function read(body: Body): Read {
  const blocks = body.blocks ?? [];
  const shown = blocks.flatMap(objectsOf).map(readObject);
  return {
    texts: shown.map((part) => part.words),
    labels: elementsOf(blocks).flatMap(labelsOf),
    faults: [...shown.flatMap((part) => part.faults), ...blocks.flatMap(richFaults)],
  };
}

/** Every button and menu of a message. */
export function elementsOf(blocks: readonly KnownBlock[]): ActionsBlockElement[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
}

function objectsOf(block: KnownBlock): ReturnType<typeof textObjects> {
  if (block.type === 'actions') return [];
  if (block.type === 'rich_text') return [{ type: 'plain_text', text: richWords(block.elements).join('\n') }];
  if (block.type === 'data_table') return [{ type: 'plain_text', text: tableWords(block) }];
  if (block.type === 'image') return [{ type: 'plain_text', text: block.alt_text }];
  return textObjects(block);
}

/** The words of rich text, a line a part: in it nothing is markup, so that none has to be parsed. */
function richWords(parts: RichTextBlock['elements']): string[] {
  return parts.flatMap((part) => {
    if (part.type !== 'rich_text_list') return [part.elements.map(wordsOf).join('')];
    const { style, elements, offset = 0 } = part as typeof part & { offset?: number };
    return elements.map((item, at) => {
      const mark = style === 'ordered' ? `${offset + at + 1}. ` : '• ';
      return mark + item.elements.map(wordsOf).join('');
    });
  });
}

function wordsOf(element: RichTextElement): string {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return element.text ?? element.url;
    case 'date':
      return element.fallback ?? '';
    case 'channel':
      return `#${element.channel_id}`;
    case 'broadcast':
    case 'color':
    case 'emoji':
    case 'team':
    case 'user':
    case 'usergroup':
      return `<${element.type}>`;
  }
}

function tableWords({ rows }: Extract<KnownBlock, { type: 'data_table' }>): string {
  const words = (cell: (typeof rows)[number][number]) =>
    cell.type === 'rich_text' ? richWords(cell.elements).join('\n') : (cell.text ?? '');
  return rows.map((row) => row.map(words).join(' · ')).join('\n');
}

/** What would ping or link to a channel that nobody means. */
function richFaults(block: KnownBlock): string[] {
  if (block.type !== 'rich_text') return [];
  const inner = block.elements.flatMap((part) => (part.type === 'rich_text_list' ? part.elements : [part]));
  return inner.flatMap(({ elements }) =>
    elements.flatMap((element) => {
      if (element.type === 'channel')
        return MEANT.includes(element.channel_id) ? [] : [`links to ${element.channel_id}`];
      return ['text', 'link', 'date'].includes(element.type) ? [] : [`has a ${element.type}`];
    }),
  );
}

function labelsOf(element: ActionsBlockElement): string[] {
  return element.type === 'button' ? [element.text.text] : optionsOf(element).map(({ text }) => text.text);
}

/** What can be picked in a menu, whichever groups it stands in. */
export function optionsOf(element: ActionsBlockElement): Option[] {
  if (element.type === 'overflow') return element.options;
  if (element.type !== 'static_select') return [];
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

interface Words {
  readonly words: string;
  readonly faults: readonly string[];
}

function readObject({ type, text }: { type: string; text: string }): Words {
  if (type === 'plain_text') return { words: text, faults: [] };
  // The parser does not know that a zero-width space ends a word, as Slack does: it reads on from there.
  const parts = text.split('\u200B').map((part) => readNode(parse(part)));
  // Nor does it know that a quote starts a line: it sees one at the start of a bold run too.
  const faults = parts.flatMap((part) => part.faults);
  const quotes = /^[*_ \t]*(?:&gt;|＞)/m.test(text);
  return {
    words: parts.map((part) => part.words).join(''),
    faults: quotes ? faults : faults.filter((fault) => !fault.startsWith('quotes')),
  };
}

function readNode(node: Node): Words {
  switch (node.type) {
    case NodeType.Text:
      return { words: decoded(node.text), faults: [] };
    case NodeType.PreText:
    case NodeType.Code:
      return { words: decoded(node.text), faults: [] };
    case NodeType.URL:
      return {
        words: (node.label ?? []).map((child) => readNode(child).words).join('') || node.url,
        faults: [],
      };
    case NodeType.Command:
      return node.name === 'date'
        ? { words: (node.label ?? []).map((child) => readNode(child).words).join(''), faults: [] }
        : { words: '', faults: [`pings ${node.name}`] };
    case NodeType.ChannelLink:
      return {
        words: `#${node.channelID}`,
        faults: MEANT.includes(node.channelID) ? [] : [`links to ${node.channelID}`],
      };
    case NodeType.UserLink:
      return { words: '', faults: ['pings'] };
    case NodeType.Emoji: {
      // The parser takes everything between two colons for a name; a time such as 10:30:45 is none.
      const isName = /^[^\s/&|<>]*\p{L}[^\s/&|<>]*$/u.test(node.name);
      return { words: decoded(`:${node.name}:`), faults: isName ? [`:${node.name}: becomes a picture`] : [] };
    }
    case NodeType.Strike:
      return { ...readAll(node.children), faults: ['strikes out what nobody marked'] };
    case NodeType.Quote:
      return { ...readAll(node.children), faults: [`quotes ${node.source.slice(0, 20)}`] };
    case NodeType.Bold:
    case NodeType.Italic:
    case NodeType.Root:
      return readAll(node.children);
  }
}

function readAll(nodes: readonly Node[]): Words {
  const parts = nodes.map(readNode);
  return { words: parts.map((part) => part.words).join(''), faults: parts.flatMap((part) => part.faults) };
}

function decoded(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
