import { type Span, spansOf, type Token } from './around.ts';
import { exactOwners, type Corpus } from './corpus.ts';
import { FOLDS, LANGUAGES } from './language.ts';
import { normalise } from './normalise.ts';
import { isOrdinary } from './ordinary.ts';
import { writtenOut } from './phrases.ts';
import { SAME_STEM } from './vocabulary.ts';

/** Entries that have a name, and the name as the index has it. */
export interface Named {
  readonly name: string;
  readonly owners: readonly number[];
  /** Whether it was put into English first, word by word, and so is a guess. */
  readonly translated: boolean;
}

/** What the rest of the knowledge says of words. */
export interface Surroundings {
  /** Whether this is the name of a skill. */
  readonly isSkill: (name: string) => boolean;
  /** The ids of the entries that want the skill of this name, most of all first. */
  readonly wanting: (skill: string) => readonly string[];
  /** Whether the entries are roles: a part of the title of one is often another trade's whole. */
  readonly areTitles?: boolean;
}

/** Names of so few letters mean something only in capitals, or alone; unknown words of so few may be others mistyped. */
const TWO_LETTERS = 2;
const MISTYPED = 3;

/** The entries with this name: as it stands, in another gender or number, or in English where it is of another language. */
export function namedSo(words: readonly string[], corpus: Corpus): Named | undefined {
  const name = words.join(' ');
  const plain = exactOwners(name, corpus);
  if (plain.length > 0) return { name, owners: plain, translated: false };
  const long = writtenOut(name, corpus.shortForms);
  const written = long === name ? [] : exactOwners(normalise(long), corpus);
  if (written.length > 0) return { name: normalise(long), owners: written, translated: false };
  for (const { code, fold } of FOLDS) {
    const owners = corpus.folded.get(`${code} ${fold(name)}`);
    if (owners !== undefined) return { name, owners, translated: false };
  }
  for (const english of inEnglish(words, corpus)) {
    const owners = exactOwners(english, corpus);
    if (owners.length > 0) return { name: english, owners, translated: true };
  }
  return undefined;
}

/** What the words are in English, by each language that has one of them; nothing where no name of the index is of one. */
export function inEnglish(words: readonly string[], { vocabulary, folded }: Corpus): string[] {
  if (folded.size === 0) return [];
  const known = (word: string) => word.length > TWO_LETTERS && vocabulary.id(word) !== undefined;
  return LANGUAGES.flatMap(({ translate }) => translate(words, known) ?? []);
}

/** How much beside a name may stay unread: nothing, or what is no word of the index. */
export type Strictness = 'strict' | 'loose';

/**
 * The longest name that a text holds where nothing beside it says what is meant: "how much does a data engineer earn in
 * berlin" holds "data engineer". Loosely, beside a name of several words there may be others that no name has.
 */
export function contained(
  tokens: readonly Token[],
  corpus: Corpus,
  { isSkill }: Surroundings,
  strictness: Strictness,
): Named | undefined {
  const idle = (word: string) => isSkill(word) || !means(word, corpus);
  for (const span of spansOf(tokens)) {
    if (!mayBeName(span, tokens)) continue;
    const { beside, elsewhere } = span;
    const alone = beside.length + elsewhere.length === 0;
    if (strictness === 'strict' ? !alone : !loosely(span, tokens, idle, isSkill)) continue;
    const found = namedSo(span.words, corpus);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of two letters are written in capitals, or alone: "it" in a sentence is no information technology. */
function mayBeName({ from, to, words }: Span, tokens: readonly Token[]): boolean {
  if (to - from > 1 || tokens.length === 1) return true;
  return (words[0]?.length ?? 0) > TWO_LETTERS || tokens[from]?.capitals === true;
}

function loosely(
  { from, words, beside, elsewhere }: Span,
  tokens: readonly Token[],
  idle: (word: string) => boolean,
  isSkill: (word: string) => boolean,
): boolean {
  if (words.length < 2) return beside.length === 0 && elsewhere.every(idle);
  const before = tokens.slice(0, from).filter(({ part }) => part === tokens[from]?.part);
  const another = before.some(({ word }) => beside.includes(word) && narrows(word) && !isSkill(word));
  return !another && beside.every(idle);
}

/** Whether a word before a name makes it another: a clinical data manager, a mistyped `ia`; a Spotify data engineer is none. */
function narrows(word: string): boolean {
  return word.length <= MISTYPED || isOrdinary(word);
}

/** Whether a word may be one of the index, as it stands or mistyped. */
function means(word: string, { vocabulary, shortForms }: Corpus): boolean {
  if (shortForms.has(word) || vocabulary.alike(word).some(({ likeness }) => likeness >= SAME_STEM))
    return true;
  return (
    !isOrdinary(word) && (vocabulary.misspelt(word).length > 0 || vocabulary.beginningWith(word).length > 0)
  );
}
