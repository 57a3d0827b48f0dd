import { coreOf, tokensOf } from './around.ts';
import { inEnglish } from './contained.ts';
import type { Corpus } from './corpus.ts';
import { normalise } from './normalise.ts';
import { isOrdinary } from './ordinary.ts';
import { joined, parted, tellingWords, writtenOut } from './phrases.ts';
import { singularWord } from './spelling.ts';
import { termOf, type Term } from './term.ts';
import { FILLERS, STOPWORDS } from './words.ts';

/** One reading of what was typed. */
export interface Reading {
  readonly text: string;
  /** Its words without those that say nothing, short forms written out: as names are searched. */
  readonly name: string;
  readonly terms: readonly Term[];
  /** The number of the last word's stem; -1 where no name has it. */
  readonly lastStem: number;
}

/**
 * What was typed, in the ways it may be read: as it stands, with joined words parted, with parted words joined, without
 * what stands around a name, and in English.
 */
export function textsOf(typed: string, corpus: Corpus): readonly string[] {
  const plain = normalise(typed);
  const known = (word: string) => corpus.vocabulary.id(word) !== undefined || corpus.shortForms.has(word);
  const part = (word: string) =>
    word.length > 1 && (known(word) || known(singularWord(word)) || STOPWORDS.has(word));
  const apart = plain
    .split(' ')
    .map((word) => (word.length < 4 || known(word) ? word : normalise(parted(word, part) ?? word)))
    .join(' ');
  const together = joined(plain, (word) => corpus.vocabulary.id(normalise(word)) !== undefined);
  const core = coreOf(tokensOf(typed));
  const others = core.length === 0 ? [] : [core.join(' '), ...inEnglish(core, corpus)];
  return [...new Set([plain, apart, together, ...others])];
}

/** Whether a text has a word that no name has; `english` where such a word is an English one, and so no misspelling. */
export function strangeness(
  text: string,
  { vocabulary, shortForms }: Corpus,
): 'none' | 'strange' | 'english' {
  const strange = text
    .split(' ')
    .filter((word) => vocabulary.id(word) === undefined && !shortForms.has(word));
  if (strange.length === 0) return 'none';
  return strange.some(isOrdinary) ? 'english' : 'strange';
}

/** Looks every word of a text up, the last one as a beginning where it is `unfinished`. */
export function read(
  text: string,
  corpus: Corpus,
  { unfinished, isForeign }: { readonly unfinished: boolean; readonly isForeign: (word: string) => boolean },
): Reading {
  const words = tellingWords(writtenOut(text, corpus.shortForms));
  const distinct = [...new Set(words)];
  const filling = distinct.every((word) => FILLERS.has(word) || STOPWORDS.has(word));
  const terms = distinct.map((word, i) => {
    return termOf(word, corpus, {
      unfinished: unfinished && i === distinct.length - 1,
      filling,
      foreign: isForeign(word),
    });
  });
  const last = terms.at(-1)?.meant[0];
  return {
    text,
    name: words.join(' '),
    terms,
    lastStem: last === undefined ? -1 : (corpus.vocabulary.stemOf[last.word] ?? -1),
  };
}
