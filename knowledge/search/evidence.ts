import type { Corpus } from './corpus.ts';
import { createOdds, type Odds } from './odds.ts';
import type { Reading } from './question.ts';
import { createShares, type Shares } from './shares.ts';
import { vectorOf } from './topics.ts';
import { product } from './vectors.ts';

/** An entry, by its number, that shares something with a reading. `name` is the nearest of its names. */
export interface Candidate {
  readonly owner: number;
  readonly score: number;
  readonly name: number;
}

/** The entries that share a word with a reading, in no order. */
export type Weigh = (reading: Reading) => Candidate[];

/** How loudly each thing speaks for an entry. */
interface Weights {
  readonly wide: number;
  readonly sharp: number;
  readonly ending: number;
  readonly size: number;
  readonly words: number;
  readonly last: number;
  readonly title: number;
  readonly topic: number;
  readonly leftOver: number;
}

/**
 * What speaks for an entry, and how loudly, with topics and where there are too few names to learn them from. Fitted as a
 * softmax over entries (the ranking of 3,107 titles that O*NET 29.2 has and 27.0 has not, outside technology occupations,
 * against the titles of 27.0), so a score is the logarithm of odds. In four-fold cross-validation topics bring @1 from 0.592
 * to 0.601 and @5 from 0.837 to 0.846; on one alternative label of every fourth occupation of ESCO 1.2.0 against all others,
 * none of them looked at, from 0.712 to 0.730 and from 0.896 to 0.905. `npm run bench:search` prints what all gives on titles
 * of technology occupations, which took no part either.
 */
const WEIGHTS: Readonly<Record<'topics' | 'plain', Weights>> = {
  topics: {
    wide: 0.474,
    sharp: 0.222,
    ending: 0.154,
    size: -0.077,
    words: 0.166,
    last: 0.071,
    title: 1.558,
    topic: 4.013,
    leftOver: -2.808,
  },
  plain: {
    wide: 0.723,
    sharp: 0.226,
    ending: 0.158,
    size: -0.124,
    words: 0.211,
    last: 0.111,
    title: 1.718,
    topic: 0,
    leftOver: -2.533,
  },
};
/** How alike the right entry and a question usually are in what they are about: what is taken off, so that scores compare. */
const USUALLY_ALIKE = 0.6;
/** Keeps a sum of nothing from being minus infinity; as in the fit. */
const FLOOR = { wide: 1e-4, sharp: 1e-4, ending: 1e-3 };

/** Prepares the weighing of evidence. */
export function createWeigh(corpus: Corpus): Weigh {
  const shares = createShares(corpus);
  const odds = createOdds(corpus);
  const weights = corpus.topics.entries.length > 0 ? WEIGHTS.topics : WEIGHTS.plain;
  return (reading) => {
    const owners = shares.gather(reading);
    odds.add(reading, owners);
    const topic = aboutTheSame(reading, corpus);
    const found = owners.map((owner) => ({
      owner,
      score:
        shared(owner, shares, weights) +
        weights.words * (odds.words[owner] ?? 0) +
        weights.last * (odds.last[owner] ?? 0) +
        weights.topic * topic(owner) +
        weights.size * Math.log(corpus.sizes[owner] ?? 1) +
        weights.leftOver * (corpus.leftOver[owner] ?? 0),
      name: shares.name[owner] ?? 0,
    }));
    empty(owners, shares, odds);
    return found;
  };
}

function shared(owner: number, { wide, sharp, ending, title }: Shares, weights: Weights): number {
  return (
    weights.wide * Math.log(FLOOR.wide + (wide[owner] ?? 0)) +
    weights.sharp * Math.log(FLOOR.sharp + (sharp[owner] ?? 0)) +
    weights.ending * Math.log(FLOOR.ending + (ending[owner] ?? 0)) +
    weights.title * (title[owner] ?? 0)
  );
}

function empty(owners: readonly number[], shares: Shares, { words, last }: Odds): void {
  for (const sums of [shares.wide, shares.sharp, shares.ending, shares.title, shares.best, words, last])
    for (const owner of owners) sums[owner] = 0;
}

/** How much more alike than usual the question and each entry are in what they are about; 0 where there are no topics. */
function aboutTheSame({ terms }: Reading, { topics, vocabulary }: Corpus): (owner: number) => number {
  if (topics.entries.length === 0) return () => 0;
  const words = terms.flatMap(({ weight, meant: [likeliest] }) =>
    likeliest === undefined ? [] : [{ word: likeliest.word, weight: weight * likeliest.likeness }],
  );
  const asked = vectorOf(words, topics.stems, vocabulary.stemOf);
  return (owner) => product(asked, 0, topics.entries, owner) - USUALLY_ALIKE;
}
