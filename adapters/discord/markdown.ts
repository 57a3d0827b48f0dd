import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';
import { isSafeUrl } from '../../src/reply.ts';

/**
 * What Discord would read as markup anywhere in a line, each to be preceded by a backslash. Only what needs it: `$155K–$200K`,
 * `~40%` and `[brackets]` stay as they are. None looks further than to the next mark of its kind, so that long words take
 * time in proportion. https://support.discord.com/hc/en-us/articles/210298617
 */
const MARKS = [
  /[\\*_`]/, // emphasis, code
  /~(?=~|$)|(?<=~)~/, // struck out
  /\|(?=\||$)|(?<=\|)\|/, // hidden
  /(?<=\])\(/, // a link in disguise
  /<(?=[<@#:+/a-z]|[^<> ]*(?:[:<]|$))/, // mentions, emoji, times, addresses
  /@(?=everyone|here)/,
  /:(?=\/\/|(?!\d{1,2}:)[\w+-]+:)/, // addresses, emoji by name; a time of day has two digits
];
const ANYWHERE = new RegExp(MARKS.map((mark) => mark.source).join('|'), 'giu');

const MAYBE = /[\\*_`~|(<@:]/;

/** What makes a line a heading, a quote or an item of a list. */
const AT_LINE_START = /^([ \t]*)(#{1,3}(?=\s|$)|-#|[-+](?=\s|$)|>|\d+(?=\.(?:\s|$)))/;

/** Plain words as Discord's markdown. `atStart`: they begin a line. */
function escape(words: string, atStart: boolean): string {
  const shown = printable(words);
  const marked = MAYBE.test(shown) ? shown.replace(ANYWHERE, '\\$&') : shown;
  if (!marked.includes('\n')) return atStart ? escapeStart(marked) : marked;
  const lines = marked.split('\n');
  return lines.map((line, at) => (at > 0 || atStart ? escapeStart(line) : line)).join('\n');
}

function escapeStart(line: string): string {
  return line.replace(AT_LINE_START, (_, indent: string, mark: string) =>
    /\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`,
  );
}

/** Everything but control characters; a line break stays. */
export function printable(words: string): string {
  return words.toWellFormed().replace(/[^\P{Control}\n]/gu, ' ');
}

/** Words for a place with one line. */
export function oneLine(words: string): string {
  const shown = printable(words).trim();
  return /[^\S ]| {2}/.test(shown) ? shown.replace(/\s+/gu, ' ') : shown;
}

/** A title or the name of a field: one line, which Discord reads for emphasis but not for headings or lists. */
export function heading(words: string): string {
  return escape(oneLine(words), false);
}

/** A text as Discord's markdown. `atStart`: it begins a line. */
export function markdown(text: SpokenText, atStart = true): string {
  let shown = '';
  const runs = joined(text);
  for (const [at, run] of runs.entries()) {
    const begins = shown === '' ? atStart : shown.endsWith('\n');
    const isPlain = isQuiet(run) && (touches(runs[at - 1], run) || touches(run, runs[at + 1]));
    shown += isPlain ? escape(run.text, begins) : inlineMarkdown(run, begins);
  }
  return shown;
}

/** Neighbours of one kind as one run: `**a****b**` would not be bold. */
function joined(text: SpokenText): SpokenInline[] {
  const runs: SpokenInline[] = [];
  for (const given of text) {
    const inline = isStyled(given) && given.text.trim() === '' ? given.text : given;
    const last = runs.at(-1);
    if (typeof last === 'string' && typeof inline === 'string') runs[runs.length - 1] = last + inline;
    else if (isStyled(last) && isStyled(inline) && last.kind === inline.kind)
      runs[runs.length - 1] = { kind: last.kind, text: last.text + inline.text };
    else if (wordsOf(inline) !== '') runs.push(inline);
  }
  return runs;
}

/** Italics right beside bold are shown plain: in `**a***b*` Discord does not see where one ends. */
function touches(one: SpokenInline | undefined, other: SpokenInline | undefined): boolean {
  if (!isStyled(one) || !isStyled(other)) return false;
  return [one.kind, other.kind].includes('bold') && !/\s$/.test(one.text) && !/^\s/.test(other.text);
}

function isQuiet(inline: SpokenInline): inline is Styled {
  return typeof inline === 'object' && inline.kind === 'quiet';
}

type Styled = Extract<SpokenInline, { kind: 'bold' | 'quiet' | 'code' }>;

function isStyled(inline: SpokenInline | undefined): inline is Styled {
  return typeof inline === 'object' && ['bold', 'quiet', 'code'].includes(inline.kind);
}

function wordsOf(inline: SpokenInline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'moment') return '<t>';
  if ('id' in inline) return inline.id;
  return inline.text || (inline.kind === 'link' ? inline.url : '');
}

function inlineMarkdown(inline: SpokenInline, atStart: boolean): string {
  if (typeof inline === 'string') return escape(inline, atStart);
  switch (inline.kind) {
    case 'bold':
      return wrapped(inline.text, '**');
    case 'quiet':
      return wrapped(inline.text, '*');
    case 'code':
      return codeSpan(inline.text, atStart);
    case 'link':
      return link(inline.text, inline.url, atStart);
    case 'moment':
      return moment(inline.at);
    case 'channel':
      return channel(inline, atStart);
    case 'member':
    case 'group':
      return somebody(inline, atStart);
  }
}

/** Marks around the words, the spaces at their ends left outside, where they cannot break the marks. */
function wrapped(text: string, mark: string): string {
  const words = text.trim();
  const from = text.indexOf(words);
  const after = text.slice(from + words.length);
  return printable(text.slice(0, from)) + mark + escape(words, true) + mark + printable(after);
}

/** Code that would end its own span, or a link before it, is shown plain. */
function codeSpan(text: string, atStart: boolean): string {
  const words = oneLine(text);
  return /`|\]\(/.test(words) ? escape(words, atStart) : `\`${words}\``;
}

/** A masked link where Discord makes one: it wants http(s), and words without brackets that are no address themselves. */
function link(text: string, url: string, atStart: boolean): string {
  const words = oneLine(text);
  if (!isSafeUrl(url)) return escape(words, atStart);
  const isWeb = /^https?:/i.test(url);
  const target = url.toWellFormed().replace(/[()<>\\`|]/g, percent);
  const shown = isWeb ? `<${target}>` : escape(url, atStart);
  if (words === '' || words === url) return shown;
  const isMasked = isWeb && !/[[\]]|:\/\//.test(words);
  return isMasked ? `[${escape(words, true)}](${target})` : `${escape(words, atStart)} (${shown})`;
}

/** A mention, which is shown by the channel's name and leads there; an id that is none of this place's is told as it is. */
function channel({ id, name }: Extract<SpokenInline, { kind: 'channel' }>, atStart: boolean): string {
  if (/^\d{1,20}$/.test(id)) return `<#${id}>`;
  return escape(name === undefined ? id : `#${name}`, atStart);
}

/** A mention, which notifies nobody: every message says that none of its mentions do. */
function somebody(
  { kind, id }: Extract<SpokenInline, { kind: 'member' | 'group' }>,
  atStart: boolean,
): string {
  if (!/^\d{1,20}$/.test(id)) return escape(id, atStart);
  return kind === 'member' ? `<@${id}>` : `<@&${id}>`;
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** In the reader's own time, and how far away it is. */
function moment(at: number): string {
  const seconds = Math.floor(at / 1000);
  return `<t:${seconds}:F> (<t:${seconds}:R>)`;
}
