/** One question: what speaks for each candidate, one after another, and which candidates are right. */
export interface Choice {
  readonly values: Float64Array;
  readonly right: ReadonlySet<number>;
}

/** How the weights are found: steps, and how strongly they are held near zero. */
interface Fitting {
  readonly features: number;
  readonly steps: number;
  readonly decay: number;
}

/** Fits weights so that the right candidates of each question get most of the odds (softmax, gradient ascent by Adam). */
export function fitSoftmax(choices: readonly Choice[], { features, steps, decay }: Fitting): Float64Array {
  const weights = new Float64Array(features);
  const [slope, square, slopes] = [
    new Float64Array(features),
    new Float64Array(features),
    new Float64Array(features),
  ];
  for (let step = 1; step <= steps; step++) {
    slopes.fill(0);
    for (const choice of choices) addSlope(choice, weights, slopes);
    const rate = 0.1 * Math.min(1, (4 * (steps - step)) / steps + 0.02);
    for (let i = 0; i < features; i++) {
      const ascent = (slopes[i] ?? 0) / choices.length - decay * (weights[i] ?? 0);
      slope[i] = 0.9 * (slope[i] ?? 0) + 0.1 * ascent;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * ascent * ascent;
      const [mean, spread] = [(slope[i] ?? 0) / (1 - 0.9 ** step), (square[i] ?? 0) / (1 - 0.99 ** step)];
      weights[i] = (weights[i] ?? 0) + (rate * mean) / (Math.sqrt(spread) + 1e-8);
    }
  }
  return weights;
}

/** The scores of the candidates of a question. */
export function scoresOf({ values }: Choice, weights: Float64Array): number[] {
  const size = weights.length;
  return Array.from({ length: values.length / size }, (_, i) => {
    let score = 0;
    for (let f = 0; f < size; f++) score += (weights[f] ?? 0) * (values[i * size + f] ?? 0);
    return score;
  });
}

function addSlope(choice: Choice, weights: Float64Array, slopes: Float64Array): void {
  const scores = scoresOf(choice, weights);
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  const right = odds.reduce((sum, odd, i) => sum + (choice.right.has(i) ? odd : 0), 0);
  if (right === 0) return;
  odds.forEach((odd, i) => {
    const pull = (choice.right.has(i) ? odd / right : 0) - odd / all;
    for (let f = 0; f < weights.length; f++)
      slopes[f] = (slopes[f] ?? 0) + pull * (choice.values[i * weights.length + f] ?? 0);
  });
}
