import { halvesOf, initialsOf, learnShortForms } from './abbreviations.ts';
import { type CorpusWords, rarity } from './corpus-words.ts';
import { encodedEntries } from './encoded.ts';
import { builtInEncoder, type Encoder } from './encoder.ts';
import { FOLDS, PERSONS } from './language.ts';
import { grouped, inverted, valuesOf, type Lists } from './lists.ts';
import { normalise } from './normalise.ts';
import { tellingWords, writtenOut } from './phrases.ts';
import { learnTopics, type Topics } from './topics.ts';
import { usageOf } from './usage.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What is to be found: one thing with all its names. */
export interface IndexEntry<T> {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly codes: readonly string[];
  /** What it is called in each language besides: names that it may share with others. */
  readonly names?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Names of what is near it, such as a role that stands for this occupation: evidence that it is meant, and no names of it. */
  readonly lent?: readonly string[];
  /** How likely a member means it. Only ratios count: twice the weight settles a name that two entries share. */
  readonly weight: number;
  readonly entry: T;
}

/** Every distinct name with its words and the entries it belongs to, as numbers. */
export interface Corpus extends CorpusWords {
  /** Normalised names, as written, and the number of each. Several written names share a number where their words do. */
  readonly written: ReadonlyMap<string, number>;
  /** The entries that have a written name as it is. */
  readonly writtenOwners: Lists;
  /** For each entry, the number of its title among the written names. */
  readonly titleOf: Int32Array;
  /** The same among the searched names, and 1 where the title is that of what is left over. */
  readonly titleNameOf: Int32Array;
  readonly leftOver: Uint8Array;
  /** The entries that have a name of a language in any gender and number, by the language and the stems of the name. */
  readonly folded: ReadonlyMap<string, readonly number[]>;
  readonly shortForms: ReadonlyMap<string, string>;
  /** How many names each entry has. */
  readonly sizes: Int32Array;
  /** The last word of each name, its stem, and the first letters of all words. */
  readonly lastWordOf: Int32Array;
  readonly lastStemOf: Int32Array;
  readonly initialsOf: Int32Array;
  /** How rare each word is, in any of its forms. */
  readonly rarities: Float64Array;
  readonly topics: Topics;
  /** A vector for each entry by the encoder, where there are enough names; else empty. */
  readonly encoded: Int32Array;
}

/** The names an entry answers to: id, title, aliases, and the two halves of "AI Engineer (Artificial Intelligence Engineer)". */
export function namesOf(entry: Pick<IndexEntry<unknown>, 'id' | 'title' | 'aliases'>): Set<string> {
  const out = new Set<string>();
  for (const raw of [entry.title, entry.id, ...entry.aliases]) {
    const name = normalise(raw);
    if (name !== '') out.add(name);
    for (const half of halvesOf(raw.trim()) ?? []) out.add(half);
  }
  return out;
}

/**
 * The names of an entry, and whether part of one is looked for: not of an id, of two names written as one, of what a person
 * is called who does something. Nor of a name in another language, parts of which are looked for in English.
 */
function searchedNames(entry: IndexEntry<unknown>): Map<string, boolean> {
  const out = new Map<string, boolean>();
  const { en = [], ...others } = entry.names ?? {};
  for (const raw of [entry.title, ...entry.aliases, ...en]) {
    const halves = halvesOf(raw.trim());
    for (const half of halves ?? []) out.set(half, true);
    const name = normalise(raw);
    if (name !== '' && !out.has(name)) out.set(name, halves === undefined && !isOfPerson(name));
  }
  for (const raw of [entry.id, ...Object.values(others).flatMap((names) => names ?? [])]) {
    const name = normalise(raw);
    if (name !== '' && !out.has(name)) out.set(name, false);
  }
  return out;
}

/** Whether a name says "person" and the like: what else it says is no name by itself. */
function isOfPerson(name: string): boolean {
  return name.split(' ').some((word) => PERSONS.has(word));
}

/** The halves of a name, as a list of none or one. */
function bothHalves(name: string): (readonly [string, string])[] {
  const halves = halvesOf(name.trim());
  return halves ? [halves] : [];
}

/** Numbers for texts in the order they first come, and the entries that belong to them. */
class Register {
  readonly ids = new Map<string, number>();
  readonly #texts: number[] = [];
  readonly #owners: number[] = [];
  readonly #last: number[] = [];

  /** The number of `text`, which `owner` has; owners come in rising order. */
  add(text: string, owner: number): number {
    const id = this.id(text);
    if (this.#last[id] === owner) return id;
    this.#last[id] = owner;
    this.#texts.push(id);
    this.#owners.push(owner);
    return id;
  }

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size);
    return this.ids.size - 1;
  }

  owners(): Lists {
    return grouped(this.#texts, this.#owners, this.ids.size);
  }
}

/** What one reading of all names gives. */
interface Names {
  readonly written: Register;
  readonly searched: Register;
  readonly words: Register;
  /** The words of searched name i end at `ends[i]` of `wordsOf`. */
  readonly wordsOf: number[];
  readonly ends: number[];
  readonly lastWord: number[];
  readonly initials: number[];
}

