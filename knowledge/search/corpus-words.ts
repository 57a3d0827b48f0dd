import type { Lists } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of all names, as numbers: what is learnt from them, and what a corpus has besides. */
export interface CorpusWords {
  /** How many entries and how many distinct names there are. */
  readonly entries: number;
  readonly names: number;
  readonly vocabulary: Vocabulary;
  /** The words of each name, and the names with each word. */
  readonly wordsOf: Lists;
  readonly namesWith: Lists;
  readonly ownersOf: Lists;
  /** In how many names a word with this stem is found. */
  readonly stemCounts: Int32Array;
}

/** How much a word tells that `count` names have; a word that none has tells most. */
export function rarity(count: number, corpus: Pick<CorpusWords, 'names'>): number {
  return Math.log(1 + corpus.names / Math.max(count, 0.5));
}
