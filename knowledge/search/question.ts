import type { Corpus } from './corpus.ts';
import { normalise } from './normalise.ts';
import { isOrdinary } from './ordinary.ts';
import { joined, parted, tellingWords, writtenOut } from './phrases.ts';
import { singularWord } from './spelling.ts';
import { termOf, type Term } from './term.ts';
import { SAME_STEM } from './vocabulary.ts';
import { FILLERS, RANKS, STOPWORDS } from './words.ts';

/** One reading of what was typed. */
export interface Reading {
  readonly text: string;
  readonly terms: readonly Term[];
  /** The number of the last word's stem; -1 where no name has it. */
  readonly lastStem: number;
}

/** What was typed, in the ways it may be read: as it stands, with joined words parted, with parted words joined. */
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
  const inside = within(plain, corpus);
  return [...new Set([plain, apart, together, ...(inside === undefined ? [] : [inside])])];
}

/** Small words after which a place or an employer is named, not a role. */
const BEFORE_PLACES = new Set(['in', 'at', 'near', 'from']);

/**
 * The longest name that a sentence holds as it stands, where no word around it says what is meant: "how much does a data
 * engineer earn in berlin" holds "data engineer". Beside a name of one word, nothing but a place may be unknown.
 */
export function within(text: string, corpus: Corpus): string | undefined {
  const words = text.split(' ');
  for (let size = words.length - 1; size > 0; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const name = words.slice(start, start + size).join(' ');
      if (!corpus.written.has(name) || (size === 1 && saysNothing(name))) continue;
      const around = words.filter((_, at) => at < start || at >= start + size);
      const idle = around.every((word, at) => {
        const place = BEFORE_PLACES.has(around[at - 1] ?? '');
        return saysNothing(word) || ((size > 1 || place) && !means(word, corpus));
      });
      return idle ? name : undefined;
    }
  }
  return undefined;
}

function saysNothing(word: string): boolean {
  return STOPWORDS.has(word) || FILLERS.has(word) || RANKS.has(word);
}

/** Whether a word may be one of the index, as it stands or mistyped. */
function means(word: string, { vocabulary, shortForms }: Corpus): boolean {
  if (saysNothing(word)) return false;
  if (shortForms.has(word) || vocabulary.alike(word).some(({ likeness }) => likeness >= SAME_STEM))
    return true;
  return (
    !isOrdinary(word) && (vocabulary.misspelt(word).length > 0 || vocabulary.beginningWith(word).length > 0)
  );
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
export function read(text: string, corpus: Corpus, unfinished: boolean): Reading {
  const words = tellingWords(writtenOut(text, corpus.shortForms));
  const distinct = [...new Set(words)];
  const filling = distinct.every((word) => FILLERS.has(word) || STOPWORDS.has(word));
  const terms = distinct.map((word, i) => {
    return termOf(word, corpus, { unfinished: unfinished && i === distinct.length - 1, filling });
  });
  const last = terms.at(-1)?.meant[0];
  return { text, terms, lastStem: last === undefined ? -1 : (corpus.vocabulary.stemOf[last.word] ?? -1) };
}
