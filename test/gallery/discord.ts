import { parse } from 'discord-markdown-parser';
import type { Control, Embed, Message } from '../../adapters/discord/message.ts';
import { escaped, page, tag } from './html.ts';

/** Pictures by the name under which a payload shows them. */
export type Drawn = ReadonlyMap<string, string>;

/** A message as Discord shows it to the asker alone, drawn of exactly its payload. */
export function discordPage({ embeds, components }: Message, drawn: Drawn): string {
  const only = tag('div', 'only', 'Only you can see this · Dismiss message');
  const rows = components.map((row) => tag('div', 'row', ...row.components.map(control)));
  const message = [tag('b', 'who', 'Rolecall'), tag('span', 'app', 'APP')].join(' ');
  return page(
    'discord',
    tag('div', 'head', message),
    ...embeds.map((each) => embed(each, drawn)),
    ...rows,
    only,
  );
}

function embed({ color, title, description, fields = [], image, footer }: Embed, drawn: Drawn): string {
  const url = image?.url.replace('attachment://', '') ?? '';
  const inner = [
    title === undefined ? '' : tag('div', 'title', markup(title)),
    description === undefined ? '' : tag('div', 'text', markup(description)),
    tag('div', 'fields', ...fields.map((field) => fieldHtml(field))),
    image === undefined ? '' : `<img src="${drawn.get(url) ?? ''}">`,
    footer === undefined ? '' : tag('div', 'foot', escaped(footer.text)),
  ];
  const edge = `#${color.toString(16).padStart(6, '0')}`;
  return `<div class="embed answer" style="border-left-color:${edge}">${inner.join('')}</div>`;
}

function fieldHtml({
  name,
  value,
  inline: beside,
}: {
  name: string;
  value: string;
  inline?: boolean;
}): string {
  const style = beside === true ? 'field inline' : 'field';
  return tag('div', style, tag('div', 'name', markup(name)), tag('div', 'text', markup(value)));
}

const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'grey', 5: 'grey' };

function control(part: Control): string {
  if (part.type === 3) return tag('div', 'menu', escaped(part.placeholder), tag('span', 'chevron', '⌄'));
  const mark = 'url' in part ? ' ↗' : '';
  return tag('span', `button ${STYLES[part.style]}`, escaped(part.label + mark));
}

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly timestamp?: string;
  readonly name?: string;
}

const TAGS: Readonly<Record<string, string>> = {
  strong: 'b',
  em: 'i',
  underline: 'u',
  strikethrough: 's',
  inlineCode: 'code',
  codeBlock: 'pre',
  subtext: 'small',
  link: 'a',
  autolink: 'a',
  url: 'a',
  heading: 'h3',
  blockQuote: 'blockquote',
};

/** Discord's markdown, as an independent parser of it takes it; lists, which it does not know, are set in line by line. */
function markup(words: string): string {
  const parts = words.split(/^((?:- |\d+\. ).*(?:\n {2,}.*)*)\n?/m);
  return parts.map((part, at) => (at % 2 === 0 ? inline(part) : item(part))).join('');
}

function item(words: string): string {
  const [mark = ''] = /^\S+ /.exec(words) ?? [];
  const shown = mark === '- ' ? '•' : mark.trim();
  return tag('div', 'item', tag('span', 'mark', shown), tag('span', '', inline(words.slice(mark.length))));
}

function inline(words: string): string {
  return (parse(words, 'extended') as Node[]).map(nodeHtml).join('');
}

function nodeHtml(node: Node): string {
  const { type, content = '' } = node;
  if (type === 'br') return '<br>';
  if (type === 'timestamp') return tag('span', 'time', new Date(Number(node.timestamp) * 1000).toUTCString());
  const inner =
    typeof content === 'string' ? escaped(content || (node.name ?? '')) : content.map(nodeHtml).join('');
  const name = TAGS[type];
  return name === undefined ? inner : tag(name, '', inner);
}
