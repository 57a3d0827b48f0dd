import { inverted, packed, type Lists } from './lists.ts';
import { normalise } from './normalise.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { longForm, splitWords } from './phrases.ts';

/** What is to be found: one thing with all its names. */
export interface IndexEntry<T> {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly codes: readonly string[];
  /** How likely a member means it. Only ratios count: twice the weight settles a name that two entries share. */
  readonly weight: number;
  readonly entry: T;
}

/** Every distinct name with its words and the entries it belongs to, as numbers. */
export interface Corpus {
  readonly names: readonly string[];
  readonly nameIds: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly wordsOf: Lists;
  readonly namesWith: Lists;
  readonly ownersOf: Lists;
  readonly titleOf: Int32Array;
  /** How much a word tells: high where few entries have it. */
  readonly weightOf: Float32Array;
  /** What a word that no name has would weigh. */
  readonly unknownWeight: number;
}

/** The names an entry answers to: id, title, aliases, and the two halves of "AI Engineer (Artificial Intelligence Engineer)". */
export function namesOf(entry: Pick<IndexEntry<unknown>, 'id' | 'title' | 'aliases'>): Set<string> {
  const out = new Set<string>();
  for (const raw of [entry.title, entry.id, ...entry.aliases]) {
    const name = normalise(raw);
    if (name !== '') out.add(name);
    const halves = /^([^()]+)\(([^()]+)\)\s*$/.exec(raw);
    for (const half of halves?.slice(1) ?? []) if (normalise(half).length > 1) out.add(normalise(half));
  }
  return out;
}

export function createCorpus(entries: readonly IndexEntry<unknown>[]): Corpus {
  const nameIds = new Map<string, number>();
  const owners: number[][] = [];
  const add = (name: string, owner: number): number => {
    const id = nameIds.get(name) ?? nameIds.size;
    nameIds.set(name, id);
    const list = (owners[id] ??= []);
    if (list.at(-1) !== owner) list.push(owner);
    return id;
  };
  const titles: number[] = [];
  entries.forEach((entry, owner) => {
    titles.push(add(normalise(entry.title), owner));
    for (const name of namesOf(entry)) {
      add(name, owner);
      const long = longForm(name);
      if (long !== name) add(long, owner);
    }
  });
  const names = [...nameIds.keys()];
  const wordIds = new Map<string, number>();
  const wordsOf = packed(
    names.map((name) =>
      splitWords(name).map((word) => {
        const id = wordIds.get(word) ?? wordIds.size;
        wordIds.set(word, id);
        return id;
      }),
    ),
  );
  const ownersOf = packed(owners);
  const { weightOf, unknownWeight } = weights(wordsOf, ownersOf, wordIds.size, entries.length);
  return {
    names,
    nameIds,
    vocabulary: createVocabulary([...wordIds.keys()]),
    wordsOf,
    namesWith: inverted(wordsOf, wordIds.size),
    ownersOf,
    titleOf: Int32Array.from(titles),
    weightOf,
    unknownWeight,
  };
}

/** Inverse frequency over entries: an entry with many names counts once. */
function weights(wordsOf: Lists, ownersOf: Lists, words: number, entries: number) {
  const names = inverted(wordsOf, words);
  const seen = new Int32Array(entries).fill(-1);
  const weightOf = new Float32Array(words);
  for (let word = 0; word < words; word++) {
    let count = 0;
    for (let i = names.starts[word] ?? 0; i < (names.starts[word + 1] ?? 0); i++) {
      const name = names.values[i] ?? 0;
      for (let j = ownersOf.starts[name] ?? 0; j < (ownersOf.starts[name + 1] ?? 0); j++) {
        const owner = ownersOf.values[j] ?? 0;
        if (seen[owner] === word) continue;
        seen[owner] = word;
        count++;
      }
    }
    weightOf[word] = Math.log(1 + entries / count);
  }
  return { weightOf, unknownWeight: Math.log(1 + entries / 0.5) };
}
