import { globSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { clipWords } from '../../src/fit/clip.ts';

/** A place in the data that a report may be about. */
export interface DataPlace {
  /** The file, with the line where it can be told, as editors open it: `knowledge/data/roles/sre/decipheru.yaml:47`. */
  readonly at: string;
  /** What stands in that line and the rest of its entry, on one line. */
  readonly says?: string;
}

/** What is looked for: the ids that the question names, the sources that its answer rests on, and the reporter's words. */
export interface Wanted {
  readonly subjects: readonly string[];
  readonly sources: readonly string[];
  readonly words: string;
}

/** An entry of a data file: an item of a list, or a field of its own. */
interface Entry {
  readonly place: Required<DataPlace>;
  readonly words: ReadonlySet<string>;
}

/** More places than this would be no help. */
const MOST = 3;
const MOST_FILES = 12;
/** Entries that share this much less than the best one are not meant. */
const NEAR = 0.8;
const MOST_SAID = 200;

/**
 * The entries of YAML files in packs (folders) whose words are nearest to those of a report: at most three, and the files
 * of that answer without a line where nothing distinctive is shared. Money is compared as a number: "$195K" is `195000`.
 * Lines of JSON are left out, since `rolecall import` makes them anew.
 */
export function locate(folders: readonly string[], { subjects, sources, words }: Wanted): DataPlace[] {
  const files = folders.flatMap((folder) => filesIn(folder, subjects, sources));
  const near = nearest(files.flatMap(entriesIn), [...wordsIn(words)]);
  return near.length > 0 ? near : files.slice(0, MOST_FILES).map((file) => ({ at: shown(file) }));
}

/** The entries that share most with those words; none where that is less than one word that nothing else has. */
function nearest(entries: readonly Entry[], words: readonly string[]): DataPlace[] {
  const weights = new Map(words.map((word) => [word, weightOf(word, entries)]));
  const scored = entries.map((entry) => ({ entry, score: scoreOf(entry, weights) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < Math.log(entries.length + 1)) return [];
  return scored
    .filter(({ score }) => score >= best * NEAR)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ entry }) => entry.place);
}

function scoreOf(entry: Entry, weights: ReadonlyMap<string, number>): number {
  return [...weights].reduce((sum, [word, weight]) => sum + (entry.words.has(word) ? weight : 0), 0);
}

/** Words of few entries tell more; those of none or all tell nothing. */
function weightOf(word: string, entries: readonly Entry[]): number {
  const having = entries.filter((entry) => entry.words.has(word)).length;
  return having === 0 ? 0 : Math.log((entries.length + 1) / having);
}

/** The files that may hold facts of that answer. A move between two that are named stands in one file. */
function filesIn(folder: string, subjects: readonly string[], sources: readonly string[]): string[] {
  const patterns = subjects.flatMap((id) => [
    ...sources.map((source) => `roles/${id}/${source}.yaml`),
    `roles/${id}.yaml`,
    `{courses,skills,sources}/${id}.yaml`,
    ...(subjects.length > 1
      ? subjects.map((other) => `transitions/${id}--${other}.yaml`)
      : [`transitions/${id}--*.yaml`, `transitions/*--${id}.yaml`]),
  ]);
  const found = new Set(globSync(patterns, { cwd: folder }));
  return [...found].toSorted().map((path) => join(folder, path));
}

/** A file as it is named from here, where it lies below. */
function shown(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? file : fromHere;
}

function entriesIn(file: string): Entry[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const entries: Entry[] = [];
  const add = (node: unknown, start: number | undefined): void => {
    const says = saidIn(node).replace(/\s+/g, ' ').trim();
    const at = `${shown(file)}:${lines.linePos(start ?? 0).line}`;
    entries.push({ place: { at, says: clipWords(says, MOST_SAID) }, words: wordsIn(says) });
  };
  visit(document, {
    Seq: (_, { items }) => {
      for (const item of items) if (!isPair(item)) add(item, startOf(item));
    },
    // A field in a list is told by its item.
    Pair: (_, { key, value }, path) => {
      if (path.some(isSeq) || isSeq(value) || !isScalar(key)) return;
      add({ key, value }, key.range?.[0]);
    },
  });
  return entries;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

/** The keys and values in a node, as people read them. */
function saidIn(node: unknown): string {
  if (isScalar(node)) return String(node.value);
  if (isSeq(node)) return node.items.map(saidIn).join(', ');
  if (isMap(node)) return node.items.map(saidIn).join(', ');
  if (isPair(node) || isKeyed(node)) return `${saidIn(node.key)}: ${saidIn(node.value)}`;
  return '';
}

function isKeyed(node: unknown): node is { readonly key: unknown; readonly value: unknown } {
  return typeof node === 'object' && node !== null && 'key' in node && 'value' in node;
}

/** Words that stand in any report and tell nothing of where it belongs. */
const SMALL = new Set(
  `about after again all also and another any are because been but can cannot could does for from had has have here high
  higher how into its just less longer low lower more most must need needed needs not nothing now only other over own right
  say says should still take takes than that the their them then there these they this those too under was were what when
  where which who why will with would wrong you your`.split(/\s+/),
);

/** The words and figures in a text, in one form each: "$195K", "195,000" and "195.000 $" are `195000`. */
function wordsIn(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().matchAll(/(\d+(?:[.,]\d+)*)(k\b)?|\p{L}[\p{L}\p{N}+#.]*/gu);
  const words = Array.from(found, ([word, figure, thousand]) =>
    figure === undefined ? word.replace(/\.+$/, '') : numberIn(figure, thousand === undefined ? 1 : 1000),
  );
  return new Set(words.filter((word) => /^\d/.test(word) || (word.length > 2 && !SMALL.has(word))));
}

/** A mark before three digits groups them, whatever the language. */
function numberIn(figure: string, times: number): string {
  return String(Number(figure.replaceAll(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.')) * times);
}
