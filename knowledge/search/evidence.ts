import type { Corpus } from './corpus.ts';
import { valuesOf } from './lists.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import type { Reading } from './question.ts';
import { frequency, rarity } from './term.ts';
import type { WordMatch } from './vocabulary.ts';

/** An entry, by its number, that shares something with a reading. `name` is the nearest of its names. */
export interface Candidate {
  readonly owner: number;
  readonly score: number;
  readonly name: number;
}

/** The entries that share a word with a reading, in no order. */
export type Weigh = (reading: Reading) => Candidate[];

/**
 * What speaks for an entry, and how loudly. Fitted as a softmax over entries (the ranking of 3,107 titles that O*NET 29.2
 * has and 27.0 has not, outside technology occupations, against the titles of 27.0), so a score is the logarithm of odds.
 * `npm run bench:search` prints what that gives on titles of technology occupations, which took no part.
 */
const WEIGHTS = {
  wide: 0.723,
  sharp: 0.226,
  ending: 0.158,
  size: -0.124,
  words: 0.211,
  last: 0.111,
  title: 1.718,
  leftOver: -2.533,
};
/** Keeps a sum of nothing from being minus infinity; as in the fit. */
const FLOOR = { wide: 1e-4, sharp: 1e-4, ending: 1e-3 };
/** How many names' worth of doubt there is about the words that an entry's names use, and about its neighbours'. */
const DOUBT = 10;
const NEIGHBOURS_DOUBT = 5;
/** What a title that holds the only word typed counts as, however rare its other words, and one that ends on it. */
const BARE = { from: 0.3, holds: 0.5, ends: 0.9 };
/** Words alike that count as the typed one when the words of all names of an entry are weighed. */
const FORMS = 8;

/** Where sums are made. Every question uses it anew and leaves it empty. */
interface Space {
  readonly overlap: Float64Array;
  readonly seen: Uint8Array;
  readonly wide: Float64Array;
  readonly sharp: Float64Array;
  readonly ending: Float64Array;
  /** For each entry, the cosine of its title. */
  readonly title: Float64Array;
  /** For each entry, the logarithm of how much likelier its names use the words, and end on the last one. */
  readonly words: Float64Array;
  readonly last: Float64Array;
  readonly counts: Float64Array;
  readonly best: Float64Array;
  readonly name: Int32Array;
}

interface Prepared {
  readonly corpus: Corpus;
  /** How much each word tells, and the length of each name as a vector of such words. */
  readonly rarities: Float64Array;
  readonly lengths: Float64Array;
  readonly neighbours: Neighbours;
  readonly space: Space;
}

/** Prepares the weighing of evidence. */
export function createWeigh(corpus: Corpus): Weigh {
  const rarities = Float64Array.from(corpus.vocabulary.words, (_, word) =>
    rarity(frequency(word, corpus), corpus),
  );
  const lengths = Float64Array.from({ length: corpus.names }, (_, name) => {
    let sum = 0;
    for (const word of valuesOf(corpus.wordsOf, name)) sum += (rarities[word] ?? 0) ** 2;
    return Math.sqrt(sum);
  });
  const prepared = {
    corpus,
    rarities,
    lengths,
    neighbours: createNeighbours(corpus, rarities),
    space: createSpace(corpus),
  };
  return (reading) => {
    const touched = overlaps(reading, prepared);
    const owners = gathered(reading, touched, prepared);
    weighWords(reading, owners, prepared);
    return owners.map((owner) => candidate(owner, prepared));
  };
}

function createSpace({ names, entries }: Corpus): Space {
  return {
    overlap: new Float64Array(names),
    seen: new Uint8Array(names),
    wide: new Float64Array(entries),
    sharp: new Float64Array(entries),
    ending: new Float64Array(entries),
    title: new Float64Array(entries),
    words: new Float64Array(entries),
    last: new Float64Array(entries),
    counts: new Float64Array(entries),
    best: new Float64Array(entries),
    name: new Int32Array(entries),
  };
}

/** Sums, for each name, what it shares with the question; gives the names touched. */
function overlaps(reading: Reading, { corpus, rarities, space }: Prepared): number[] {
  const { overlap, seen } = space;
  const touched: number[] = [];
  reading.terms.forEach(({ weight, alike }, i) => {
    const mark = i + 1;
    for (const { word, likeness } of alike) {
      const rare = rarities[word] ?? 0;
      const gain = likeness * Math.min(weight, rare) * rare;
      for (const name of valuesOf(corpus.namesWith, word)) {
        if (seen[name] === mark) continue;
        if (seen[name] === 0) touched.push(name);
        seen[name] = mark;
        overlap[name] = (overlap[name] ?? 0) + gain;
      }
    }
  });
  return touched;
}

