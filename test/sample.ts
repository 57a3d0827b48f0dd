import fc from 'fast-check';

/** Whether everything there is is asked, which takes some minutes, or a sample. */
export const ASKS_ALL = process.env['ROLECALL_EVERY_ANSWER'] !== undefined;

/** What the sample is chosen by; a run prints it, and `ROLECALL_SEED` chooses the same again. */
export const SEED = Number(process.env['ROLECALL_SEED'] ?? Date.now() % 1_000_000);

/** How long a test may take that asks all of it; milliseconds. */
export const LONG = ASKS_ALL ? 3_600_000 : 60_000;

/** `count` of them, by the seed; all of them where there are fewer, or where everything is asked. `turn` chooses others. */
export function someOf<T>(all: readonly T[], count: number, turn = 0): readonly T[] {
  if (ASKS_ALL || all.length <= count) return all;
  const chosen = fc.shuffledSubarray([...all], { minLength: count, maxLength: count });
  return fc.sample(chosen, { numRuns: 1, seed: SEED + turn })[0] ?? [];
}

/** How many random inputs a slow property is tried with: a few at each run, since each run has others, or all that are wanted. */
export function triesOf(all: number): number {
  return ASKS_ALL ? all : Math.ceil(all / 4);
}
