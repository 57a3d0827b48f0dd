/** Examples for a linear model: features one behind the other, each example divided by its length. */
export interface Examples {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** Where each example begins; one more than there are. */
  readonly starts: Int32Array;
  readonly labels: Int32Array;
}

/** What an example is made of. */
export interface Example {
  readonly features: readonly { readonly row: number; readonly value: number }[];
  readonly label: number;
}

/** Puts examples into arrays. */
export function examplesOf(all: readonly Example[]): Examples {
  const starts = new Int32Array(all.length + 1);
  all.forEach(({ features }, at) => (starts[at + 1] = (starts[at] ?? 0) + features.length));
  const rows = new Int32Array(starts[all.length] ?? 0);
  const values = new Float32Array(rows.length);
  all.forEach(({ features }, at) => {
    const length = Math.sqrt(features.reduce((sum, { value }) => sum + value * value, 0)) || 1;
    features.forEach(({ row, value }, i) => {
      rows[(starts[at] ?? 0) + i] = row;
      values[(starts[at] ?? 0) + i] = value / length;
    });
  });
  return { rows, values, starts, labels: Int32Array.from(all, ({ label }) => label) };
}

export interface Training {
  readonly rows: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly random: () => number;
}

/** Multinomial logistic regression by AdaGrad: a weight for each row and label. */
export function trainLinear(
  examples: Examples,
  { rows, labels, epochs, rate, decay, random }: Training,
): Float32Array {
  const weights = new Float32Array(rows * labels);
  const seen = new Float32Array(rows * labels).fill(1e-6);
  const order = Int32Array.from(examples.labels, (_, at) => at);
  const odds = new Float64Array(labels);
  const dropped = new Uint8Array(rowsAtMost(examples));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const start = examples.starts[at]!;
      const end = examples.starts[at + 1]!;
      for (let i = start; i < end; i++) dropped[i - start] = random() < DROPPED ? 1 : 0;
      oddsOf(weights, examples, start, end, odds, dropped);
      odds[examples.labels[at]!]! -= 1;
      const wrong = labelsOff(odds);
      for (let i = start; i < end; i++) {
        if (dropped[i - start] === 1) continue;
        const from = examples.rows[i]! * labels;
        const value = examples.values[i]!;
        for (const label of wrong) {
          const slope = odds[label]! * value + decay * weights[from + label]!;
          const sum = (seen[from + label]! += slope * slope);
          weights[from + label]! -= (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return weights;
}

function rowsAtMost({ starts }: Examples): number {
  return starts.reduce((most, start, at) => Math.max(most, start - (starts[at - 1] ?? 0)), 0);
}

/** The labels that an example still moves: most are sure soon. */
function labelsOff(odds: Float64Array): number[] {
  const off: number[] = [];
  for (let label = 0; label < odds.length; label++) if (Math.abs(odds[label]!) > SURE) off.push(label);
  return off;
}

const SURE = 0.002;
/** So many features of an example are left out each time, so that no word stands for an intent alone. */
const DROPPED = 0.25;

/** How likely each label is. */
function oddsOf(
  weights: Float32Array,
  { rows, values }: Examples,
  start: number,
  end: number,
  odds: Float64Array,
  dropped: Uint8Array,
): void {
  odds.fill(0);
  for (let i = start; i < end; i++) {
    if (dropped[i - start] === 1) continue;
    const from = rows[i]! * odds.length;
    const value = values[i]!;
    for (let label = 0; label < odds.length; label++) odds[label]! += value * weights[from + label]!;
  }
  const most = odds.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let label = 0; label < odds.length; label++) sum += odds[label] = Math.exp(odds[label]! - most);
  for (let label = 0; label < odds.length; label++) odds[label]! /= sum;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

/** Weights as whole numbers from -127 to 127; the greatest few of a thousand are cut. */
export function whole(weights: Float32Array): { readonly bytes: Int8Array; readonly scale: number } {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const greatest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = 127 / greatest;
  return {
    bytes: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale)))),
    scale,
  };
}
