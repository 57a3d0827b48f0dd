import type { Corpus } from './corpus.ts';
import { valuesOf } from './lists.ts';
import type { Reading } from './question.ts';
import { NEAREST } from './topics.ts';
import type { WordMatch } from './vocabulary.ts';

/**
 * For each entry, by its number, the logarithm of how much likelier its names use the words of a question than names in
 * general do (naive Bayes).
 */
export interface Odds {
  readonly sums: Float64Array;
  /** Adds them up for these entries. Before the next call the caller empties their sums. */
  add(reading: Reading, owners: readonly number[]): void;
}

/** How many names' worth of doubt there is about the words that an entry's names use, and about its neighbours'. */
const DOUBT = 10;
const NEIGHBOURS_DOUBT = 5;
/** Words alike that count as the typed one. */
const FORMS = 8;
/** A word around a name, of which less than this counts, says nothing. */
const LEAST_SHARE = 0.5;

/** Prepares the sums. */
export function createOdds(corpus: Corpus): Odds {
  const sums = new Float64Array(corpus.entries);
  const counts = new Float64Array(corpus.entries);
  return {
    sums,
    add({ terms }, owners) {
      for (const { alike, share } of terms) {
        if (share < LEAST_SHARE) continue;
        const total = count(counts, alike.slice(0, FORMS), corpus);
        if (total > 0) addOdds(sums, { counts, total, share, owners }, corpus);
      }
    },
  };
}

/** Counts the names of each entry that have one of these words; gives the sum. */
function count(counts: Float64Array, forms: readonly WordMatch[], { namesWith, ownersOf }: Corpus): number {
  counts.fill(0);
  let total = 0;
  for (const { word, likeness } of forms) {
    const gain = likeness * likeness;
    for (const name of valuesOf(namesWith, word)) {
      const end = ownersOf.starts[name + 1] ?? 0;
      for (let at = ownersOf.starts[name] ?? 0; at < end; at++) {
        const owner = ownersOf.values[at] ?? 0;
        counts[owner] = (counts[owner] ?? 0) + gain;
        total += gain;
      }
    }
  }
  return total;
}

interface Counted {
  readonly counts: Float64Array;
  readonly total: number;
  readonly share: number;
  readonly owners: readonly number[];
}

/** What the counts say for each entry. An entry with few names is taken to be like its neighbours, and they like all. */
function addOdds(odds: Float64Array, { counts, total, share, owners }: Counted, corpus: Corpus): void {
  const everywhere = total / corpus.ownersOf.values.length;
  for (const owner of owners) {
    const nearby = nearbyShare(owner, counts, everywhere, corpus);
    const here = ((counts[owner] ?? 0) + DOUBT * nearby) / ((corpus.sizes[owner] ?? 0) + DOUBT);
    odds[owner] = (odds[owner] ?? 0) + share * Math.log(here / everywhere);
  }
}

/** The share of an entry's neighbours' names that are counted, each neighbour as much as it is like the entry. */
function nearbyShare(owner: number, counts: Float64Array, everywhere: number, corpus: Corpus): number {
  const { nearest, likeness } = corpus.topics;
  if (nearest.length === 0) return everywhere;
  let counted = NEIGHBOURS_DOUBT * everywhere;
  let size = NEIGHBOURS_DOUBT;
  for (let i = owner * NEAREST; i < (owner + 1) * NEAREST; i++) {
    const other = nearest[i] ?? 0;
    const weight = likeness[i] ?? 0;
    counted += weight * (counts[other] ?? 0);
    size += weight * (corpus.sizes[other] ?? 0);
  }
  return counted / size;
}
