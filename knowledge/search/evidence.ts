import type { Corpus } from './corpus.ts';
import { nearness } from './encoded.ts';
import { builtInEncoder, type Encoder } from './encoder.ts';
import { createOdds, type Odds } from './odds.ts';
import type { Reading } from './question.ts';
import { createShares, type Shares } from './shares.ts';
import { vectorOf } from './topics.ts';
import { product } from './vectors.ts';
import weights from './weights.json' with { type: 'json' };

/** What speaks for an entry, each as one number. How loudly it speaks is fitted by `npm run fit:search`. */
export const FEATURES = [
  'wide',
  'ending',
  'title',
  'words',
  'topic',
  'near',
  'size',
  'leftOver',
  'fit',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Weights = Readonly<Record<Feature, number>>;

/** The weights where there are enough names to learn from, and where there are few. */
export const WEIGHTS: Readonly<Record<'many' | 'few', Weights>> = weights;

/** Which weights are for a corpus. */
export function weightsFor({ topics }: Corpus): Weights {
  return WEIGHTS[topics.entries.length > 0 ? 'many' : 'few'];
}

/** An entry, by its number, that shares something with a reading. `name` is the nearest of its names. */
interface Candidate {
  readonly owner: number;
  readonly score: number;
  readonly name: number;
}

/** An entry with what speaks for it, in the order of `FEATURES`; how well its nearest name fits is not yet known. */
export interface Evidence extends Pick<Candidate, 'owner' | 'name'> {
  readonly values: readonly number[];
}

/** How alike the right entry and a question usually are: what is taken off, so that scores compare between questions. */
const USUALLY = 0.6;
/** Keeps a sum of nothing from being minus infinity; as in the fit. */
const FLOOR = { wide: 1e-4, ending: 1e-3 };

/** Gathers what speaks for the entries that share a word with a reading, in no order. */
export function createEvidence(
  corpus: Corpus,
  encoder: () => Encoder = builtInEncoder,
): (reading: Reading) => Evidence[] {
  const shares = createShares(corpus);
  const odds = createOdds(corpus);
  return (reading) => {
    const owners = shares.gather(reading);
    odds.add(reading, owners);
    const topic = aboutTheSame(reading, corpus);
    const near = corpus.encoded.length === 0 ? () => 0 : nearness(reading.name, corpus.encoded, encoder());
    const found = owners.map((owner) => ({
      owner,
      name: shares.name[owner] ?? 0,
      values: [
        Math.log(FLOOR.wide + (shares.wide[owner] ?? 0)),
        Math.log(FLOOR.ending + (shares.ending[owner] ?? 0)),
        shares.title[owner] ?? 0,
        odds.sums[owner] ?? 0,
        topic(owner),
        near(owner),
        Math.log(corpus.sizes[owner] ?? 1),
        corpus.leftOver[owner] ?? 0,
      ],
    }));
    empty(owners, shares, odds);
    return found;
  };
}

/** What the evidence amounts to, as the logarithm of odds. */
export function weighed(values: readonly number[], by: Weights): number {
  return FEATURES.reduce((sum, feature, i) => sum + by[feature] * (values[i] ?? 0), 0);
}

function empty(owners: readonly number[], shares: Shares, { sums: odds }: Odds): void {
  for (const sums of [shares.wide, shares.ending, shares.title, shares.best, odds])
    for (const owner of owners) sums[owner] = 0;
}

/** How much more alike than usual the question and each entry are in what they are about; 0 where there are no topics. */
function aboutTheSame({ terms }: Reading, { topics, vocabulary }: Corpus): (owner: number) => number {
  if (topics.entries.length === 0) return () => 0;
  const words = terms.flatMap(({ weight, meant: [likeliest] }) =>
    likeliest === undefined ? [] : [{ word: likeliest.word, weight: weight * likeliest.likeness }],
  );
  const asked = vectorOf(words, topics.stems, vocabulary.stemOf);
  return (owner) => product(asked, 0, topics.entries, owner) - USUALLY;
}
