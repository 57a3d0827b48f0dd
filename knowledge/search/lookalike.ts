import Fuse from 'fuse.js';
import type { Corpus } from './corpus.ts';
import { distance, sameDigits } from './distance.ts';
import { valuesOf } from './lists.ts';

/** An entry with a name that looks like what was typed, letter by letter; `likeness` is 1 for the same letters. */
interface Lookalike {
  readonly owner: number;
  readonly likeness: number;
  /** Whether every word of it is the typed one but for a slip or two, and so may be meant; else it is only to be asked about. */
  readonly sure: boolean;
}

/** Finds entries by the look of their whole names, spaces left out: the last resort, when words explain too little. */
export type FindLookalikes = (text: string) => readonly Lookalike[];

/** Shortest text, in letters, that is compared by its look: in shorter ones one mistake makes too many other names. */
const SHORTEST = 3;
/** The part of the letters that may be mistaken. */
const MISTAKEN = 0.25;
const MOST_MISTAKES = 4;
/** A likeness that is sure whatever the words: one letter of seven. Below it one letter of so many in each word may differ. */
const SURE = 0.85;
const SLIP = 3;
/** Most names whose mistakes are counted; fuse.js, which takes ten times as long for each, ranks those with few enough. */
const SHORTLIST = 60;

interface Name {
  readonly id: number;
  readonly text: string;
  readonly like: number;
}

/** Which letters and which pairs of letters each name has, as bits, so that few operations rule most names out. */
interface Looks {
  readonly written: readonly string[];
  readonly names: readonly string[];
  readonly letters: Int32Array;
  readonly pairs: Int32Array;
  readonly lengths: Uint8Array;
}

function looksOf(corpus: Corpus): Looks {
  const written = [...corpus.written.keys()];
  const names = written.map(squashed);
  return {
    written,
    names,
    letters: Int32Array.from(names, letterMask),
    pairs: Int32Array.from(names, pairMask),
    lengths: Uint8Array.from(names, ({ length }) => Math.min(255, length)),
  };
}

/** Finds look-alikes. The looks of all names are noted when one is first looked for: few questions come to that. */
export function createLookalikes(corpus: Corpus): FindLookalikes {
  let looks: Looks | undefined;
  return (text) => {
    const typed = squashed(text);
    if (typed.length < SHORTEST) return [];
    looks ??= looksOf(corpus);
    const most = Math.min(MOST_MISTAKES, Math.max(1, Math.floor(typed.length * MISTAKEN)));
    const near = shortlist(typed, most, looks).filter(({ like }) => like > 0);
    const { written } = looks;
    const isSure = ({ id, like }: Name) => like >= SURE || sameWords(text, written[id] ?? '');
    return byOwner(new Fuse(near, FUSE).search(typed), isSure, corpus);
  };
}

/** The names that have about the same letters, likest first. */
function shortlist(typed: string, most: number, { names, letters, pairs, lengths }: Looks): Name[] {
  const own = [letterMask(typed), pairMask(typed)] as const;
  const buckets: number[][] = [];
  for (let id = 0; id < lengths.length; id++) {
    if (Math.abs((lengths[id] ?? 0) - typed.length) > most) continue;
    const apart = bits((letters[id] ?? 0) ^ own[0]);
    if (apart <= 2 * most) (buckets[apart + bits((pairs[id] ?? 0) ^ own[1])] ??= []).push(id);
  }
  const nearest = buckets.flat().slice(0, SHORTLIST);
  return nearest.map((id) => ({ id, text: names[id] ?? '', like: likeness(typed, names[id] ?? '', most) }));
}

const FUSE = { keys: ['text'], threshold: 0.4, distance: 30, ignoreFieldNorm: true };

/** fuse.js orders, but its score is no measure: it counts swapped letters twice, and letters to spare not at all. */
function likeness(typed: string, name: string, most: number): number {
  const mistakes = distance(typed, name, most);
  return mistakes > most || !sameDigits(typed, name) ? 0 : 1 - mistakes / Math.max(typed.length, name.length);
}

function byOwner(
  ranked: readonly { readonly item: Name }[],
  isSure: (name: Name) => boolean,
  corpus: Corpus,
): Lookalike[] {
  const best = new Map<number, Lookalike>();
  for (const { item } of ranked) {
    for (const owner of valuesOf(corpus.writtenOwners, item.id))
      if (item.like > (best.get(owner)?.likeness ?? 0))
        best.set(owner, { owner, likeness: item.like, sure: isSure(item) });
  }
  return [...best.values()];
}

/** Whether two texts have the same words but for a slip of every third letter: a recruiter is no mistyped writer. */
function sameWords(text: string, name: string): boolean {
  const [typed, words] = [text.split(' '), name.split(' ')];
  return (
    typed.length === words.length &&
    typed.every((word, i) => distance(word, words[i] ?? '', MOST_MISTAKES) * SLIP <= word.length)
  );
}

function squashed(name: string): string {
  return name.replaceAll(' ', '');
}

/** A bit for each letter, and a few for all other characters. */
function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97;
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (text.charCodeAt(i) % 5));
  }
  return mask;
}

/** A bit for each pair of neighbouring letters, which many pairs share. */
function pairMask(text: string): number {
  let mask = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    mask |= 1 << (Math.imul(text.charCodeAt(i) * 31 + text.charCodeAt(i + 1), 0x9e3779b1) >>> 27);
  }
  return mask;
}

function bits(value: number): number {
  let x = value - ((value >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
