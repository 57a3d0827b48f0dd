import type { Corpus } from './corpus.ts';
import { valuesOf } from './lists.ts';
import type { Reading } from './question.ts';

/** An entry (by its number) and how near it is: `score` orders, `told` is the share of the question it explains. */
export interface Scored {
  readonly owner: number;
  readonly score: number;
  readonly told: number;
  readonly whole: number;
}

interface Best {
  score: number;
  told: number;
  whole: number;
}

/** Every entry that shares a word with a reading, best first. Ties go to weight, then id (the entries' own order). */
export function score(
  questions: readonly Reading[],
  corpus: Corpus,
  priors: Float64Array,
  rank: Int32Array,
): Scored[] {
  const best = new Map<number, Best>();
  for (const reading of questions) scoreReading(reading, corpus, best);
  return [...best]
    .map(([owner, b]) => ({ owner, ...b, score: b.score * (1 + 0.04 * (priors[owner] ?? 0)) }))
    .sort((a, b) => b.score - a.score || (rank[a.owner] ?? 0) - (rank[b.owner] ?? 0));
}

function scoreReading(reading: Reading, corpus: Corpus, best: Map<number, Best>): void {
  const hits = new Map<number, { told: number; named: number }>();
  let total = 0;
  for (const term of reading.terms) {
    const hit = new Set<number>();
    total += term.optional ? 0 : term.weight;
    for (const { word, likeness } of term.matches) {
      for (const name of valuesOf(corpus.namesWith, word)) {
        if (hit.has(name)) continue;
        hit.add(name);
        const sum = hits.get(name) ?? { told: 0, named: 0 };
        sum.told += term.optional ? 0 : likeness * term.weight;
        sum.named += likeness * (corpus.weightOf[word] ?? 0);
        hits.set(name, sum);
      }
    }
  }
  for (const [name, sum] of hits) {
    let all = 0;
    for (const word of valuesOf(corpus.wordsOf, name)) all += corpus.weightOf[word] ?? 0;
    const whole = Math.min(1, sum.named / all);
    const told = total === 0 ? whole : sum.told / total;
    const value = told === 0 ? 0 : (1.5 * told * whole) / (0.5 * told + whole);
    for (const owner of valuesOf(corpus.ownersOf, name)) {
      const known = best.get(owner);
      if (!known || known.score < value) best.set(owner, { score: value, told, whole });
    }
  }
}
