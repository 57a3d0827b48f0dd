import { parse } from 'discord-markdown-parser';
import type { Embed, Message } from '../../adapters/discord/message.ts';
import { wrap } from './wrap.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly name?: string;
}

/** The lines of an answer as Discord shows it on a phone, its buttons apart: of exactly the payload, blank ones included. */
export function discordLines({ embeds }: Pick<Message, 'embeds'>): string[] {
  return embeds.flatMap(embedLines);
}

function embedLines({ title, description, fields = [], image, footer }: Embed): string[] {
  return [
    ...(title === undefined ? [] : wrap(words(title))),
    ...(description === undefined ? [] : markdownLines(description)),
    ...fields.flatMap(({ name, value }) => [...wrap(words(name)), ...markdownLines(value)]),
    ...(image === undefined ? [] : Array.from({ length: IMAGE }, () => '▒')),
    ...(footer === undefined ? [] : wrap(footer.text)),
  ];
}

/** A picture as wide as a phone takes about half a screen. */
const IMAGE = 10;

/** Code keeps its lines; of an item of a list the further lines are set in as far as its words. */
function markdownLines(text: string): string[] {
  const lines: string[] = [];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (line === '```') isCode = !isCode;
    else if (isCode) lines.push(...wrap(line.replace(/ {2,}/g, (gap) => '\u00a0'.repeat(gap.length))));
    else lines.push(...lineLines(line));
  }
  return lines;
}

function lineLines(line: string): string[] {
  const [set = ''] = /^ {2,}/.exec(line) ?? [];
  if (set !== '') return wrap(words(line.slice(set.length)), set.length);
  const [mark] = /^(?:- |\d+\. |-# )/.exec(line) ?? [''];
  if (mark === '' || mark === '-# ') return wrap(words(line.slice(mark.length)));
  const [first = '', ...rest] = wrap(words(line.slice(mark.length)), mark.length);
  return [mark + first.slice(mark.length), ...rest];
}

function words(markup: string): string {
  return (parse(markup, 'extended') as Node[]).map(wordsOf).join('');
}

function wordsOf({ type, content = '', name = '' }: Node): string {
  if (type === 'br') return '\n';
  return typeof content === 'string' ? content || name : content.map(wordsOf).join('');
}
