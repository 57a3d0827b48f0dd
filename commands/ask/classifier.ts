import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Feature } from './features.ts';
import { ROWS } from './features.ts';

/** What `npm run train:ask` learnt: a whole number for each row and label, and which words people ask with. */
export interface Model {
  readonly labels: readonly string[];
  /** A row of weights for each row of features, a weight for each label. */
  readonly weights: Int8Array;
  /** Words of at least two utterances. */
  readonly words: ReadonlySet<string>;
  /** By how much the first must lead to be answered, to be part of a question with two, and to be refused where a role is named. */
  readonly margins: { readonly answer: number; readonly clause: number; readonly refuse: number };
  /** Labels and weights of what tells where somebody comes from and goes. */
  readonly directions: readonly string[];
  readonly directionWeights: Int8Array;
}

/** A label with its score: sums of whole numbers, so that every machine gives the same order. */
export interface Scored {
  readonly label: string;
  readonly score: number;
}

/** What whole numbers of scores stand for one. */
const SCALE = 100;

/** The labels, best first, by a linear model. Scores are divided by the length of the features, so that long questions score as short ones. */
export function score(
  features: readonly Feature[],
  { labels, weights }: Pick<Model, 'labels' | 'weights'>,
): Scored[] {
  const sums = new Int32Array(labels.length);
  let square = 0;
  for (const { row, value } of features) {
    square += value * value;
    const from = row * labels.length;
    for (let i = 0; i < labels.length; i++) sums[i] = (sums[i] ?? 0) + value * (weights[from + i] ?? 0);
  }
  const length = Math.sqrt(square) || 1;
  return labels
    .map((label, i) => ({ label, score: Math.round((SCALE * (sums[i] ?? 0)) / length) }))
    .sort((a, b) => b.score - a.score || labels.indexOf(a.label) - labels.indexOf(b.label));
}

const schema = z.object({
  labels: z.array(z.string()),
  directions: z.array(z.string()),
  margins: z.object({ answer: z.number(), clause: z.number(), refuse: z.number() }),
  words: z.string(),
});

let builtIn: Model | undefined;

/** The model that comes with Rolecall, read when it is first needed. */
export function builtInModel(): Model {
  builtIn ??= readModel(import.meta.dirname);
  return builtIn;
}

function readModel(folder: string): Model {
  const { words, ...rest } = schema.parse(JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')));
  const bytes = new Int8Array(readFileSync(join(folder, 'model.bin')));
  const end = ROWS * rest.labels.length;
  return {
    ...rest,
    words: new Set(words.split(' ')),
    weights: bytes.subarray(0, end),
    directionWeights: bytes.subarray(end),
  };
}
