import { stemmer } from 'stemmer';
import { distance, sameDigits } from './distance.ts';
import { inverted, packed, valuesOf, type Lists } from './lists.ts';

/** A word of the index that a typed word may stand for. */
export interface WordMatch {
  readonly word: number;
  /** 1 for the same word, less for another form of it, a misspelling or a beginning, least for a look-alike. */
  readonly likeness: number;
}

/** Every word of every name, with what finds it. Word i has number i. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** The number of a word's stem: `engineer` and `engineering` share one. */
  readonly stemOf: Int32Array;
  id(word: string): number | undefined;
  /** Words that share three-letter pieces with `word`, itself included at likeness 1; likest first. */
  alike(word: string): readonly WordMatch[];
  /** Words within two typing mistakes; fewer in short words. */
  misspelt(word: string): readonly WordMatch[];
  /** Words that begin with `start`, itself left out. */
  beginningWith(start: string): readonly number[];
  /** Words that begin so but for a typing mistake or, in a longer start, two. */
  beginningAlmost(start: string): readonly WordMatch[];
}

/**
 * How like each other two forms of one word are, and how like a look-alike must be to count. Both chosen on the O*NET
 * titles (see `evidence.ts`), where anything from 0.8 to 0.95 and from 0.25 to 0.4 does as well.
 */
export const SAME_STEM = 0.85;
const LEAST_ALIKE = 0.35;
const MOST_ALIKE = 0.8;
const MAX_ALIKE = 30;

/** Builds the vocabulary over distinct `words`. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]));
  const stems = new Map<string, number>();
  const stemId = (word: string): number => {
    const stem = stemmer(word);
    const id = stems.get(stem) ?? stems.size;
    stems.set(stem, id);
    return id;
  };
  const stemOf = Int32Array.from(words, stemId);
  return {
    words,
    stemOf,
    id: (word) => ids.get(word),
    alike: lookAlikes(words, (word) => ({ id: ids.get(word), stem: stems.get(stemmer(word)) }), stemOf),
    misspelt: misspellings(words),
    beginningWith: beginnings(words),
    beginningAlmost: mistypedBeginnings(words),
  };
}

/** The pieces of `size` letters of a word, its two ends included, as numbers below PIECES. */
function pieces(word: string, size: number): number[] {
  const padded = ` ${word} `;
  const out = new Set<number>();
  for (let i = 0; i + size <= padded.length; i++) {
    let piece = 0;
    for (let j = i; j < i + size; j++) piece = Math.imul(piece, 37) + padded.charCodeAt(j);
    out.add(piece & (PIECES - 1));
  }
  return [...out];
}
/** Different pieces may share a number; with so many numbers few do. */
const PIECES = 1 << 15;

function lookAlikes(
  words: readonly string[],
  known: (word: string) => { readonly id: number | undefined; readonly stem: number | undefined },
  stemOf: Int32Array,
): Vocabulary['alike'] {
  const index = inverted(packed(words.map((word) => pieces(word, 3))), PIECES);
  const rarity = Float64Array.from({ length: PIECES }, (_, piece) => {
    const count = (index.starts[piece + 1] ?? 0) - (index.starts[piece] ?? 0);
    return Math.log(1 + words.length / Math.max(count, 0.5)) ** 2;
  });
  const size = (own: readonly number[]) =>
    Math.sqrt(own.reduce((sum, piece) => sum + (rarity[piece] ?? 0), 0));
  const sizes = Float64Array.from(words, (word) => size(pieces(word, 3)));
  const shared = new Float64Array(words.length);
  return (word) => {
    const own = pieces(word, 3);
    const whole = size(own);
    const { id: itself, stem } = known(word);
    const found: WordMatch[] = [];
    for (const id of gather(own, index, rarity, shared)) {
      const cosine = (shared[id] ?? 0) / (whole * (sizes[id] ?? 1));
      shared[id] = 0;
      const sameStem = stemOf[id] === stem;
      if (cosine < LEAST_ALIKE && !sameStem) continue;
      const form = sameStem ? SAME_STEM : Math.min(MOST_ALIKE, cosine);
      found.push({ word: id, likeness: id === itself ? 1 : form });
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.word - b.word).slice(0, MAX_ALIKE);
  };
}

