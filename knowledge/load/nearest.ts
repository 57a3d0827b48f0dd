import Fuse from 'fuse.js';

/** The name that is written most like `word`, if any is: for "did you mean …?". Slow: for mistakes only. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  return new Fuse([...names], { threshold: 0.4 }).search(word.slice(0, 60), { limit: 1 })[0]?.item;
}
