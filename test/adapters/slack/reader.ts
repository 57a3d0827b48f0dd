import type { ActionsBlockElement, KnownBlock } from '@slack/types';
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
    faults: shown.flatMap((part) => part.faults),
  };
}

/** Every button and menu of a message. */
export function elementsOf(blocks: readonly KnownBlock[]): ActionsBlockElement[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
}

function objectsOf(block: KnownBlock): ReturnType<typeof textObjects> {
  if (block.type === 'actions') return [];
  if (block.type === 'image') return [{ type: 'plain_text', text: block.alt_text }];
  return textObjects(block);
}

function labelsOf(element: ActionsBlockElement): string[] {
  if (element.type === 'button') return [element.text.text];
  return element.type === 'static_select' ? (element.options ?? []).map((option) => option.text.text) : [];
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
