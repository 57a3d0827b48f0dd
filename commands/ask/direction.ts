import type { Model } from './classifier.ts';
import { score } from './classifier.ts';
import { conceptsOf } from './concepts.ts';
import type { Entity } from './entities.ts';
import type { Feature } from './features.ts';
import { rowOf } from './features.ts';
import type { Tagged } from './tagger.ts';
import { masked } from './tagger.ts';

/** How many rows the table of directions has: words around names are few. */
export const DIRECTION_ROWS = 1 << 12;
const NEAR = 4;

/** What may be a start or an aim. */
export function isEnd({ kind, role, background }: Entity): boolean {
  return (
    kind === 'role' || kind === 'background' || (kind === 'family' && (role ?? background) !== undefined)
  );
}

/** What tells whether a name is where somebody comes from or goes: the words around it, its kind and its place among others. */
export function directionFeatures(tagged: Tagged, entity: Entity): Feature[] {
  const words = masked(tagged);
  const ends = tagged.entities.filter(isEnd);
  const starts = tagged.entities.map(({ from, to }) => [from, to - from - 1] as const);
  const at = entity.from - starts.reduce((sum, [from, more]) => sum + (from < entity.from ? more : 0), 0);
  const order = `${ends.indexOf(entity)} of ${ends.length}`;
  const texts = [`kind ${entity.kind}`, `order ${order}`, `kind ${entity.kind} ${order}`];
  const meant = conceptsOf(tagged.words);
  for (const { from, to, names } of meant)
    for (const name of names) {
      const distance = from >= entity.to ? from - entity.to + 1 : entity.from - to + 1;
      const side = from >= entity.to ? 'after' : 'before';
      texts.push(`${side} concept ${name}`, `${side} concept ${name} ${order}`);
      if (distance <= NEAR) texts.push(`near ${side} concept ${name}`);
    }
  for (let i = 1; i <= NEAR; i += 1) {
    const before = words[at - i] ?? '^';
    const after = words[at + i] ?? '$';
    texts.push(`before ${before}`, `after ${after}`, `before ${i} ${before}`, `after ${i} ${after}`);
    texts.push(
      `before ${i} ${words[at - i - 1] ?? '^'} ${before}`,
      `after ${i} ${after} ${words[at + i + 1] ?? '$'}`,
    );
  }
  return [...new Set(texts.map((text) => rowOf(text) % DIRECTION_ROWS))].map((row) => ({
    row,
    value: 1,
    at: undefined,
  }));
}

/** How much more words say that somebody comes from there than that they go there. */
export function leaning(tagged: Tagged, entity: Entity, { directions, directionWeights }: Model): number {
  const scores = score(directionFeatures(tagged, entity), { labels: directions, weights: directionWeights });
  const of = (label: string) => scores.find((each) => each.label === label)?.score ?? 0;
  return of('from') - of('to');
}
