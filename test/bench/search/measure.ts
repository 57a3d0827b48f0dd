import { quantile } from '../figures.ts';
import type { Engine, Given, Thing } from './engines.ts';
import type { Question } from './titles.ts';

/** How an engine did. Times are milliseconds; `asked` is less than the number of questions where time ran out. */
export interface Score {
  readonly asked: number;
  readonly first: number;
  readonly firstFive: number;
  readonly p50: number;
  readonly p99: number;
  readonly build: number;
}

/** Longest time for one engine at one size, in milliseconds: fuse.js alone would need minutes. */
const PATIENCE = 20_000;
/** Questions asked before: V8 is still compiling during the first hundred. */
const WARM_UP = 100;
const WARMTH = 2_000;

/** Builds an engine and asks it; the first few questions are asked before, for warming up. */
export function measure(engine: Engine, things: readonly Thing[], questions: readonly Question[]): Score {
  const started = performance.now();
  const search = engine.build(things);
  const build = performance.now() - started;
  const warm = performance.now() + WARMTH;
  for (const { typed } of questions.slice(0, WARM_UP)) if (performance.now() < warm) search(typed);
  const deadline = performance.now() + PATIENCE;
  const times: number[] = [];
  const counts = { first: 0, firstFive: 0 };
  for (const question of questions) {
    if (performance.now() > deadline) break;
    const start = performance.now();
    const found = search(question.typed);
    times.push(performance.now() - start);
    const at = placeOf(found, question);
    counts.first += at === 0 ? 1 : 0;
    counts.firstFive += at >= 0 && at < 5 ? 1 : 0;
  }
  const asked = times.length;
  return {
    asked,
    first: counts.first / asked,
    firstFive: counts.firstFive / asked,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    build,
  };
}

/** The place, from 0, of the first hit that is right; -1 where none is. */
export function placeOf({ hits }: Given, { right }: Pick<Question, 'right'>): number {
  return hits.findIndex((keys) => keys.some((key) => right.has(key)));
}

/** The first things that have about `titles` titles together. */
export function sized(things: readonly Thing[], titles: number): Thing[] {
  const chosen: Thing[] = [];
  let count = 0;
  for (const thing of things) {
    if (count >= titles) break;
    chosen.push(thing);
    count += 1 + thing.aliases.length;
  }
  return chosen;
}