/** Adds the rarity of every piece to the words that have it; gives the words touched. */
function gather(own: readonly number[], index: Lists, rarity: Float64Array, shared: Float64Array): number[] {
  const touched: number[] = [];
  for (const piece of own) {
    const weight = rarity[piece] ?? 0;
    const end = index.starts[piece + 1] ?? 0;
    for (let at = index.starts[piece] ?? 0; at < end; at++) {
      const id = index.values[at] ?? 0;
      if (shared[id] === 0) touched.push(id);
      shared[id] = (shared[id] ?? 0) + weight;
    }
  }
  return touched;
}

/** Most letters that may differ: none below four letters ("guy" is no GUI), one in words of four or five, two in longer ones. */
function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}

/** A pair of letters at a place of a word takes part in at most three pairs when it is mistyped (two letters swapped). */
const PAIRS_LOST = 3;

function misspellings(words: readonly string[]): Vocabulary['misspelt'] {
  const index = inverted(packed(words.map((word) => pieces(word, 2))), PIECES);
  const lengths = Uint8Array.from(words, ({ length }) => Math.min(255, length));
  const shared = new Uint8Array(words.length);
  return (word) => {
    const allowed = allowance(word.length);
    if (allowed === 0) return [];
    const own = pieces(word, 2);
    const touched: number[] = [];
    for (const piece of own) {
      for (const id of valuesOf(index, piece)) {
        if (Math.abs((lengths[id] ?? 0) - word.length) > allowed) continue;
        if (shared[id] === 0) touched.push(id);
        shared[id] = (shared[id] ?? 0) + 1;
      }
    }
    const found: WordMatch[] = [];
    for (const id of touched) {
      const pairs = Math.max(own.length, (lengths[id] ?? 0) + 1);
      if ((shared[id] ?? 0) >= pairs - PAIRS_LOST * allowed)
        found.push(...mistaken(word, words[id] ?? '', id, allowed));
      shared[id] = 0;
    }
    return found;
  };
}

function mistaken(typed: string, word: string, id: number, allowed: number): WordMatch[] {
  // The plural ending is gone from the words of the index, and from a typed word only where it stands at the end.
  const plural = typed.includes('s') ? distance(typed, `${word}s`, allowed) : allowed + 1;
  const apart = Math.min(distance(typed, word, allowed), plural);
  if (apart === 0 || apart > allowed || (apart > 1 && word.length < 5) || !sameDigits(typed, word)) return [];
  return [{ word: id, likeness: 1 - apart / Math.max(typed.length, word.length) }];
}

function beginnings(words: readonly string[]): Vocabulary['beginningWith'] {
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
  return (start) => {
    const out: number[] = [];
    for (let i = from(start); i < sorted.length; i++) {
      const id = sorted[i] ?? 0;
      if (!(words[id] ?? '').startsWith(start)) break;
      if (words[id] !== start) out.push(id);
    }
    return out;
  };
}

/** Fewest letters typed of a word whose beginning may be mistyped. */
const SHORTEST_START = 3;

function mistypedBeginnings(words: readonly string[]): Vocabulary['beginningAlmost'] {
  return (start) => {
    if (start.length < SHORTEST_START) return [];
    const allowed = Math.max(1, allowance(start.length));
    const found: WordMatch[] = [];
    words.forEach((word, id) => {
      // Most mistakes leave the first letter alone, or swap it with the second.
      if (word[0] !== start[0] && word[0] !== start[1]) return;
      const apart = startDistance(start, word, allowed);
      if (apart <= allowed && sameDigits(start, word.slice(0, start.length)))
        found.push({ word: id, likeness: 1 - apart / (start.length + 1) });
    });
    return found;
  };
}

/** Mistakes between what was typed and the nearest beginning of a word. */
function startDistance(start: string, word: string, most: number): number {
  const lengths = [start.length, start.length - 1, start.length + 1].filter(
    (length) => length <= word.length,
  );
  return Math.min(most + 1, ...lengths.map((length) => distance(start, word.slice(0, length), most)));
}

/** Order by code unit: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
