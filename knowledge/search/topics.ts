import type { CorpusWords } from './corpus-words.ts';
import { valuesOf } from './lists.ts';
import type { Usage } from './usage.ts';
import { addVector, product, shorten, SIZE, squareUp } from './vectors.ts';

/**
 * What words and entries are about, as vectors (latent semantic analysis): words that the same entries use point the same
 * way, so that an entry is found by words that only others like it have. Which word is like which is learnt from the names
 * alone. Empty arrays where there is too little to learn from.
 */
export interface Topics {
  /** A vector for each stem, the longer the more it tells, and one of length 1 for each entry. */
  readonly stems: Float32Array;
  readonly entries: Float32Array;
  /** The entries most like each entry, NEAREST for each, and how like it they are, 0 to 1. */
  readonly nearest: Int32Array;
  readonly likeness: Float32Array;
}

/** Fewer names than this an entry, and there is little to learn; fewer entries than a few for each number of a vector, too. */
const LEAST_NAMES = 5;
const LEAST_ENTRIES = 3 * SIZE;
/** More entries would take too long: of words in proportion, of neighbours with the square. */
const MOST_ENTRIES = 10_000;
const MOST_NEIGHBOURS = 2_000;
/** How often the subspace is turned towards the one that keeps most; 2 to 5 did as well. */
const ROUNDS = 2;
/** How far words that are used much and little are made to count alike: 0 not at all, 1 fully. 0.5 to 1 did as well. */
const EVEN = 0.8;
/** Neighbours of an entry that count; 6 to 25 did as well. */
export const NEAREST = 12;
/** Makes little of entries that are but a little alike; 1 to 4 did as well. */
const POWER = 4;

/** Learns the topics: a fifth of a second for 44,000 names of 1,016 entries. `rarities` are those of the words. */
export function learnTopics(corpus: CorpusWords, usage: Usage, rarities: Float64Array): Topics {
  const { entries, ownersOf } = corpus;
  const enough = entries >= LEAST_ENTRIES && ownersOf.values.length >= LEAST_NAMES * entries;
  if (!enough || entries > MOST_ENTRIES) return NOTHING;
  const weights = weighed(usage, entries);
  const stems = byStem(usage, weights, subspace(usage, weights, entries));
  for (let stem = 0; stem < stems.length / SIZE; stem++) shorten(stems, stem, EVEN);
  const vectors = ofEntries(corpus, stems, rarities);
  return { stems, entries: vectors, ...(entries > MOST_NEIGHBOURS ? ALONE : nearestOf(vectors, entries)) };
}

const ALONE = { nearest: new Int32Array(), likeness: new Float32Array() };
const NOTHING: Topics = { stems: new Float32Array(), entries: new Float32Array(), ...ALONE };

/** How much each entry's use of each stem counts: rare words more, much used ones less than in proportion. */
function weighed({ starts, owners, counts }: Usage, entries: number): Float32Array {
  const weights = new Float32Array(counts.length);
  const squares = new Float64Array(entries);
  for (let stem = 0; stem + 1 < starts.length; stem++) {
    const [from = 0, to = 0] = [starts[stem], starts[stem + 1]];
    const rare = Math.log(1 + entries / Math.max(1, to - from));
    for (let i = from; i < to; i++) {
      const weight = rare * Math.log(1 + (counts[i] ?? 0));
      weights[i] = weight;
      squares[owners[i] ?? 0] = (squares[owners[i] ?? 0] ?? 0) + weight * weight;
    }
  }
  return weights.map((weight, i) => weight / (squares[owners[i] ?? 0] ?? 1) ** 0.25);
}

/** The directions, as a vector for each entry, in which entries differ most by their words: randomised subspace iteration. */
function subspace(usage: Usage, weights: Float32Array, entries: number): Float32Array {
  let directions = scattered(entries);
  for (let round = 0; round < ROUNDS; round++) {
    const stems = byStem(usage, weights, directions);
    directions = new Float32Array(entries * SIZE);
    everyUse(usage, (stem, owner, i) => addVector(directions, owner, stems, stem, weights[i] ?? 0));
    squareUp(directions);
  }
  return directions;
}

/** Vectors that point anywhere, the same ones every time (a linear congruential generator). */
function scattered(count: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: count * SIZE }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  });
}

function byStem(usage: Usage, weights: Float32Array, directions: Float32Array): Float32Array {
  const stems = new Float32Array((usage.starts.length - 1) * SIZE);
  everyUse(usage, (stem, owner, i) => addVector(stems, stem, directions, owner, weights[i] ?? 0));
  return stems;
}

function everyUse({ starts, owners }: Usage, see: (stem: number, owner: number, at: number) => void): void {
  for (let stem = 0; stem + 1 < starts.length; stem++)
    for (let i = starts[stem] ?? 0; i < (starts[stem + 1] ?? 0); i++) see(stem, owners[i] ?? 0, i);
}

/** For each entry the middle of its names, each of which points where its words do. */
function ofEntries(corpus: CorpusWords, stems: Float32Array, rarities: Float64Array): Float32Array {
  const { entries, names, wordsOf, ownersOf, vocabulary } = corpus;
  const out = new Float32Array(entries * SIZE);
  const vector = new Float32Array(SIZE);
  for (let name = 0; name < names; name++) {
    vector.fill(0);
    for (const word of valuesOf(wordsOf, name))
      addVector(vector, 0, stems, vocabulary.stemOf[word] ?? 0, rarities[word] ?? 0);
    shorten(vector, 0);
    const owners = valuesOf(ownersOf, name);
    for (const owner of owners) addVector(out, owner, vector, 0, 1 / Math.sqrt(owners.length));
  }
  for (let owner = 0; owner < entries; owner++) shorten(out, owner);
  return out;
}

/** Where words point together, as one vector of length 1. */
export function vectorOf(
  words: readonly { readonly word: number; readonly weight: number }[],
  stems: Float32Array,
  stemOf: Int32Array,
): Float32Array {
  const vector = new Float32Array(SIZE);
  for (const { word, weight } of words) addVector(vector, 0, stems, stemOf[word] ?? 0, weight);
  shorten(vector, 0);
  return vector;
}

/** The entries most like each one, itself left out; ties go to the first. */
function nearestOf(vectors: Float32Array, entries: number): Pick<Topics, 'nearest' | 'likeness'> {
  const nearest = new Int32Array(entries * NEAREST);
  const likeness = new Float32Array(entries * NEAREST);
  const table = new Float32Array(entries * entries);
  for (let a = 0; a < entries; a++) {
    for (let b = 0; b < a; b++) {
      const like = Math.max(0, product(vectors, a, vectors, b));
      table[a * entries + b] = like;
      table[b * entries + a] = like;
    }
  }
  for (let owner = 0; owner < entries; owner++) {
    const row = table.subarray(owner * entries, (owner + 1) * entries);
    best(row).forEach((other, i) => {
      nearest[owner * NEAREST + i] = other;
      likeness[owner * NEAREST + i] = (row[other] ?? 0) ** POWER;
    });
  }
  return { nearest, likeness };
}

function best(row: Float32Array): number[] {
  const found: number[] = [];
  for (let other = 0; other < row.length; other++) {
    const like = row[other] ?? 0;
    if (like === 0 || (found.length === NEAREST && like <= (row[found[NEAREST - 1] ?? 0] ?? 0))) continue;
    let at = found.length;
    while (at > 0 && (row[found[at - 1] ?? 0] ?? 0) < like) at--;
    found.splice(at, 0, other);
    if (found.length > NEAREST) found.pop();
  }
  return found;
}
