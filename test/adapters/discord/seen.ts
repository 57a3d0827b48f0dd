import type { Embed } from '../../../adapters/discord/message.ts';
import { parse } from 'discord-markdown-parser';

/** What a reader sees of some markdown, as an independent parser of Discord's dialect takes it. */
export interface Seen {
  readonly text: string;
  /** What the markup made of it: `strong`, `em`, `inlineCode`, `link`, … */
  readonly kinds: readonly string[];
  /** Where its links lead. */
  readonly targets: readonly string[];
}

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly timestamp?: string;
  readonly format?: string;
  readonly name?: string;
}

/** Reads markdown as Discord does. Lists are not known to the parser, so their marks are looked for here. */
export function seen(markdown: string): Seen {
  const all = (parse(markdown, 'extended') as Node[]).map(read);
  const lists = /^\s*[-*+] /m.test(withoutCode(markdown)) ? ['list'] : [];
  return {
    text: all.map((part) => part.text).join(''),
    kinds: [...lists, ...all.flatMap((part) => part.kinds)],
    targets: all.flatMap((part) => part.targets),
  };
}

function withoutCode(markdown: string): string {
  return markdown.replace(/```[\s\S]*?```/g, '');
}

function read(node: Node): Seen {
  const inner = Array.isArray(node.content) ? (node.content as Node[]).map(read) : [];
  return {
    text: textOf(node, inner.map((part) => part.text).join('')),
    kinds: [node.type, ...inner.flatMap((part) => part.kinds)],
    targets: [...(node.target === undefined ? [] : [node.target]), ...inner.flatMap((part) => part.targets)],
  };
}

function textOf(node: Node, inner: string): string {
  const text = typeof node.content === 'string' ? node.content : inner;
  switch (node.type) {
    case 'br':
      return '\n';
    case 'timestamp':
      return `<t:${node.timestamp}:${node.format}>`;
    case 'twemoji':
      return node.name ?? '';
    default:
      return isLine(node) ? `${text}\n` : text;
  }
}

function isLine({ type }: Node): boolean {
  return ['subtext', 'heading', 'codeBlock', 'blockQuote'].includes(type);
}

/** The texts of an embed from top to bottom, as Discord lays it out; the footer knows no markup. */
export function seenEmbed({ title, description, fields = [], footer }: Embed): Seen[] {
  const marked = [title, description, ...fields.flatMap(({ name, value }) => [name, value])];
  const plain = footer === undefined ? [] : [{ text: footer.text, kinds: [], targets: [] }];
  return [...marked.flatMap((text) => (text === undefined ? [] : [seen(text)])), ...plain];
}
