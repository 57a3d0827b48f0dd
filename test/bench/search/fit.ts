import type { Choice } from '../../../knowledge/build/softmax.ts';
import { createCorpus } from '../../../knowledge/search/corpus.ts';
import type { Encoder } from '../../../knowledge/search/encoder.ts';
import { createEvidence, FEATURES, weighed, weightsFor } from '../../../knowledge/search/evidence.ts';
import { normalise } from '../../../knowledge/search/normalise.ts';
import { read } from '../../../knowledge/search/question.ts';
import { fitted, sharpened } from '../../../knowledge/search/ranking.ts';
import type { Thing } from './engines.ts';
import type { Question } from './titles.ts';

/** Candidates of a question that take part in the fit: those that the present weights put first, and the right ones. */
const CANDIDATES = 50;

/** A question with what speaks for each candidate. */
export interface Case extends Choice {
  readonly question: Question;
}

/** The feature table: what the engine sees of each question. */
export function featureTable(
  things: readonly Thing[],
  questions: readonly Question[],
  encoder: () => Encoder,
): Case[] {
  const corpus = createCorpus(
    things.map((thing) => ({ ...thing, id: thing.key, entry: thing.key })),
    encoder,
  );
  const evidence = createEvidence(corpus, encoder);
  const weights = weightsFor(corpus);
  return questions.map((question) => {
    const reading = read(normalise(question.typed), corpus, { unfinished: false, isForeign: () => false });
    const isRight = (owner: number) => things[owner]?.codes.some((code) => question.right.has(code)) === true;
    const kept = evidence(reading)
      .map((one) => ({ ...one, score: weighed(one.values, weights) }))
      .toSorted((a, b) => b.score - a.score || a.owner - b.owner)
      .filter(({ owner }, at) => at < CANDIDATES || isRight(owner));
    const values = Float64Array.from(
      kept.flatMap((one) => [...one.values, sharpened(fitted(reading, one, corpus))]),
    );
    if (values.length !== kept.length * FEATURES.length) throw new Error('a feature is missing');
    const right = new Set(kept.flatMap(({ owner }, i) => (isRight(owner) ? [i] : [])));
    return { question, values, right };
  });
}