/** Turns overlaps into cosines and sums their powers for each entry; gives the entries touched. */
function gathered(reading: Reading, touched: number[], { corpus, lengths, space }: Prepared): number[] {
  const { overlap, seen, wide, sharp, ending, title, best, name: nearest } = space;
  const length = Math.sqrt(reading.terms.reduce((sum, { weight }) => sum + weight * weight, 0));
  const bare = reading.terms.length === 1;
  const owners: number[] = [];
  for (const name of touched) {
    const cosine = (overlap[name] ?? 0) / (length * (lengths[name] ?? 1));
    overlap[name] = 0;
    seen[name] = 0;
    const cube = cosine ** 3;
    const endsAlike = corpus.lastStemOf[name] === reading.lastStem;
    const having = valuesOf(corpus.ownersOf, name);
    const part = cube / Math.sqrt(having.length);
    for (const owner of having) {
      if (best[owner] === 0) owners.push(owner);
      if (cosine > (best[owner] ?? 0)) {
        best[owner] = cosine;
        nearest[owner] = name;
      }
      wide[owner] = (wide[owner] ?? 0) + part;
      sharp[owner] = (sharp[owner] ?? 0) + cube ** 4;
      if (corpus.titleNameOf[owner] === name) title[owner] = bare ? bareTitle(cosine, endsAlike) : cosine;
      if (endsAlike) ending[owner] = (ending[owner] ?? 0) + cube * cube;
    }
  }
  return owners;
}

function bareTitle(cosine: number, endsAlike: boolean): number {
  if (cosine < BARE.from) return cosine;
  return endsAlike ? BARE.ends : BARE.holds;
}

/** Adds, for each entry, how much likelier its names use these words than names in general do (naive Bayes). */
function weighWords({ terms }: Reading, owners: readonly number[], prepared: Prepared): void {
  const { words, last } = prepared.space;
  terms.forEach(({ alike, share }, i) => {
    if (share < 0.5) return;
    const forms = alike.slice(0, FORMS);
    addOdds(words, count(forms, false, prepared), share, owners, prepared);
    if (i === terms.length - 1) addOdds(last, count(forms, true, prepared), 1, owners, prepared);
  });
}

/** Counts in `space.counts` the names of each entry that have one of these words, or end on it; gives the sum. */
function count(forms: readonly WordMatch[], ending: boolean, { corpus, space }: Prepared): number {
  const { counts } = space;
  counts.fill(0);
  let total = 0;
  for (const { word, likeness } of forms) {
    const gain = likeness * likeness;
    for (const name of valuesOf(corpus.namesWith, word)) {
      if (ending && corpus.lastWordOf[name] !== word) continue;
      for (const owner of valuesOf(corpus.ownersOf, name)) {
        counts[owner] = (counts[owner] ?? 0) + gain;
        total += gain;
      }
    }
  }
  return total;
}

/** What the counts say for each entry. An entry with few names is taken to be like its neighbours, and they like all. */
function addOdds(
  odds: Float64Array,
  total: number,
  share: number,
  owners: readonly number[],
  { corpus, neighbours, space }: Prepared,
): void {
  if (total === 0) return;
  const { counts } = space;
  const everywhere = total / corpus.ownersOf.values.length;
  for (const owner of owners) {
    const near = neighbours(owner, counts);
    const nearby = (near.count + NEIGHBOURS_DOUBT * everywhere) / (near.size + NEIGHBOURS_DOUBT);
    const here = ((counts[owner] ?? 0) + DOUBT * nearby) / ((corpus.sizes[owner] ?? 0) + DOUBT);
    odds[owner] = (odds[owner] ?? 0) + share * Math.log(here / everywhere);
  }
}

function candidate(owner: number, { corpus, space }: Prepared): Candidate {
  const { wide, sharp, ending, title, words, last, best, name } = space;
  const score =
    WEIGHTS.wide * Math.log(FLOOR.wide + (wide[owner] ?? 0)) +
    WEIGHTS.sharp * Math.log(FLOOR.sharp + (sharp[owner] ?? 0)) +
    WEIGHTS.ending * Math.log(FLOOR.ending + (ending[owner] ?? 0)) +
    WEIGHTS.size * Math.log(corpus.sizes[owner] ?? 1) +
    WEIGHTS.words * (words[owner] ?? 0) +
    WEIGHTS.last * (last[owner] ?? 0) +
    WEIGHTS.title * (title[owner] ?? 0) +
    WEIGHTS.leftOver * (corpus.leftOver[owner] ?? 0);
  for (const sums of [wide, sharp, ending, title, words, last, best]) sums[owner] = 0;
  return { owner, score, name: name[owner] ?? 0 };
}
