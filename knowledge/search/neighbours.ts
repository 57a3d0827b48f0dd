import type { Corpus } from './corpus.ts';
import { valuesOf } from './lists.ts';

/** What the neighbours of an entry count together, each as much as it is like the entry; and how many names they have. */
export type Neighbours = (
  owner: number,
  counts: Float64Array,
) => { readonly count: number; readonly size: number };

/** Neighbours of an entry that count; 6 to 25 did as well. */
const NEAREST = 12;
/** A word that more entries have than this makes no neighbours. */
const COMMON = 300;
/** Fewer names than this an entry, and there is nothing to learn from neighbours; more entries, and the table would be too large. */
const LEAST_NAMES = 5;
const MOST_ENTRIES = 2_000;

/**
 * Finds, for each entry, those whose names use the same words: what a name of a Database Architect may look like is learnt
 * from those of Database Administrators too. Only where entries have many names, as occupations have.
 */
export function createNeighbours(corpus: Corpus, rarities: Float64Array): Neighbours {
  const { entries, ownersOf } = corpus;
  if (entries > MOST_ENTRIES || ownersOf.values.length < LEAST_NAMES * entries) return () => NOBODY;
  const likeness = likenesses(corpus, rarities);
  const nearest = new Int32Array(entries * NEAREST);
  const weights = new Float64Array(entries * NEAREST);
  for (let owner = 0; owner < entries; owner++) {
    const row = likeness.subarray(owner * entries, (owner + 1) * entries);
    best(row, owner).forEach((other, i) => {
      nearest[owner * NEAREST + i] = other;
      weights[owner * NEAREST + i] = row[other] ?? 0;
    });
  }
  return (owner, counts) => {
    let count = 0;
    let size = 0;
    for (let i = owner * NEAREST; i < (owner + 1) * NEAREST; i++) {
      const other = nearest[i] ?? 0;
      const weight = weights[i] ?? 0;
      count += weight * (counts[other] ?? 0);
      size += weight * (corpus.sizes[other] ?? 0);
    }
    return { count, size };
  };
}

const NOBODY = { count: 0, size: 0 };

/** How much of their words every two entries share: the cosine of their words' counts, 0 to 1, row by row. */
function likenesses(corpus: Corpus, rarities: Float64Array): Float32Array {
  const { entries } = corpus;
  const table = new Float32Array(entries * entries);
  const lengths = new Float64Array(entries);
  const counts = new Float64Array(entries);
  for (let word = 0; word < rarities.length; word++) {
    const owners = ownersWith(word, corpus, counts);
    const weight = (rarities[word] ?? 0) ** 2;
    for (const a of owners) lengths[a] = (lengths[a] ?? 0) + weight * (counts[a] ?? 0);
    if (owners.length <= COMMON) {
      for (const a of owners) {
        for (const b of owners) {
          const at = a * entries + b;
          table[at] = (table[at] ?? 0) + weight * Math.sqrt((counts[a] ?? 0) * (counts[b] ?? 0));
        }
      }
    }
    for (const a of owners) counts[a] = 0;
  }
  for (let a = 0; a < entries; a++) {
    for (let b = 0; b < entries; b++) {
      const at = a * entries + b;
      table[at] = (table[at] ?? 0) / Math.sqrt((lengths[a] || 1) * (lengths[b] || 1));
    }
  }
  return table;
}

/** The entries with a word in their names; how many of their names have it is left in `counts`. */
function ownersWith(word: number, { namesWith, ownersOf }: Corpus, counts: Float64Array): number[] {
  const owners: number[] = [];
  for (const name of valuesOf(namesWith, word)) {
    for (const owner of valuesOf(ownersOf, name)) {
      if (counts[owner] === 0) owners.push(owner);
      counts[owner] = (counts[owner] ?? 0) + 1;
    }
  }
  return owners;
}

/** The most alike in a row, `owner` itself left out; ties go to the first. */
function best(row: Float32Array, owner: number): number[] {
  const found: number[] = [];
  for (let other = 0; other < row.length; other++) {
    const like = row[other] ?? 0;
    if (other === owner || like === 0) continue;
    let at = found.length;
    while (at > 0 && (row[found[at - 1] ?? 0] ?? 0) < like) at--;
    if (at < NEAREST) found.splice(at, 0, other);
    if (found.length > NEAREST) found.pop();
  }
  return found;
}
