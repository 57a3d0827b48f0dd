import type { SpokenInline, SpokenText } from '../message/speak.ts';

/** The size of a text as it will be sent, escaping included. */
export type Measure = (text: SpokenText) => number;

const ELLIPSIS = '…';
/** Made when a word has to be cut, which is seldom: it takes 5 ms. */
let segmenter: Intl.Segmenter | undefined;

/**
 * A word with the spaces around it. Spaces that must not break (as in `1 000`) are part of it, and so is a dash
 * between two figures, so that a range such as `$155K – $200K` is never shown by half.
 */
const WORD =
  /[ \t\r\n]*[^ \t\r\n]+(?:(?<=\d[^ \t\r\n]*)[ \t]+[-–—][ \t]+(?=[^ \t\r\n\d]{0,3}\d)[^ \t\r\n]+)*[ \t\r\n]*|[ \t\r\n]+/gu;

/** A text in two: what fits within `max` as measured, and the rest. Cuts between words; never in a number or a link. */
export function splitText(
  text: SpokenText,
  max: number,
  measure: Measure,
): readonly [SpokenText, SpokenText] {
  if (measure(text) <= max) return [text, []];
  const [head, rest] = takeWords(text.flatMap(toWords), max, measure);
  return [head, joinWords(rest)];
}

/** A text in as many parts as it takes, each within `max` as measured. */
export function splitAll(text: SpokenText, max: number, measure: Measure): SpokenText[] {
  if (text.length === 0 || measure(text) <= max) return text.length === 0 ? [] : [text];
  const parts: SpokenText[] = [];
  for (let rest: readonly SpokenInline[] = text.flatMap(toWords); rest.length > 0;) {
    const [head, tail] = takeWords(rest, Math.max(1, max), measure);
    parts.push(head);
    rest = tail;
  }
  return parts;
}

/** As many words as fit, joined, and the words after them. */
function takeWords(
  words: readonly SpokenInline[],
  max: number,
  measure: Measure,
): [SpokenText, readonly SpokenInline[]] {
  const count = longestFit(words.length, (n) => measure(joinWords(words.slice(0, n))) <= max);
  if (count > 0) return [joinWords(words.slice(0, count)), words.slice(count)];
  const [first = '', ...rest] = words;
  const [head, tail] = splitWord(wordsOf(first), max, measure);
  return [[head], tail === '' ? rest : [tail, ...rest]];
}

/** The text, cut at a word with an ellipsis where it is too long. */
export function clipText(text: SpokenText, max: number, measure: Measure): SpokenText {
  if (measure(text) <= max) return text;
  const [head] = splitText(text, max - measure([ELLIPSIS]), measure);
  const last = head.at(-1);
  const kept = typeof last === 'string' ? [...head.slice(0, -1), last.trimEnd()] : head;
  return joinWords([...kept, ELLIPSIS]);
}

/** The same for plain words that are shown without markup, such as a label. Counts UTF-16 units unless told how. */
export function clipWords(words: string, max: number, measure: (words: string) => number = length): string {
  if (measure(words) <= max) return words;
  return clipText([words], max, (text) => measure(text.map(wordsOf).join('')))
    .map(wordsOf)
    .join('');
}

function length(words: string): number {
  return words.length;
}

/** What a reader sees of an inline, without markup. */
export function wordsOf(inline: SpokenInline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'moment') return new Date(inline.at).toISOString();
  if (inline.kind === 'channel') return inline.name === undefined ? inline.id : `#${inline.name}`;
  return 'id' in inline ? inline.id : inline.text;
}

/** Strings and styled runs fall apart into words with the space after them; code, links, moments and channels stay whole. */
function toWords(inline: SpokenInline): SpokenInline[] {
  if (typeof inline === 'string') return inline.match(WORD) ?? [];
  if (!isStyled(inline)) return [inline];
  return (inline.text.match(WORD) ?? []).map((text) => ({ kind: inline.kind, text }));
}

type Styled = Extract<SpokenInline, { text: string; url?: never }>;

function isStyled(inline: SpokenInline | undefined): inline is Styled {
  return typeof inline === 'object' && (inline.kind === 'bold' || inline.kind === 'quiet');
}

function joinWords(words: readonly SpokenInline[]): SpokenText {
  const joined: SpokenInline[] = [];
  for (const word of words) {
    const pair = joinPair(joined.at(-1), word);
    if (pair === undefined) joined.push(word);
    else joined[joined.length - 1] = pair;
  }
  return joined;
}

function joinPair(last: SpokenInline | undefined, word: SpokenInline): SpokenInline | undefined {
  if (typeof last === 'string' && typeof word === 'string') return last + word;
  if (!isStyled(last) || !isStyled(word) || last.kind !== word.kind) return undefined;
  return { kind: last.kind, text: last.text + word.text };
}

/** A word longer than the whole room is cut between graphemes, as plain words: there is no better place. */
function splitWord(word: string, max: number, measure: Measure): [string, string] {
  // Rendered, a word is never shorter than it is: no more of it than this can fit.
  const near = word.slice(0, max + 1);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const graphemes = Array.from(segmenter.segment(near), (part) => part.segment);
  // A grapheme has no largest size: one letter may carry a thousand marks.
  const head =
    fitting(graphemes, max, measure) || fitting(Array.from(near), max, measure) || near.slice(0, 1);
  return [head, word.slice(head.length)];
}

function fitting(letters: readonly string[], max: number, measure: Measure): string {
  const count = longestFit(letters.length, (n) => measure([letters.slice(0, n).join('')]) <= max);
  return letters.slice(0, count).join('');
}

/** The largest n in 0…limit for which `fits` holds; `fits` must be monotone. Looks near 0 first: long rests are common. */
export function longestFit(limit: number, fits: (n: number) => boolean): number {
  let low = 0;
  let high = Math.min(1, limit);
  while (high < limit && fits(high)) {
    low = high;
    high = Math.min(limit, high * 2);
  }
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
