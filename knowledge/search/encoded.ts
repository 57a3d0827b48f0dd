import { type Encoder, encode, WIDTH } from './encoder.ts';
import { type Lists, valuesOf } from './lists.ts';

/** How long, in whole numbers, the vector of a name is made. */
const LENGTH = 1000;
/** The cosine of a question and the right entry, usually. */
const USUALLY = 0.6;

/** A vector of about that length, of whole numbers: the same on every machine, for a square root is exact to its last bit. */
function levelled(vector: Int32Array): Int32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => Math.round((value * LENGTH) / length));
}

/** The middle of the names of each entry, one vector of whole numbers after another. */
export function encodedEntries(
  names: Iterable<string>,
  ownersOf: Lists,
  entries: number,
  encoder: Encoder,
): Int32Array {
  const sums = new Int32Array(entries * WIDTH);
  let name = 0;
  for (const text of names) {
    const vector = levelled(encode(text, encoder));
    for (const owner of valuesOf(ownersOf, name))
      for (let i = 0; i < WIDTH; i++)
        sums[owner * WIDTH + i] = (sums[owner * WIDTH + i] ?? 0) + (vector[i] ?? 0);
    name += 1;
  }
  const out = new Int32Array(entries * WIDTH);
  for (let entry = 0; entry < entries; entry++)
    out.set(levelled(sums.subarray(entry * WIDTH, (entry + 1) * WIDTH)), entry * WIDTH);
  return out;
}

/** How much nearer than usual a text and each entry are: the cosine of their vectors less that of a right entry. */
export function nearness(text: string, entries: Int32Array, encoder: Encoder): (entry: number) => number {
  const asked = levelled(encode(text, encoder));
  return (entry) => {
    let dot = 0;
    for (let i = 0; i < WIDTH; i++) dot += (asked[i] ?? 0) * (entries[entry * WIDTH + i] ?? 0);
    return dot / (LENGTH * LENGTH) - USUALLY;
  };
}