function readNames(entries: readonly IndexEntry<unknown>[], shortForms: ReadonlyMap<string, string>): Names {
  const [written, searched, words] = [new Register(), new Register(), new Register()];
  const names: Names = { written, searched, words, wordsOf: [], ends: [], lastWord: [], initials: [] };
  entries.forEach((entry, owner) => {
    const own = searchedNames(entry);
    for (const name of own.keys()) written.add(name, owner);
    const lent = (entry.lent ?? []).map(normalise).filter((name) => name !== '' && !own.has(name));
    for (const [name, isSearched] of [...own, ...lent.map((each) => [each, true] as const)]) {
      if (!isSearched) continue;
      const telling = tellingWords(writtenOut(name, shortForms));
      const text = telling.join(' ');
      // The same text twice, and not two texts alike: thousands of names are long.
      const id = searched.add(text === name ? name : text, owner);
      if (id < names.ends.length) continue;
      for (const word of new Set(telling)) names.wordsOf.push(words.id(word));
      names.ends.push(names.wordsOf.length);
      names.lastWord.push(words.id(telling.at(-1) ?? ''));
      names.initials.push(initialsOf(telling));
    }
  });
  return names;
}

/** How classifications title what has no class of its own: "Designers, All Other", "Technicians not elsewhere classified". */
const LEFT_OVER = /\ball other\b|\bnot elsewhere classified\b|\bn\.?e\.?c\b/i;

/** A name as it is searched: without words that say nothing, its short forms written out. */
function searchedAs(name: string, shortForms: ReadonlyMap<string, string>): string {
  return tellingWords(writtenOut(normalise(name), shortForms)).join(' ');
}

/** The names of other languages than English in the form that all genders and numbers of them share. */
function foldedNames(entries: readonly IndexEntry<unknown>[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  entries.forEach(({ names }, owner) => {
    for (const { code, fold } of names === undefined ? [] : FOLDS)
      for (const name of names?.[code] ?? []) {
        const key = `${code} ${fold(normalise(name))}`;
        const own = owners.get(key) ?? [];
        owners.set(key, own);
        if (own.at(-1) !== owner) own.push(owner);
      }
  });
  return owners;
}

/** Reads every name once and turns it into numbers. Memory: about 1 KB a name at 50,000 names, most of it strings. */
export function createCorpus(
  entries: readonly IndexEntry<unknown>[],
  encoder: () => Encoder = builtInEncoder,
): Corpus {
  const shortForms = learnShortForms(entries.flatMap(({ aliases }) => aliases.flatMap(bothHalves)));
  const names = readNames(entries, shortForms);
  const vocabulary = createVocabulary([...names.words.ids.keys()]);
  const wordsOf = { starts: Int32Array.from([0, ...names.ends]), values: Int32Array.from(names.wordsOf) };
  const ownersOf = names.searched.owners();
  const corpus = {
    entries: entries.length,
    names: names.searched.ids.size,
    written: names.written.ids,
    writtenOwners: names.written.owners(),
    titleOf: Int32Array.from(entries, ({ title }) => names.written.ids.get(normalise(title)) ?? -1),
    titleNameOf: Int32Array.from(
      entries,
      ({ title }) => names.searched.ids.get(searchedAs(title, shortForms)) ?? -1,
    ),
    leftOver: Uint8Array.from(entries, ({ title }) => (LEFT_OVER.test(title) ? 1 : 0)),
    folded: foldedNames(entries),
    shortForms,
    vocabulary,
    wordsOf,
    namesWith: inverted(wordsOf, names.words.ids.size),
    ownersOf,
    sizes: sizesOf(ownersOf, entries.length),
    stemCounts: stemCounts(wordsOf, vocabulary),
    lastWordOf: Int32Array.from(names.lastWord),
    lastStemOf: Int32Array.from(names.lastWord, (word) => vocabulary.stemOf[word] ?? -1),
    initialsOf: Int32Array.from(names.initials),
  };
  const made = learnt(corpus);
  const encoded = () => encodedEntries(names.searched.ids.keys(), ownersOf, entries.length, encoder());
  return { ...corpus, ...made, encoded: made.topics.entries.length > 0 ? encoded() : new Int32Array() };
}

/** What the words of all names tell together. */
function learnt(
  corpus: Omit<Corpus, 'rarities' | 'topics' | 'encoded'>,
): Pick<Corpus, 'rarities' | 'topics'> {
  const { stemOf } = corpus.vocabulary;
  const byStem = Float64Array.from(corpus.stemCounts, (count) => rarity(count, corpus));
  const rarities = Float64Array.from(stemOf, (stem) => byStem[stem] ?? 0);
  return { rarities, topics: learnTopics(corpus, usageOf(corpus), rarities) };
}

function stemCounts(wordsOf: Lists, { stemOf }: Vocabulary): Int32Array {
  const counts = new Int32Array(stemOf.length);
  const last = new Int32Array(stemOf.length).fill(-1);
  for (let name = 0; name + 1 < wordsOf.starts.length; name++) {
    for (const word of valuesOf(wordsOf, name)) {
      const stem = stemOf[word] ?? 0;
      if (last[stem] === name) continue;
      last[stem] = name;
      counts[stem] = (counts[stem] ?? 0) + 1;
    }
  }
  return counts;
}

function sizesOf(ownersOf: Lists, entries: number): Int32Array {
  const sizes = new Int32Array(entries);
  for (const owner of ownersOf.values) sizes[owner] = (sizes[owner] ?? 0) + 1;
  return sizes;
}

/** The entries that have exactly this normalised name. */
export function exactOwners(name: string, corpus: Corpus): number[] {
  const id = corpus.written.get(name);
  return id === undefined ? [] : [...valuesOf(corpus.writtenOwners, id)];
}
