/** Figures of one bot in one round; times in milliseconds, memory in MB. */
export interface Figures {
  readonly ready: number;
  readonly memory: number;
  /** Interaction in → answer out, at a steady rate. */
  readonly steady: readonly number[];
  /** The same, all at once. */
  readonly burst: readonly number[];
  /** Completions, where the place has them. */
  readonly completions: readonly number[];
}

/** The value below which `share` (0…1) of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

interface Row {
  readonly name: string;
  readonly aim: string;
  readonly read: (round: Figures) => number;
  readonly unit: string;
  /** Whether the aim is a difference, not a ratio. */
  readonly difference?: boolean;
}

const ROWS: readonly Row[] = [
  { name: 'ready', aim: '≤ 1.3×', unit: 'ms', read: (round) => round.ready },
  { name: 'memory', aim: '≤ +60', unit: 'MB', read: (round) => round.memory, difference: true },
  { name: 'answer, 200/s, median', aim: '≤ 1.15×', unit: 'ms', read: (round) => median(round.steady) },
  { name: 'answer, 200/s, p99', aim: '', unit: 'ms', read: (round) => quantile(round.steady, 0.99) },
  { name: 'answer, burst of 500, median', aim: '≤ 1.15×', unit: 'ms', read: (round) => median(round.burst) },
  { name: 'answer, burst of 500, p99', aim: '', unit: 'ms', read: (round) => quantile(round.burst, 0.99) },
  { name: 'completion, median', aim: '≤ 1.5×', unit: 'ms', read: (round) => median(round.completions) },
];

/** A table of the medians over all rounds: the bare bot, Rolecall, and their ratio. */
export function table(bare: readonly Figures[], own: readonly Figures[]): string[] {
  const head = ['', 'bare', 'Rolecall', 'ratio', 'aim'];
  const lines = ROWS.flatMap((row) => {
    const a = median(bare.map(row.read));
    const b = median(own.map(row.read));
    if (Number.isNaN(a) || Number.isNaN(b)) return [];
    const ratio = row.difference === true ? `+${(b - a).toFixed(0)}` : `${(b / a).toFixed(2)}×`;
    return [[row.name, `${a.toFixed(2)} ${row.unit}`, `${b.toFixed(2)} ${row.unit}`, ratio, row.aim]];
  });
  return [head, ...lines].map((cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(13))).join(''),
  );
}
