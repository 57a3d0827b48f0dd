/** Rows of the table of distances, the current one and the two before it, for texts shorter than LONGEST. */
const LONGEST = 61;
const ROW = 64;
const table = new Uint8Array(3 * ROW);

/** What mistakes cost, in quarters. Letters swapped are the mistake that hands make most often, and keep every letter. */
const MISTAKE = 4;
const SWAP = 3;

/**
 * Typing mistakes between two words (optimal string alignment): 1 for a letter missing, added or changed, 0.75 for two
 * neighbours swapped. Gives `most + 1` when there are more than `most`, and for words of more than 60 letters.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length >= LONGEST || b.length >= LONGEST) return most + 1;
  for (let j = 0; j <= b.length; j++) table[j] = j * MISTAKE;
  for (let i = 1; i <= a.length; i++) if (fillRow(a, b, i) > most * MISTAKE) return most + 1;
  return Math.min((table[(a.length % 3) * ROW + b.length] ?? 0) / MISTAKE, most + 1);
}

/** Fills row `i` of the table; gives its least value, below which no later row can fall. */
function fillRow(a: string, b: string, i: number): number {
  const row = (i % 3) * ROW;
  const last = ((i + 2) % 3) * ROW;
  const before = ((i + 1) % 3) * ROW;
  const letter = a.charCodeAt(i - 1);
  let left = i * MISTAKE;
  let least = left;
  table[row] = left;
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    const changed = (table[last + j - 1] ?? 0) + (letter === other ? 0 : MISTAKE);
    let best = Math.min(changed, (table[last + j] ?? 0) + MISTAKE, left + MISTAKE);
    if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
      best = Math.min(best, (table[before + j - 2] ?? 0) + SWAP);
    }
    table[row + j] = best;
    left = best;
    if (best < least) least = best;
  }
  return least;
}

/** Whether two texts have the same digits in the same order: CS231 is no mistyped CS229. */
export function sameDigits(a: string, b: string): boolean {
  return a.replace(/[^0-9]/g, '') === b.replace(/[^0-9]/g, '');
}
