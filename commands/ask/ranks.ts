import type { Level } from '../../knowledge/index.ts';

/** A level that a question can name. */
export type Rank = Exclude<Level, 'all'>;

const LEVELS: ReadonlyMap<string, Rank> = new Map([
  ['entry', 'entry'],
  ['junior', 'entry'],
  ['jr', 'entry'],
  ['graduate', 'entry'],
  ['grad', 'entry'],
  ['intern', 'entry'],
  ['beginner', 'entry'],
  ['starting', 'entry'],
  ['fresher', 'entry'],
  ['mid', 'mid'],
  ['midlevel', 'mid'],
  ['intermediate', 'mid'],
  ['senior', 'senior'],
  ['sr', 'senior'],
  ['snr', 'senior'],
  ['experienced', 'senior'],
  ['staff', 'staff'],
  ['principal', 'staff'],
  ['lead', 'lead'],
  ['head', 'lead'],
]);

/** The levels that the words of a question name, each once, in their order. */
export function ranksIn(words: readonly string[]): readonly Rank[] {
  return [...new Set(words.flatMap((word) => LEVELS.get(word.toLowerCase()) ?? []))];
}
