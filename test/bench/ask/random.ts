/** Random numbers from 0 to 1 that are the same for the same seed: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. */
export function oneOf<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** A seed that a text stands for: FNV-1a. */
export function seedOf(text: string): number {
  let code = 0x811c9dc5;
  for (const letter of text) code = Math.imul(code ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return code >>> 0;
}
