import type { CorpusWords } from './corpus-words.ts';
import { inverted, valuesOf } from './lists.ts';

/**
 * Which entries use a word, in any of its forms, and how much: those of stem i stand from `starts[i]` to `starts[i + 1]`.
 * A name counts 1 for an entry that alone has it, less for each of several.
 */
export interface Usage {
  readonly starts: Int32Array;
  readonly owners: Int32Array;
  readonly counts: Float32Array;
}

/** Counts the words of all names once. */
export function usageOf({ entries, namesWith, ownersOf, vocabulary, stemCounts }: CorpusWords): Usage {
  const { stemOf } = vocabulary;
  const stems = stemCounts.length;
  const forms = inverted(
    { starts: Int32Array.from({ length: stemOf.length + 1 }, (_, i) => i), values: stemOf },
    stems,
  );
  const starts = new Int32Array(stems + 1);
  const [owners, counts]: [number[], number[]] = [[], []];
  const sums = new Float64Array(entries);
  for (let stem = 0; stem < stems; stem++) {
    const first = owners.length;
    for (const word of valuesOf(forms, stem)) {
      for (const name of valuesOf(namesWith, word)) {
        const having = valuesOf(ownersOf, name);
        for (const owner of having) {
          if (sums[owner] === 0) owners.push(owner);
          sums[owner] = (sums[owner] ?? 0) + 1 / Math.sqrt(having.length);
        }
      }
    }
    for (let i = first; i < owners.length; i++) {
      const owner = owners[i] ?? 0;
      counts.push(sums[owner] ?? 0);
      sums[owner] = 0;
    }
    starts[stem + 1] = owners.length;
  }
  return { starts, owners: Int32Array.from(owners), counts: Float32Array.from(counts) };
}
