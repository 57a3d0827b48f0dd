import { inverted, packed, valuesOf, type Lists } from './lists.ts';
import { distance } from './distance.ts';

/** A word of the index that a typed word may stand for; `likeness` is 1 for the same word, less for a guess. */
export interface WordMatch {
  readonly word: number;
  readonly likeness: number;
}

/** Every word of every name, with what finds it: itself, its beginning, or a misspelling. */
export interface Vocabulary {
  readonly words: readonly string[];
  id(word: string): number | undefined;
  /** Words that begin with `start`, `start` itself left out; at most `limit`. */
  beginningWith(start: string, limit: number): readonly number[];
  /** Words within a typing mistake or two. */
  misspelt(word: string): readonly WordMatch[];
}

/** Most letters that may differ: one in words of three to five letters, two in longer ones. */
function allowance(length: number): number {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

/** Pairs of letters in a word, its two ends included, as small numbers. Different pairs may share a number. */
function pairs(word: string): number[] {
  const padded = ` ${word} `;
  const out = new Set<number>();
  for (let i = 0; i + 1 < padded.length; i++) {
    out.add((padded.charCodeAt(i) * 31 + padded.charCodeAt(i + 1)) & (PAIRS - 1));
  }
  return [...out];
}
const PAIRS = 4096;

function similarWords(words: readonly string[], index: Lists): (word: string) => WordMatch[] {
  const shared = new Uint8Array(words.length);
  return (word) => {
    const allowed = allowance(word.length);
    if (allowed === 0) return [];
    const wanted = pairs(word);
    const needed = Math.max(1, wanted.length - 3 * allowed);
    const touched: number[] = [];
    for (const pair of wanted) {
      for (const id of valuesOf(index, pair)) {
        const count = (shared[id] ?? 0) + 1;
        shared[id] = count;
        if (count === needed) touched.push(id);
      }
    }
    for (const pair of wanted) for (const id of valuesOf(index, pair)) shared[id] = 0;
    return touched.flatMap((id) => {
      const other = words[id] ?? '';
      if (Math.abs(other.length - word.length) > allowed) return [];
      const apart = distance(word, other, allowed);
      if (apart === 0 || apart > Math.min(allowed, allowance(other.length))) return [];
      return [{ word: id, likeness: 1 - apart / (Math.max(word.length, other.length) + 1) }];
    });
  };
}

/** Builds the vocabulary over distinct `words`; word i has id i. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]));
  const index = inverted(packed(words.map(pairs)), PAIRS);
  const sorted = words.map((_, id) => id).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  const from = (start: string): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[sorted[middle] ?? 0] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    words,
    id: (word) => ids.get(word),
    beginningWith(start, limit) {
      const out: number[] = [];
      for (let i = from(start); i < sorted.length && out.length < limit; i++) {
        const id = sorted[i] ?? 0;
        if (!(words[id] ?? '').startsWith(start)) break;
        if (words[id] !== start) out.push(id);
      }
      return out;
    },
    misspelt: similarWords(words, index),
  };
}

/** Order by code unit: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
