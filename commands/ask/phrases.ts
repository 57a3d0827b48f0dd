import { normalise } from '../../knowledge/search/index.ts';
import { ORDINARY } from './ordinary.ts';
import { distance } from '../../knowledge/search/distance.ts';

/**
 * The words of a question as phrases have them, typing mistakes in words of the `vocabulary` mended. A word that is
 * nearer to one of `names` is part of a misspelt name: "enginner".
 */
export function plainWords(
  typed: readonly string[],
  vocabulary: ReadonlySet<string>,
  names: ReadonlySet<string>,
): string[] {
  return typed.map((word) => {
    const typedPlain = normalise(word);
    const plain = SLANG.get(typedPlain) ?? typedPlain;
    if (ORDINARY.has(word.toLowerCase())) return plain;
    if (vocabulary.has(plain) || names.has(plain) || word.length < SHORTEST) return plain;
    const near = nearestTo(plain, vocabulary);
    const name = nearestTo(plain, names);
    return near === undefined || (name !== undefined && name.apart < near.apart) ? plain : near.word;
  });
}

/** How words are typed in haste. */
const SLANG: ReadonlyMap<string, string> = new Map([
  ['wat', 'what'],
  ['wut', 'what'],
  ['wht', 'what'],
  ['hw', 'how'],
  ['r', 'are'],
  ['u', 'you'],
  ['ur', 'your'],
  ['diff', 'difference'],
  ['thx', 'thank'],
  ['ty', 'thank'],
  ['yr', 'year'],
  ['ppl', 'people'],
  ['wich', 'which'],
  ['whch', 'which'],
  ['abt', 'about'],
  ['whr', 'where'],
  ['wen', 'when'],
  ['gud', 'good'],
  ['lrn', 'learn'],
  ['wrk', 'work'],
  ['beginer', 'beginner'],
  ['hrs', 'hour'],
  ['til', 'until'],
  ['becoming', 'become'],
  ['studying', 'study'],
  ['getting', 'get'],
  ['becum', 'become'],
  ['sal', 'salary'],
  ['exp', 'experience'],
  ['cash', 'money'],
  ['bucks', 'money'],
  ['dough', 'money'],
  ['w', 'with'],
  ['gotta', 'must'],
  ['maths', 'math'],
]);

/** How much phrases say of these words: the longest first, no word twice; two words say three times as much as one. */
export function weightOf(phrases: readonly Phrase[], words: readonly string[]): number {
  const taken = new Set<number>();
  let weight = 0;
  for (const phrase of phrases) {
    const parts = phrase.words;
    const at = placeOf(parts, words, taken);
    if (at === undefined) continue;
    for (let i = 0; i < parts.length; i += 1) taken.add(at + i);
    weight += phrase.weight;
  }
  return weight;
}

/** Whether the words have any of the phrases in them. */
export function says(phrases: readonly Phrase[], words: readonly string[]): boolean {
  return weightOf(phrases, words) > 0;
}

/** Words in a row that people ask with, and how much they say. */
export interface Phrase {
  readonly words: readonly string[];
  readonly weight: number;
}

/** What a word says that names the very thing, such as `salary!`. */
export const STRONG = 6;

/** Phrases as a table writes them, `a; b c; d!`, in the form in which they are compared, the weightiest first. */
export function phrasesOf(table: string): Phrase[] {
  const phrases = table.split(';').map((written) => {
    const words = normalise(written).split(' ');
    const strong = written.trim().endsWith('!') ? STRONG - 1 : 0;
    return { words, weight: 2 * words.length - 1 + strong };
  });
  return phrases.sort((a, b) => b.weight - a.weight);
}

function placeOf(
  phrase: readonly string[],
  words: readonly string[],
  taken: ReadonlySet<number>,
): number | undefined {
  const at = words.findIndex((_, start) =>
    phrase.every((word, i) => words[start + i] === word && !taken.has(start + i)),
  );
  return at === -1 ? undefined : at;
}

/** Shorter words are too easily other words. */
const SHORTEST = 5;

function nearestTo(
  word: string,
  vocabulary: ReadonlySet<string>,
): { readonly word: string; readonly apart: number } | undefined {
  let best: string | undefined;
  let nearest = word.length < 8 ? 1 : 2;
  for (const known of vocabulary) {
    if (known.length < SHORTEST) continue;
    const apart = distance(word, known, nearest);
    if (apart > nearest || (best !== undefined && apart === nearest)) continue;
    best = known;
    nearest = apart;
  }
  return best === undefined ? undefined : { word: best, apart: nearest };
}
