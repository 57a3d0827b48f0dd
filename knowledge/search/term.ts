import type { Corpus } from './corpus.ts';
import { rarity } from './corpus-words.ts';
import { isOrdinary } from './ordinary.ts';
import { SAME_STEM, type WordMatch } from './vocabulary.ts';
import { FILLERS, RANKS, STOPWORDS } from './words.ts';

/** A typed word. */
export interface Term {
  /** How much it tells: high where few names have it. */
  readonly weight: number;
  /** The part of it that counts: 1, less for a rank, next to nothing for a word around the name. */
  readonly share: number;
  /** Words it stands for: itself, other forms of it, misspellings, beginnings; likeliest first. */
  readonly meant: readonly WordMatch[];
  /** Words it looks like, `meant` included: they help to rank but explain nothing. */
  readonly alike: readonly WordMatch[];
}

/** How a word is read: as a beginning; as part of the name where words around a name are all there is. */
interface Manner {
  readonly unfinished: boolean;
  readonly filling: boolean;
  /** Whether it is known to mean something that no entry is named after, and so is no misspelling. */
  readonly foreign: boolean;
}

/** Of a rank's weight and of a filler's, the part that counts. */
const RANK_SHARE = 0.5;
const FILLER_SHARE = 0.1;
/** Letters of a word that weighs in full though no name has it. */
const FULL_LENGTH = 6;

/** Looks a typed word up. */
export function termOf(word: string, corpus: Corpus, manner: Manner): Term {
  const { filling } = manner;
  const similar = corpus.vocabulary.alike(word);
  const meant = meanings(word, similar, corpus, manner);
  const likeliest = corpus.vocabulary.id(word) ?? meant[0]?.word;
  const stem =
    likeliest === undefined ? corpus.stemCounts.length : (corpus.vocabulary.stemOf[likeliest] ?? 0);
  // A word that no name has weighs as much as its letters, unless it is English: a stray one or two are more often a slip.
  const strange = likeliest === undefined && !isOrdinary(word);
  const weighs = strange ? Math.min(1, word.length / FULL_LENGTH) : 1;
  const share = shareOf(word, filling);
  return {
    weight: rarity(corpus.stemCounts[stem] ?? 0, corpus) * weighs * share,
    share,
    meant,
    alike: likeliestOf([...meant, ...similar]),
  };
}

function shareOf(word: string, filling: boolean): number {
  if ((FILLERS.has(word) || STOPWORDS.has(word)) && !filling) return FILLER_SHARE;
  return RANKS.has(word) ? RANK_SHARE : 1;
}

/** The words of the index that a typed word stands for, likeliest first. */
function meanings(
  word: string,
  similar: readonly WordMatch[],
  corpus: Corpus,
  { unfinished, foreign }: Manner,
): readonly WordMatch[] {
  const found = similar.filter(({ likeness }) => likeness >= SAME_STEM);
  if (word.length > 2 || unfinished) found.push(...completions(word, corpus, unfinished));
  if (found.length === 0 && unfinished) found.push(...corpus.vocabulary.beginningAlmost(word));
  if (found.length === 0 && !foreign) found.push(...mistakes(word, corpus));
  return likeliestOf(found);
}

/** Beginnings: the likeness at nothing typed and what writing it out adds, where typing goes on and where it does not. */
const UNFINISHED = { least: 0.8, more: 0.19 };
const CUT_OFF = { least: 0.72, more: 0.23 };
/** How much less likely an English word, and a word of the index, is the beginning of another. */
const ORDINARY_CUT = 0.85;
const KNOWN_CUT = 0.7;

function completions(word: string, corpus: Corpus, unfinished: boolean): WordMatch[] {
  const { vocabulary } = corpus;
  const { least, more } = unfinished ? UNFINISHED : CUT_OFF;
  const doubt = unfinished ? 1 : cutDoubt(word, corpus);
  return vocabulary.beginningWith(word).map((longer) => {
    const share = word.length / (vocabulary.words[longer]?.length ?? 1);
    return { word: longer, likeness: (least + more * share) * doubt };
  });
}

function cutDoubt(word: string, { vocabulary }: Corpus): number {
  if (vocabulary.id(word) !== undefined) return KNOWN_CUT;
  return isOrdinary(word) ? ORDINARY_CUT : 1;
}

/** How much less likely an English word is a typing mistake. */
const ORDINARY_MISTAKE = 0.7;

function mistakes(word: string, { vocabulary }: Corpus): WordMatch[] {
  const doubt = isOrdinary(word) ? ORDINARY_MISTAKE : 1;
  return vocabulary.misspelt(word).map((match) => ({ ...match, likeness: match.likeness * doubt }));
}

/** Each word once, at its greatest likeness, likeliest first. */
function likeliestOf(matches: readonly WordMatch[]): WordMatch[] {
  const seen = new Set<number>();
  return matches
    .toSorted((a, b) => b.likeness - a.likeness || a.word - b.word)
    .filter(({ word }) => !seen.has(word) && seen.add(word));
}

/** In how many names a word, in any of its forms, is found. */
export function frequency(word: number, corpus: Corpus): number {
  return corpus.stemCounts[corpus.vocabulary.stemOf[word] ?? 0] ?? 0;
}
