import type { Corpus } from './corpus.ts';
import { valuesOf } from './lists.ts';
import type { Reading } from './question.ts';

/** What the names of each entry share with a question, as sums by the number of an entry. Every question makes them anew. */
export interface Shares {
  /** Cubes of the cosines of all names: many names speak, and those that fit well speak most. */
  readonly wide: Float64Array;
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

/** What a name and a question share, by how rare their words are. */
interface Overlap {
  readonly shared: Float64Array;
  /** The number of the last term that a name shares, from 1; 0 for none. */
  readonly seen: Uint8Array;
}

/** Prepares the sums. */
export function createShares(corpus: Corpus): Shares {
  const { entries, names } = corpus;
  const lengths = lengthsOf(corpus);
  const overlap = {
    shared: new Float64Array(names),
    seen: new Uint8Array(names),
  };
  const sums = {
    wide: new Float64Array(entries),
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
function lengthsOf({ names, wordsOf, rarities }: Corpus): Float64Array {
  return Float64Array.from({ length: names }, (_, name) => {
    let sum = 0;
    for (const word of valuesOf(wordsOf, name)) sum += (rarities[word] ?? 0) ** 2;
    return Math.sqrt(sum);
  });
}

/** Sums, for each name, what it shares with the question; gives the names touched. */
function overlaps({ terms }: Reading, { shared, seen }: Overlap, corpus: Corpus): number[] {
  const { rarities, namesWith } = corpus;
  const touched: number[] = [];
  terms.forEach(({ weight, alike }, i) => {
    const mark = i + 1;
    for (const { word, likeness } of alike) {
      const rare = rarities[word] ?? 0;
      const gain = likeness * Math.min(weight, rare) * rare;
      const end = namesWith.starts[word + 1] ?? 0;
      for (let at = namesWith.starts[word] ?? 0; at < end; at++) {
        const name = namesWith.values[at] ?? 0;
        if (seen[name] === mark) continue;
        if (seen[name] === 0) touched.push(name);
        seen[name] = mark;
        shared[name] = (shared[name] ?? 0) + gain;
      }
    }
  });
  return touched;
}

interface Prepared {
  readonly overlap: Overlap;
  readonly lengths: Float64Array;
  readonly sums: Omit<Shares, 'gather'>;
  readonly corpus: Corpus;
}

/** Turns overlaps into cosines and sums their powers for each entry; gives the entries touched. */
function spread(reading: Reading, touched: readonly number[], prepared: Prepared): number[] {
  const { overlap, lengths, sums, corpus } = prepared;
  const { starts, values } = corpus.ownersOf;
  const length = lengthOf(reading.terms.map(({ weight }) => weight));
  const bare = reading.terms.length === 1;
  const owners: number[] = [];
  for (const name of touched) {
    const cosine = (overlap.shared[name] ?? 0) / (length * (lengths[name] ?? 1));
    overlap.shared[name] = 0;
    overlap.seen[name] = 0;
    const cube = cosine * cosine * cosine;
    const endsAlike = corpus.lastStemOf[name] === reading.lastStem;
    const [from = 0, to = 0] = [starts[name], starts[name + 1]];
    const part = cube / Math.sqrt(to - from);
    for (let at = from; at < to; at++) {
      const owner = values[at] ?? 0;
      if (sums.best[owner] === 0) owners.push(owner);
      if (cosine > (sums.best[owner] ?? 0)) {
        sums.best[owner] = cosine;
        sums.name[owner] = name;
      }
      sums.wide[owner] = (sums.wide[owner] ?? 0) + part;
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
