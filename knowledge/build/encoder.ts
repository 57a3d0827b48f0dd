import { type IndexEntry, namesOf } from '../search/corpus.ts';
import { piecesOf, ROWS, WIDTH } from '../search/encoder.ts';
import { longForm, tellingWords } from '../search/phrases.ts';
import { seeded, shuffled } from './random.ts';

/** Names that mean one thing, in normal form. */
export type Group = readonly string[];

/** The names of each entry as a search has them: those that mean one thing. */
export function groupsOf(entries: readonly Pick<IndexEntry<unknown>, 'title' | 'aliases'>[]): Group[] {
  return entries.map(({ title, aliases }) => [
    ...new Set([...namesOf({ id: '', title, aliases })].map(searchedAs)),
  ]);
}

function searchedAs(name: string): string {
  return tellingWords(longForm(name)).join(' ');
}

/** How the encoder is trained. The same groups and settings give the same table. */
export interface Training {
  readonly epochs: number;
  readonly seed: number;
}

/** How the built-in encoder is trained, and that of the benchmark. */
export const TRAINING: Training = { epochs: 5, seed: 1 };

/** Names compared with each other at a time; each is to be told from all others. */
const BATCH = 256;
/** Other names of a group whose middle a name is to be near. */
const OTHERS = 4;
const RATE = 0.08;
/** How sharply cosines are told apart; the part of the pieces that is left out, so that none is relied on. */
const SHARPNESS = 14;
const DROPPED = 0.25;

interface Sample {
  readonly group: number;
  readonly name: readonly number[];
  readonly others: readonly (readonly number[])[];
}

interface Weights {
  readonly table: Float32Array;
  readonly squares: Float32Array;
}

/** Trains a table of rows so that names of one group point the same way (softmax over the names of a batch, Adagrad). */
export function trainEncoder(groups: readonly Group[], { epochs, seed }: Training): Int8Array {
  const random = seeded(seed);
  const pieces = groups.map((names) => names.map(piecesOf));
  const table = Float32Array.from({ length: ROWS * WIDTH }, () => (random() - 0.5) * 0.2);
  const weights = { table, squares: new Float32Array(ROWS) };
  const batch = createBatch(weights);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE * (1 - epoch / epochs) + RATE / 20;
    const order = shuffled(
      pieces.flatMap((names, group) => (names.length > 1 ? names.map((_, at) => [group, at] as const) : [])),
      random,
    );
    for (let from = 0; from < order.length; from += BATCH) {
      const samples = order
        .slice(from, from + BATCH)
        .map(([group, at]) => sampled(pieces[group] ?? [], group, at, random));
      batch(samples, rate);
    }
  }
  return quantised(table);
}

function sampled(names: readonly number[][], group: number, at: number, random: () => number): Sample {
  const some = (list: readonly number[]) => {
    const kept = list.filter(() => random() >= DROPPED);
    return kept.length > 0 ? kept : list;
  };
  const others = Array.from({ length: Math.min(OTHERS, names.length - 1) }, () => {
    const other = Math.floor(random() * (names.length - 1));
    return some(names[other < at ? other : other + 1] ?? []);
  });
  return { group, name: some(names[at] ?? []), others };
}

/** Room for one batch: vectors of names and of groups, and how they are to change. */
function createBatch(weights: Weights): (samples: readonly Sample[], rate: number) => void {
  const [names, groups, toNames, toGroups] = Array.from({ length: 4 }, () => new Float32Array(BATCH * WIDTH));
  if (!names || !groups || !toNames || !toGroups) throw new Error('unreachable');
  const [nameLengths, groupLengths] = [new Float32Array(BATCH), new Float32Array(BATCH)];
  return (samples, rate) => {
    samples.forEach(({ name, others }, i) => {
      nameLengths[i] = summed(names, i, [name], weights.table);
      groupLengths[i] = summed(groups, i, others, weights.table);
    });
    toNames.fill(0);
    toGroups.fill(0);
    samples.forEach((_, i) => pull(samples, i, { names, groups, toNames, toGroups }));
    samples.forEach(({ name, others }, i) => {
      applied(weights, [name], {
        vectors: names,
        changes: toNames,
        at: i,
        length: nameLengths[i] ?? 1,
        rate,
      });
      applied(weights, others, {
        vectors: groups,
        changes: toGroups,
        at: i,
        length: groupLengths[i] ?? 1,
        rate,
      });
    });
  };
}

