import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many numbers an encoded name has, and how many rows the table of an encoder has. */
export const WIDTH = 96;
export const ROWS = 1 << 15;

/** A table with a row of small whole numbers for each piece of a name. */
export interface Encoder {
  readonly table: Int8Array;
}

/** The pieces of a normalised name as numbers of rows: its words, neighbouring words, and three and four letters of a word. */
export function piecesOf(name: string): number[] {
  const words = name.split(' ');
  const pieces = new Set<number>();
  words.forEach((word, at) => {
    pieces.add(rowOf(`=${word}`));
    if (at > 0) pieces.add(rowOf(`+${words[at - 1]} ${word}`));
    const padded = `^${word}$`;
    for (const size of [3, 4])
      for (let from = 0; from + size <= padded.length; from++)
        pieces.add(rowOf(padded.slice(from, from + size)));
  });
  return [...pieces];
}

/** FNV-1a, folded to a row. */
function rowOf(text: string): number {
  let code = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) code = Math.imul(code ^ text.charCodeAt(i), 0x01000193);
  return (code ^ (code >>> 15)) & (ROWS - 1);
}

/** Adds the rows of a name: whole numbers, so that every machine gives the same. */
export function encode(name: string, { table }: Encoder): Int32Array {
  const sums = new Int32Array(WIDTH);
  for (const row of piecesOf(name)) {
    const from = row * WIDTH;
    for (let i = 0; i < WIDTH; i++) sums[i] = (sums[i] ?? 0) + (table[from + i] ?? 0);
  }
  return sums;
}

let builtIn: Encoder | undefined;

/** The encoder that comes with Rolecall, read when it is first needed: `npm run train:search` makes it. */
export function builtInEncoder(): Encoder {
  builtIn ??= { table: new Int8Array(readFileSync(join(import.meta.dirname, 'encoder.bin'))) };
  return builtIn;
}
