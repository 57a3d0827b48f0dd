import type { Level } from '../scales.ts';

/** A rung of a ladder by its name, with its place on the one scale of levels. */
export interface Rank {
  readonly title: string;
  readonly level: Level;
  readonly place: number;
}

/** How the names of rungs begin, lowest first. A name that begins like none of them stands after `junior`. */
const BEGINNINGS: readonly (readonly [RegExp, Rank['level']])[] = [
  [/^(trainee|apprentice)\b/i, 'entry'],
  [/^associate\b/i, 'entry'],
  [/^junior\b/i, 'entry'],
  [/^(?!(senior|major|lead|principal|chief|head of)\b)/i, 'mid'],
  [/^(senior|major)\b/i, 'senior'],
  [/^lead\b/i, 'lead'],
  [/^principal\b/i, 'lead'],
  [/^(chief|head of)\b/i, 'lead'],
];

/**
 * Ranks the rungs of a role, lowest first. The publisher's file lists them by letter and does not number them, so the
 * order is that of the words they begin with; among managers, analysts come first. Ties are broken by letter.
 */
export function rankRungs(role: string, titles: Iterable<string>): Rank[] {
  const manages = /\bmanager$/i.test(role);
  return [...titles]
    .map((title): Rank => {
      const at = BEGINNINGS.findIndex(([pattern]) => pattern.test(title));
      const junior = manages && /\banalyst$/i.test(title);
      const level = BEGINNINGS[at]?.[1] ?? 'mid';
      return { title, level, place: at + (junior ? 0 : BEGINNINGS.length) };
    })
    .toSorted((a, b) => a.place - b.place || (a.title < b.title ? -1 : 1));
}
