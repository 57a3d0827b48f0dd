/** Figures of one bot in one round; times in milliseconds, memory in MB. */
export interface Figures {
  /** From the start of the process to its first answer. */
  readonly ready: number;
  readonly memory: number;
  /** Interaction in → answer out, 200 a second: what Rolecall has asked itself ahead. */
  readonly prewarmed: readonly number[];
  /** Interaction in → answer out, 200 a second: questions that nobody has asked before, and the same again. */
  readonly first: readonly number[];
  readonly again: readonly number[];
  /** The same, all at once. */
  readonly burstFirst: readonly number[];
  readonly burstAgain: readonly number[];
  /** Completions, where the place has them. */
  readonly completions: readonly number[];
  readonly memoryAfter: number;
}

/** The value below which `share` (0…1) of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
const p99 = (values: readonly number[]): number => quantile(values, 0.99);

interface Row {
  readonly name: string;
  readonly aim: number;
  readonly read: (round: Figures) => number;
  readonly unit: 'ms' | 'MB';
}

/** Ratios of times, and differences of memory, that are not to be exceeded. */
const ROWS: readonly Row[] = [
  { name: 'ready', aim: 1.6, unit: 'ms', read: (round) => round.ready },
  { name: 'memory, after 100 answers', aim: 45, unit: 'MB', read: (round) => round.memory },
  { name: 'memory, after all of this', aim: 60, unit: 'MB', read: (round) => round.memoryAfter },
  { name: 'prewarmed, 200/s, median', aim: 1.15, unit: 'ms', read: (round) => median(round.prewarmed) },
  { name: 'asked first, 200/s, median', aim: 1.6, unit: 'ms', read: (round) => median(round.first) },
  { name: 'asked first, 200/s, p99', aim: 2.2, unit: 'ms', read: (round) => p99(round.first) },
  { name: 'asked again, 200/s, median', aim: 1.2, unit: 'ms', read: (round) => median(round.again) },
  { name: 'asked again, 200/s, p99', aim: 1.2, unit: 'ms', read: (round) => p99(round.again) },
  { name: 'burst, asked first, median', aim: 1.3, unit: 'ms', read: (round) => median(round.burstFirst) },
  { name: 'burst, asked first, p99', aim: 1.3, unit: 'ms', read: (round) => p99(round.burstFirst) },
  { name: 'burst, asked again, median', aim: 1.3, unit: 'ms', read: (round) => median(round.burstAgain) },
  { name: 'burst, asked again, p99', aim: 1.3, unit: 'ms', read: (round) => p99(round.burstAgain) },
  { name: 'completion, 200/s, median', aim: 1.5, unit: 'ms', read: (round) => median(round.completions) },
  { name: 'completion, 200/s, p99', aim: 2.5, unit: 'ms', read: (round) => p99(round.completions) },
];

/** A table of the medians over all rounds: the bare bot, Rolecall, and the difference against the aim. */
export function table(bare: readonly Figures[], own: readonly Figures[], readyAim: number): string[] {
  const lines = ROWS.map((row) => (row.name === 'ready' ? { ...row, aim: readyAim } : row)).flatMap((row) => {
    const [a, b] = [median(bare.map(row.read)), median(own.map(row.read))];
    return Number.isNaN(a) || Number.isNaN(b) ? [] : [lineOf(row, a, b)];
  });
  return [['', 'bare', 'Rolecall', '', 'aim', ''], ...lines].map((cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(28) : cell.padStart(11))).join(''),
  );
}

function lineOf({ name, aim, unit }: Row, bare: number, own: number): string[] {
  const digits = unit === 'MB' || bare >= 100 ? 0 : 2;
  const by = unit === 'MB' ? own - bare : own / bare;
  const [change, limit] =
    unit === 'MB' ? [`${by < 0 ? '' : '+'}${by.toFixed(0)}`, `+${aim}`] : [`${by.toFixed(2)}×`, `${aim}×`];
  const figures = [bare, own].map((figure) => `${figure.toFixed(digits)} ${unit}`);
  return [name, ...figures, change, limit, by <= aim ? 'met' : 'missed'];
}
