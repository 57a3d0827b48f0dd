import type { Scored } from './score.ts';

/** What a ranking amounts to: an answer with alternatives, a question, or nothing near. */
export interface Verdict {
  readonly kind: 'close' | 'ambiguous' | 'none';
  readonly choices: readonly number[];
}

const NEAR = 0.62;
const TOLD = 0.6;
const WHOLE = 0.72;
const MARGIN = 0.06;
export const MAX_CHOICES = 8;

/** Close when the best explains enough of the question and leads clearly; otherwise asks, or says so. */
export function decide(ranked: readonly Scored[]): Verdict {
  const choices = ranked.slice(0, MAX_CHOICES).map(({ owner }) => owner);
  const [first, second] = ranked;
  if (!first || first.told < TOLD) return { kind: 'none', choices: choices.slice(0, 4) };
  const lead = first.score - (second?.score ?? 0);
  const vague = first.whole < WHOLE;
  if (!vague && first.score >= NEAR && lead >= MARGIN) return { kind: 'close', choices };
  return { kind: 'ambiguous', choices };
}
