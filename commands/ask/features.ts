import { conceptsOf } from './concepts.ts';
import { isWithin } from './entities.ts';
import type { Tagged } from './tagger.ts';
import { masked } from './tagger.ts';

/** How many rows a table of weights has. */
export const ROWS = 1 << 15;

/** What a feature counts: words say more than their pieces. */
const WORD = 3;
const PAIR = 3;
const PIECE = 1;
const NAMED = 3;
const CONCEPT = 3;
const CONCEPT_PAIR = 2;

/** A feature of a question: the row of its weights, how much it counts, and the word it comes from, if from one alone. */
export interface Feature {
  readonly row: number;
  readonly value: number;
  readonly at: number | undefined;
}

/**
 * What a question says, for the scorer: its words with names masked, neighbouring words, pieces of three to five letters
 * of a word, what the words mean in any language (`concepts.ts`), what kinds of things it names, and how many words nobody asks with. Rows are hashed, so that nothing needs a dictionary.
 */
export function featuresOf(tagged: Tagged, asked: ReadonlySet<string>): Feature[] {
  const words = masked(tagged);
  const found = new Map<number, Feature>();
  const add = (text: string, value: number, at?: number) => {
    const row = rowOf(text);
    const known = found.get(row);
    found.set(row, {
      row,
      value: Math.max(value, known?.value ?? 0),
      at: known === undefined ? at : known.at,
    });
  };
  words.forEach((word, at) => {
    add(`=${word}`, WORD, at);
    add(`+${words[at - 1] ?? '^'} ${word}`, PAIR, at);
    if (at > 1) add(`-${words[at - 2]} ${word}`, PIECE, at);
    if (!word.startsWith('{')) for (const piece of piecesOf(word)) add(piece, PIECE, at);
  });
  add(`+${words.at(-1) ?? '^'} $`, PAIR);
  for (const kind of kindsOf(tagged, asked)) add(`#${kind}`, NAMED);
  addMeanings(meaningsOf(tagged), add);
  return [...found.values()];
}

/** As many concepts as are paired, each with each. */
const MOST_PAIRED = 14;

/** What the words mean: each concept, each with the one before, and each with each wherever they stand. */
function addMeanings(
  meant: readonly (readonly string[])[],
  add: (text: string, value: number) => void,
): void {
  meant.forEach((names, at) => {
    for (const name of names) {
      add(`c=${name}`, CONCEPT);
      for (const before of meant[at - 1] ?? ['^']) add(`c+${before} ${name}`, CONCEPT_PAIR);
    }
  });
  const distinct = [...new Set(meant.flat())].sort().slice(0, MOST_PAIRED);
  distinct.forEach((one, at) => {
    for (const other of distinct.slice(at + 1)) add(`c&${one} ${other}`, CONCEPT_PAIR);
  });
}

/** What the words mean one behind the other, names by their kind. */
function meaningsOf({ words, entities }: Tagged): (readonly string[])[] {
  const concepts = conceptsOf(words).filter(
    ({ from, to }) => !entities.some((entity) => entity.from < to && from < entity.to),
  );
  return [
    ...concepts.map(({ from, names }) => ({ from, names })),
    ...entities.map(({ from, kind }) => ({ from, names: [`{${kind}}`] })),
  ]
    .toSorted((a, b) => a.from - b.from)
    .map(({ names }) => names);
}

function piecesOf(word: string): string[] {
  const padded = `^${word}$`;
  return [3, 4, 5].flatMap((size) =>
    Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, from) =>
      padded.slice(from, from + size),
    ),
  );
}

/** What the knowledge is about. */
const OURS = ['role', 'skill', 'course', 'family', 'background'] as const;

/** The kinds of things that are named, how many roles there are, and whether there is nothing else. */
function kindsOf({ words, entities }: Tagged, asked: ReadonlySet<string>): string[] {
  const counts = Map.groupBy(entities, ({ kind }) => kind);
  const kinds = Array.from(counts, ([kind, all]) => `${kind}${Math.min(all.length, 3)}`);
  const rest = words.length - entities.reduce((sum, { from, to }) => sum + to - from, 0);
  const strange = words.filter(({ plain }, at) => !asked.has(plain) && !isWithin(entities, at)).length;
  return [
    ...kinds,
    `strange ${Math.min(strange, 3)}`,
    `strange ${Math.min(strange, 3)}, ${OURS.some((kind) => counts.has(kind)) ? 'ours' : 'not ours'}`,
    `all ${kinds.toSorted().join(' ')}`,
    `length ${Math.min(6, Math.ceil(rest / 2))}`,
  ];
}

/** FNV-1a, folded to a row. */
export function rowOf(text: string): number {
  let code = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) code = Math.imul(code ^ text.charCodeAt(i), 0x01000193);
  return (code ^ (code >>> 15)) & (ROWS - 1);
}
