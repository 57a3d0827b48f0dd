import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { wordsOf } from '../../src/fit/clip.ts';
import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import { isSafeUrl } from '../../src/reply.ts';
import { memoised } from './memo.ts';
import { isMention } from './rich-text.ts';

type Mark = '*' | '_' | '`';

/** Words as Slack shows them one to one; for what has no markup. */
export function plainObject(words: string): PlainTextElement {
  // `emoji: false` keeps ":100:" from becoming a picture.
  return { type: 'plain_text', text: words, emoji: false };
}

/** Most characters of a text in a context block: https://docs.slack.dev/reference/block-kit/blocks/context-block */
const LONGEST = 3000;

/**
 * A text for a context block: as it is where it has no markup, marked where it has. Undefined where Slack would take
 * letters of the data for formatting (mrkdwn has no way to escape `*`, `_`, `~`, a backtick or `:100:`), or where it is too long.
 */
export const textObject = memoised((text: SpokenText): PlainTextElement | MrkdwnElement | undefined => {
  const isBare = text.every((inline) => typeof inline === 'string');
  const words = isBare ? plainWords(text).toWellFormed() : markUp(text);
  if (words.length > LONGEST || (!isBare && formatsByAccident(text, words))) return undefined;
  // `verbatim` keeps bare addresses and #names from becoming links.
  return isBare ? plainObject(words) : { type: 'mrkdwn', text: words, verbatim: true };
});

/** `&`, `<` and `>` are all there is to escape: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escaped(words: string): string {
  return plainWords([words])
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A text in Slack's mrkdwn, every word of it escaped. */
export function markUp(text: SpokenText): string {
  let line = '';
  let last: SpokenInline = '';
  for (const inline of text) {
    const next = draw(inline);
    if (next === '') continue;
    line += joint(line, last, inline, next) + next;
    last = inline;
  }
  return line;
}

/** Marks count only at the edge of a word; where nothing that is known to be one stands, a zero-width space makes it. */
function joint(before: string, last: SpokenInline, inline: SpokenInline, after: string): string {
  const end = before.slice(-1);
  const opens = !isStyled(inline) || /^(?:[\s.,([{!?=-]|$)/.test(end) || /^\s/.test(after);
  const closes = !isStyled(last) || /^[\s.,:;\])}!?=-]/.test(after) || /^\s/.test(end);
  return opens && closes ? '' : '\u200B';
}

function isStyled(inline: SpokenInline): boolean {
  return typeof inline === 'object' && ['bold', 'quiet', 'code'].includes(inline.kind);
}

function draw(inline: SpokenInline): string {
  if (typeof inline === 'string') return escaped(inline);
  switch (inline.kind) {
    case 'bold':
      return wrapped('*', inline.text);
    case 'quiet':
      return wrapped('_', inline.text);
    case 'code':
      return wrapped('`', inline.text);
    case 'link':
      return drawLink(inline.text, inline.url);
    case 'moment':
      return `<!date^${Math.floor(inline.at / 1000)}^{date_short_pretty} {time}|${escaped(plainWords([inline]))}>`;
    case 'channel':
      return isMention(inline) ? `<#${inline.id}>` : escaped(wordsOf(inline));
    case 'member':
      return isMention(inline) ? `<@${inline.id}>` : escaped(inline.id);
    case 'group':
      return isMention(inline) ? `<!subteam^${inline.id}>` : escaped(inline.id);
  }
}

/** Marks go line by line, and next to letters, not to spaces. */
function wrapped(mark: Mark, words: string): string {
  if (words.includes(mark)) return escaped(words);
  return escaped(words).replace(/[^\s][^\n]*[^\s]|[^\s]/gu, (run) => mark + run + mark);
}

function drawLink(words: string, url: string): string {
  const label = escaped(words).replace(/\s+/gu, ' ').trim();
  if (!isSafeUrl(url)) return label;
  const target = url
    .toWellFormed()
    .replace(/[<>|"\\\p{Control}]/gu, encodeURIComponent)
    .replaceAll('&', '&amp;');
  return label === '' ? `<${target}>` : `<${target}|${label}>`;
}

/** How a mark that Slack takes for formatting opens and closes: at the edges of words. */
interface Pair {
  readonly opens: RegExp;
  readonly closes: RegExp;
}

const PAIRS: ReadonlyMap<string, Pair> = new Map([
  ...['*', '_', '~'].map((mark) => [mark, atEdges(`[${mark}]`)] as const),
  ['`', { opens: /`/u, closes: /`/gu }],
]);

function atEdges(mark: string): Pair {
  return {
    opens: new RegExp(`(?<![\\p{L}\\p{N}])${mark}(?=\\S)`, 'u'),
    closes: new RegExp(`(?<=\\S)${mark}(?![\\p{L}\\p{N}])`, 'gu'),
  };
}

/** Whether a mark opens and, with a letter between, closes in one line. One pattern for both would read a line once for each mark. */
function isPaired(marked: string, { opens, closes }: Pair): boolean {
  return marked.split('\n').some((line) => {
    const from = line.search(opens);
    if (from === -1) return false;
    let to = 0;
    for (const { index } of line.matchAll(closes)) to = index;
    return to > from + 1;
  });
}

/** The name of a picture: with a letter in it, custom ones in any script, or one of the few without. */
const EMOJI = /:(?:(?=[^:]*\p{L})[\p{L}\p{M}\p{N}_+'-]+|100|1234|\+1|-1):/u;
const QUOTE = /^[ \t*_]*(?:&gt;|＞)/mu;

function formatsByAccident(text: SpokenText, marked: string): boolean {
  if (QUOTE.test(marked)) return true;
  const data = text.map((inline) => (isLiteral(inline) ? '' : wordsOf(inline)));
  if (data.some((words) => EMOJI.test(words))) return true;
  return [...PAIRS].some(
    ([mark, pair]) => data.some((words) => words.includes(mark)) && isPaired(marked, pair),
  );
}

/** Between backticks nothing is formatted; a mention is ours, whatever its name. */
function isLiteral(inline: SpokenInline): boolean {
  if (typeof inline === 'string') return false;
  return isMention(inline) || (inline.kind === 'code' && !inline.text.includes('`'));
}