/** Puts the sum of the rows at a place, made of length 1; gives the length it had. */
function summed(
  vectors: Float32Array,
  at: number,
  lists: readonly (readonly number[])[],
  table: Float32Array,
): number {
  const to = at * WIDTH;
  vectors.fill(0, to, to + WIDTH);
  for (const list of lists) {
    const share = 1 / Math.sqrt(list.length);
    for (const row of list)
      for (let d = 0; d < WIDTH; d++)
        vectors[to + d] = (vectors[to + d] ?? 0) + share * (table[row * WIDTH + d] ?? 0);
  }
  let square = 1e-9;
  for (let d = 0; d < WIDTH; d++) square += (vectors[to + d] ?? 0) ** 2;
  const length = Math.sqrt(square);
  for (let d = 0; d < WIDTH; d++) vectors[to + d] = (vectors[to + d] ?? 0) / length;
  return length;
}

interface Vectors {
  readonly names: Float32Array;
  readonly groups: Float32Array;
  readonly toNames: Float32Array;
  readonly toGroups: Float32Array;
}

/** How a name and all groups are to move, so that it is nearer to its own and farther from the others. */
function pull(samples: readonly Sample[], i: number, { names, groups, toNames, toGroups }: Vectors): void {
  const own = samples[i]?.group;
  const from = i * WIDTH;
  const odds = samples.map(({ group }, j) => {
    if (j !== i && group === own) return 0;
    let cosine = 0;
    for (let d = 0; d < WIDTH; d++) cosine += (names[from + d] ?? 0) * (groups[j * WIDTH + d] ?? 0);
    return Math.exp(SHARPNESS * (cosine - 1));
  });
  const total = odds.reduce((sum, each) => sum + each, 0);
  odds.forEach((odd, j) => {
    const wrong = odd / total - (j === i ? 1 : 0);
    if (Math.abs(wrong) < 1e-4) return;
    const to = j * WIDTH;
    for (let d = 0; d < WIDTH; d++) {
      toNames[from + d] = (toNames[from + d] ?? 0) + wrong * (groups[to + d] ?? 0);
      toGroups[to + d] = (toGroups[to + d] ?? 0) + wrong * (names[from + d] ?? 0);
    }
  });
}

interface Change {
  readonly vectors: Float32Array;
  readonly changes: Float32Array;
  readonly at: number;
  readonly length: number;
  readonly rate: number;
}

/** Moves the rows; a row that moved much already moves less. */
function applied(
  { table, squares }: Weights,
  lists: readonly (readonly number[])[],
  { vectors, changes, at, length, rate }: Change,
): void {
  const from = at * WIDTH;
  let along = 0;
  for (let d = 0; d < WIDTH; d++) along += (vectors[from + d] ?? 0) * (changes[from + d] ?? 0);
  let square = 0;
  for (let d = 0; d < WIDTH; d++) {
    const change = ((changes[from + d] ?? 0) - along * (vectors[from + d] ?? 0)) / length;
    changes[from + d] = change;
    square += change * change;
  }
  for (const list of lists) {
    const share = 1 / Math.sqrt(list.length);
    for (const row of list) {
      squares[row] = (squares[row] ?? 0) + (square * share * share) / WIDTH;
      const step = (rate * share) / (Math.sqrt(squares[row] ?? 0) + 1e-6);
      for (let d = 0; d < WIDTH; d++)
        table[row * WIDTH + d] = (table[row * WIDTH + d] ?? 0) - step * (changes[from + d] ?? 0);
    }
  }
}

/** Rows as whole numbers from -127 to 127; the few that are larger are cut. */
function quantised(table: Float32Array): Int8Array {
  const sorted = table.map(Math.abs).sort();
  const most = sorted[Math.floor(sorted.length * 0.9999)] || 1;
  return Int8Array.from(table, (value) => Math.max(-127, Math.min(127, Math.round((value * 127) / most))));
}
