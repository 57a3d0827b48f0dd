import type { KnownBlock, RichTextElement } from '@slack/types';
import { expect, test } from 'vitest';
import { render } from '../../../adapters/slack/render.ts';
import type { SpokenInline } from '../../../src/message/speak.ts';
import type { Reply } from '../../../src/reply.ts';
import { isSafeUrl } from '../../../src/reply.ts';
import type { SpokenNode } from '../../../src/spoken.ts';
import { speakReply } from '../../../src/spoken.ts';
import { keyOf, asksAbout } from '../../commands/walked.ts';
import { talk } from '../../commands/talk.ts';
import { LONG, someOf } from '../../sample.ts';

/** What is marked in an answer: the words of each run with what they are, and the address of each source that is named. */
function marksIn(reply: Reply, told: string): string[] {
  const { lead, body, sources } = speakReply(reply, 'en');
  const inlines = [...lead, ...body.flatMap(inlinesIn)];
  return [
    ...inlines.flatMap((inline) => (typeof inline === 'string' ? [] : markOf(inline))),
    ...sources.flatMap(({ name, url }) =>
      url === undefined || !told.includes(name) ? [] : [`link ${url} ${name}`],
    ),
  ];
}

function inlinesIn(node: SpokenNode): readonly SpokenInline[] {
  switch (node.kind) {
    case 'text':
    case 'note':
      return node.text;
    case 'list':
      return node.items.flat();
    case 'fields':
      return node.fields.flatMap(({ value }) => value);
    case 'table':
    case 'picture':
    case 'divider':
    case 'actions':
      return [];
  }
}

function markOf(inline: Exclude<SpokenInline, string>): string[] {
  if (inline.kind === 'link')
    return isSafeUrl(inline.url) ? [`link ${inline.url} ${inline.text.replace(/\s+/g, ' ').trim()}`] : [];
  return 'text' in inline && inline.text.trim() !== '' ? [`${inline.kind} ${inline.text.trim()}`] : [];
}

/** Every block of an answer, page by page. */
function blocksOf(reply: Reply): KnownBlock[] {
  const pages = Array.from({ length: 40 }, (_, at) => render(reply, { language: 'en', page: at + 1 }).blocks);
  return [...new Set(pages.flat())];
}

/** The sources that there is room for. */
function footOf(blocks: readonly KnownBlock[]): string {
  const [foot] = blocks.filter(({ type }) => type === 'context').slice(-1);
  return JSON.stringify(foot ?? blocks.at(-1));
}

/** Whether a run of its kind has its words: neighbours of one kind are one run. */
function isShown(mark: string, shown: readonly string[]): boolean {
  const [kind = '', ...words] = mark.split(' ');
  return shown.some((run) => run.includes(`${kind} `) && run.includes(words.join(' ')));
}

function shownMarks(block: KnownBlock): string[] {
  if (block.type === 'context')
    return block.elements.map((each) => ('text' in each && each.type === 'mrkdwn' ? decoded(each.text) : ''));
  if (block.type !== 'rich_text') return [];
  const parts = block.elements.flatMap((part) => (part.type === 'rich_text_list' ? part.elements : [part]));
  return parts.flatMap(({ elements }) => elements.map(richMark));
}

function richMark(element: RichTextElement): string {
  if (element.type === 'link') return `link ${element.url} ${element.text ?? ''}`;
  const { bold, italic, code } = ('style' in element ? element.style : undefined) ?? {};
  if (element.type !== 'text') return '';
  return `${bold === true ? 'bold' : italic === true ? 'quiet' : code === true ? 'code' : ''} ${element.text}`;
}

/** Slack's own markup, in the words of the marks above. */
function decoded(words: string): string {
  return words
    .replaceAll(/<([^|>]+)\|([^>]+)>/g, 'link $1 $2')
    .replaceAll(/\*([^*\n]+)\*/g, 'bold $1')
    .replaceAll(/_([^_\n]+)_/g, 'quiet $1')
    .replaceAll(/`([^`\n]+)`/g, 'code $1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

test(
  'no command about any role loses a link or what is marked, whatever letters stand in the data',
  async () => {
    const bot = await talk();
    const roles = bot.knowledge.roles.all.map(({ id }) => id);
    const chosen = someOf(roles, 12);
    const lost: string[] = [];
    for (const [at, role] of chosen.entries())
      for (const ask of asksAbout(role, chosen[(at + 1) % chosen.length] ?? role)) {
        const reply = await bot.press(ask);
        const blocks = blocksOf(reply);
        const shown = blocks.flatMap(shownMarks);
        const missing = marksIn(reply, footOf(blocks)).filter((mark) => !isShown(mark, shown));
        if (missing.length > 0) lost.push(`${keyOf(ask)}: ${missing.slice(0, 3).join(' | ')}`);
      }
    expect(lost).toEqual([]);
  },
  LONG,
);
