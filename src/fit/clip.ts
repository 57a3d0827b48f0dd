import type { Inline, Text } from '../reply.ts';

/** The size of a text as it will be sent, escaping included. */
export type Measure = (text: Text) => number;

const ELLIPSIS = '…';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in two: what fits within `max` as measured, and the rest. Cuts between words; never in a number or a link. */
export function splitText(text: Text, max: number, measure: Measure): readonly [Text, Text] {
  if (measure(text) <= max) return [text, []];
  const words = text.flatMap(toWords);
  const count = longestFit(words.length, (n) => measure(joinWords(words.slice(0, n))) <= max);
  return count > 0
    ? [joinWords(words.slice(0, count)), joinWords(words.slice(count))]
    : splitWord(words, max, measure);
}

/** The text, cut at a word with an ellipsis where it is too long. */
export function clipText(text: Text, max: number, measure: Measure): Text {
  if (measure(text) <= max) return text;
  const [head] = splitText(text, max - measure([ELLIPSIS]), measure);
  const last = head.at(-1);
  const kept = typeof last === 'string' ? [...head.slice(0, -1), last.trimEnd()] : head;
  return joinWords([...kept, ELLIPSIS]);
}

/** The same for plain words that are shown without markup, such as a label. Counts UTF-16 units. */
export function clipWords(words: string, max: number): string {
  return clipText([words], max, countWords).map(wordsOf).join('');
}

/** What a reader sees of an inline, without markup. */
export function wordsOf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  return inline.kind === 'moment' ? new Date(inline.at).toISOString() : inline.text;
}

function countWords(text: Text): number {
  return text.map(wordsOf).join('').length;
}

/** Strings and styled runs fall apart into words with the space after them; code, links and moments stay whole. */
function toWords(inline: Inline): Inline[] {
  if (typeof inline === 'string') return inline.match(/\s*\S+\s*|\s+/gu) ?? [];
  if (!isStyled(inline)) return [inline];
  return (inline.text.match(/\s*\S+\s*|\s+/gu) ?? []).map((text) => ({ kind: inline.kind, text }));
}

type Styled = Extract<Inline, { text: string; url?: never }>;

function isStyled(inline: Inline | undefined): inline is Styled {
  return typeof inline === 'object' && (inline.kind === 'bold' || inline.kind === 'quiet');
}

function joinWords(words: readonly Inline[]): Text {
  const joined: Inline[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const pair = last === undefined ? undefined : joinPair(last, word);
    if (pair === undefined) joined.push(word);
    else joined[joined.length - 1] = pair;
  }
  return joined;
}

function joinPair(last: Inline, word: Inline): Inline | undefined {
  if (typeof last === 'string' && typeof word === 'string') return last + word;
  if (!isStyled(last) || !isStyled(word) || last.kind !== word.kind) return undefined;
  return { kind: last.kind, text: last.text + word.text };
}

/** A word longer than the whole room is cut between graphemes, as plain words: there is no better place. */
function splitWord(words: readonly Inline[], max: number, measure: Measure): readonly [Text, Text] {
  const [first = '', ...rest] = words;
  const letters = Array.from(segmenter.segment(wordsOf(first)), (part) => part.segment);
  const fits = longestFit(letters.length, (n) => measure([letters.slice(0, n).join('')]) <= max);
  const count = Math.max(1, fits);
  return [[letters.slice(0, count).join('')], joinWords([letters.slice(count).join(''), ...rest])];
}

/** The largest n in 0…limit for which `fits` holds; `fits` must be monotone. */
export function longestFit(limit: number, fits: (n: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
