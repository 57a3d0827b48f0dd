import type { Corpus } from './corpus.ts';
import { valuesOf } from './lists.ts';
import type { Reading } from './question.ts';

/** What the names of each entry share with a question, as sums by the number of an entry. Every question makes them anew. */
export interface Shares {
  /** Powers of the cosines of all names: low ones let many names speak, high ones only those that fit well. */
  readonly wide: Float64Array;
  readonly sharp: Float64Array;
  /** The same of the names that end as the question does. */
  readonly ending: Float64Array;
  /** The cosine of the title. */
  readonly title: Float64Array;
  /** The cosine of the nearest name, and that name. */
  readonly best: Float64Array;
  readonly name: Int32Array;
  /** Makes the sums; gives the entries that share something. Before the next call the caller empties their sums. */
  gather(reading: Reading): number[];
}

/** What a title that holds the only word typed counts as, however rare its other words, and one that ends on it. */
const BARE = { from: 0.3, holds: 0.5, ends: 0.9 };

/** What a name and a question share, by how rare their words are and by how much these tell about entries. */
interface Overlap {
  readonly byRarity: Float64Array;
  readonly byTelling: Float64Array;
  /** The number of the last term that a name shares, from 1; 0 for none. */
  readonly seen: Uint8Array;
}

interface Lengths {
  readonly byRarity: Float64Array;
  readonly byTelling: Float64Array;
}

/** Prepares the sums. */
export function createShares(corpus: Corpus): Shares {
  const { entries, names, rarities, telling, vocabulary } = corpus;
  const lengths = {
    byRarity: lengthsOf(corpus, (word) => rarities[word] ?? 0),
    byTelling: lengthsOf(corpus, (word) => telling[vocabulary.stemOf[word] ?? 0] ?? 0),
  };
  const overlap = {
    byRarity: new Float64Array(names),
    byTelling: new Float64Array(names),
    seen: new Uint8Array(names),
  };
  const sums = {
    wide: new Float64Array(entries),
    sharp: new Float64Array(entries),
    ending: new Float64Array(entries),
    title: new Float64Array(entries),
    best: new Float64Array(entries),
    name: new Int32Array(entries),
  };
  return {
    ...sums,
    gather: (reading) =>
      spread(reading, overlaps(reading, overlap, corpus), { overlap, lengths, sums, corpus }),
  };
}

/** The length of each name as a vector of its words. */
function lengthsOf({ names, wordsOf }: Corpus, weightOf: (word: number) => number): Float64Array {
  return Float64Array.from({ length: names }, (_, name) => {
    let sum = 0;
    for (const word of valuesOf(wordsOf, name)) sum += weightOf(word) ** 2;
    return Math.sqrt(sum);
  });
}

/** Sums, for each name, what it shares with the question; gives the names touched. */
function overlaps({ terms }: Reading, { byRarity, byTelling, seen }: Overlap, corpus: Corpus): number[] {
  const { rarities, telling, vocabulary, namesWith } = corpus;
  const touched: number[] = [];
  terms.forEach(({ weight, telling: told, alike }, i) => {
    const mark = i + 1;
    for (const { word, likeness } of alike) {
      const rare = rarities[word] ?? 0;
      const tells = telling[vocabulary.stemOf[word] ?? 0] ?? 0;
      const gain = likeness * Math.min(weight, rare) * rare;
      const gainTold = likeness * Math.min(told, tells) * tells;
      const end = namesWith.starts[word + 1] ?? 0;
      for (let at = namesWith.starts[word] ?? 0; at < end; at++) {
        const name = namesWith.values[at] ?? 0;
        if (seen[name] === mark) continue;
        if (seen[name] === 0) touched.push(name);
        seen[name] = mark;
        byRarity[name] = (byRarity[name] ?? 0) + gain;
        byTelling[name] = (byTelling[name] ?? 0) + gainTold;
      }
    }
  });
  return touched;
}

interface Prepared {
  readonly overlap: Overlap;
  readonly lengths: Lengths;
  readonly sums: Omit<Shares, 'gather'>;
  readonly corpus: Corpus;
}

/** Turns overlaps into cosines and sums their powers for each entry; gives the entries touched. */
function spread(reading: Reading, touched: readonly number[], prepared: Prepared): number[] {
  const { overlap, lengths, sums, corpus } = prepared;
  const { starts, values } = corpus.ownersOf;
  const length = lengthOf(reading.terms.map(({ weight }) => weight));
  const lengthTold = lengthOf(reading.terms.map(({ telling }) => telling));
  const bare = reading.terms.length === 1;
  const owners: number[] = [];
  for (const name of touched) {
    const cosine = (overlap.byRarity[name] ?? 0) / (length * (lengths.byRarity[name] ?? 1));
    const told = (overlap.byTelling[name] ?? 0) / (lengthTold * (lengths.byTelling[name] ?? 1));
    overlap.byRarity[name] = 0;
    overlap.byTelling[name] = 0;
    overlap.seen[name] = 0;
    const cube = cosine * cosine * cosine;
    const endsAlike = corpus.lastStemOf[name] === reading.lastStem;
    const [from = 0, to = 0] = [starts[name], starts[name + 1]];
    const part = cube / Math.sqrt(to - from);
    // Powers written out: a tenth of the time of `**`.
    const fourth = told * told * told * told;
    const sharp = fourth * fourth * fourth;
    for (let at = from; at < to; at++) {
      const owner = values[at] ?? 0;
      if (sums.best[owner] === 0) owners.push(owner);
      if (cosine > (sums.best[owner] ?? 0)) {
        sums.best[owner] = cosine;
        sums.name[owner] = name;
      }
      sums.wide[owner] = (sums.wide[owner] ?? 0) + part;
      sums.sharp[owner] = (sums.sharp[owner] ?? 0) + sharp;
      if (corpus.titleNameOf[owner] === name)
        sums.title[owner] = bare ? bareTitle(cosine, endsAlike) : cosine;
      if (endsAlike) sums.ending[owner] = (sums.ending[owner] ?? 0) + cube * cube;
    }
  }
  return owners;
}

function lengthOf(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
}

function bareTitle(cosine: number, endsAlike: boolean): number {
  if (cosine < BARE.from) return cosine;
  return endsAlike ? BARE.ends : BARE.holds;
}
