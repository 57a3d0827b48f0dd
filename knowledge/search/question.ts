import type { Corpus } from './corpus.ts';
import { normalise } from './normalise.ts';
import { longForm, parted, splitWords } from './phrases.ts';
import type { WordMatch } from './vocabulary.ts';
import { OPTIONAL } from './words.ts';

/** A typed word: how much it tells, and the words of the index it may stand for, likeliest first. */
export interface Term {
  readonly weight: number;
  readonly optional: boolean;
  readonly matches: readonly WordMatch[];
}

/** One reading of what was typed. */
export interface Reading {
  readonly text: string;
  readonly terms: readonly Term[];
}

/** The readings of what was typed: as it stands, joined words parted, short forms written out. */
export function readings(typed: string, corpus: Corpus, unfinished: boolean): readonly Reading[] {
  const plain = normalise(typed);
  const known = (part: string) => part.length > 1 && corpus.vocabulary.id(part) !== undefined;
  const apart = plain
    .split(' ')
    .map((word) => (word.length < 4 || known(word) ? word : (parted(word, known) ?? word)))
    .join(' ');
  const texts = new Set([plain, apart, longForm(plain), longForm(apart)]);
  return [...texts].map((text) => ({ text, terms: termsOf(text, corpus, unfinished) }));
}

function termsOf(text: string, corpus: Corpus, unfinished: boolean): Term[] {
  const words = splitWords(text);
  return words.map((word, i) => {
    const matches = matchesOf(word, corpus, unfinished && i === words.length - 1);
    const best = matches[0];
    const weight = best === undefined ? corpus.unknownWeight : (corpus.weightOf[best.word] ?? 0);
    const guess = best !== undefined && best.likeness < 1;
    return {
      weight: guess ? Math.max(weight, corpus.unknownWeight / 2) : weight,
      optional: OPTIONAL.has(word),
      matches,
    };
  });
}

/** Most words that one typed word may be the beginning of. */
const MAX_COMPLETIONS = 40;

function matchesOf(word: string, corpus: Corpus, unfinished: boolean): WordMatch[] {
  const { vocabulary } = corpus;
  const id = vocabulary.id(word);
  const found: WordMatch[] = id === undefined ? [] : [{ word: id, likeness: 1 }];
  if (unfinished || word.length > 2) {
    for (const longer of vocabulary.beginningWith(word, MAX_COMPLETIONS)) {
      const share = word.length / (vocabulary.words[longer]?.length ?? 1);
      found.push({ word: longer, likeness: unfinished ? 0.8 + 0.19 * share : 0.5 + 0.4 * share });
    }
  }
  if (id === undefined) found.push(...vocabulary.misspelt(word));
  return found.sort((a, b) => b.likeness - a.likeness || a.word - b.word);
}
