import { join, relative } from 'node:path';
import type { Entry } from './entry.ts';
import type { FieldPath } from './source-position.ts';

export type { FieldPath } from './source-position.ts';
import { originalOf } from '../translated.ts';

/** What states something and names the source of it: an object of an entry, such as a pay band. */
export type Fact = { readonly source: string } | { readonly sources: readonly string[] };

/** Where a fact is from. */
export interface FactRef {
  /** The kind of its entry, and what tells that from all others of its kind. */
  readonly kind: string;
  readonly id: string;
  /** The folder of its pack. */
  readonly pack: string;
  /** The file's path, below the pack's folder as it was given. */
  readonly file: string;
  /** The line of a JSON-lines file that its entry stands on; absent for a file of its own. */
  readonly entryLine?: number;
  /** The steps from the top of the entry to the fact. */
  readonly path: FieldPath;
  /** The ids of the sources that it cites. */
  readonly sources: readonly string[];
}

/** A fact that something rests on, or a part of it: `within` are the steps to that. */
export interface Citation {
  readonly fact: Fact;
  readonly within?: FieldPath;
  /** The ids of the sources that say it. */
  readonly sources: readonly string[];
}

/** Cites a fact, or the part of it that `within` leads to. */
export function cite(fact: Fact, within?: FieldPath): Citation {
  const sources = citedIn(fact);
  return within === undefined ? { fact, sources } : { fact, within, sources };
}

/** Cites every one of these facts. */
export function citeAll(facts: readonly Fact[]): Citation[] {
  return facts.map((fact) => cite(fact));
}

/**
 * Where each fact of joined entries was read, in the order in which `visitAll` finds them: three numbers a fact, since an
 * object for each would take as much memory as the fact itself.
 */
export interface RefTable {
  readonly packs: readonly string[];
  /** Where the facts of an entry of each kind are. */
  readonly facts: Readonly<Record<string, readonly FactPath[]>>;
  /** Paths below the folder of their pack. */
  readonly files: readonly { readonly path: string; readonly pack: number }[];
  readonly paths: readonly FieldPath[];
  /** For each fact the places of its file and path in those lists, and the line of its entry or 0. */
  readonly places: Uint32Array;
}

/** The steps from an entry to facts in it; `*` is every item of a list. */
type FactPath = readonly string[];

/** Visits the facts of an entry, those of the first path first. */
function visitFacts(
  value: unknown,
  [step, ...rest]: FactPath,
  visit: (fact: object, path: FieldPath) => void,
  path: FieldPath = [],
): void {
  if (typeof value !== 'object' || value === null) return;
  if (step === undefined) visit(value, path);
  else if (step !== '*') visitFacts(Reflect.get(value, step), rest, visit, [...path, step]);
  else if (Array.isArray(value))
    for (const [i, item] of value.entries()) visitFacts(item, rest, visit, [...path, i]);
}

/** Joined entries of each kind. */
type Joined = Readonly<Record<string, readonly object[]>>;

function visitAll(
  joined: Joined,
  paths: RefTable['facts'],
  visit: (fact: object, kind: string, entry: number) => void,
): void {
  for (const [kind, entries] of Object.entries(joined))
    for (const [at, entry] of entries.entries())
      for (const path of paths[kind] ?? []) visitFacts(entry, path, (fact) => visit(fact, kind, at));
}

/** What is read of one kind, and where its facts are. */
export interface ReadEntries {
  readonly kind: string;
  readonly facts: readonly FactPath[];
  readonly entries: readonly Entry<object>[];
}

/** The table for `joined` entries, which are made of the facts of `read` ones. */
export function tabulateRefs(
  joined: Joined,
  read: readonly ReadEntries[],
  packs: readonly string[],
): RefTable {
  const [files, paths] = [new InternTable<{ path: string; pack: number }>(), new InternTable<FieldPath>()];
  const origins = new Map<object, readonly [file: number, path: number, line: number]>();
  for (const { entries, facts } of read)
    for (const { value, origin } of entries) {
      const below = () => relative(packs[origin.pack] ?? '', origin.file);
      const file = files.of(origin.file, () => ({ path: below(), pack: origin.pack }));
      const note = (fact: object, path: FieldPath): void => {
        origins.set(fact, [file, paths.of(path.join('.'), () => path), origin.line ?? 0]);
      };
      for (const path of facts) visitFacts(value, path, note);
    }
  const places: number[] = [];
  const facts = Object.fromEntries(read.map((each) => [each.kind, each.facts]));
  visitAll(joined, facts, (fact) => places.push(...(origins.get(fact) ?? UNKNOWN)));
  return { packs, facts, files: files.all, paths: paths.all, places: Uint32Array.from(places) };
}

const UNKNOWN = [2 ** 32 - 1, 0, 0] as const;

/** A list in which each thing stands once. */
class InternTable<T> {
  readonly all: T[] = [];
  readonly #byName = new Map<string, number>();

  of(name: string, make: () => T): number {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    this.#byName.set(name, this.all.length);
    return this.all.push(make()) - 1;
  }
}

/**
 * Finds where a fact of `joined` entries is from. The facts are counted when somebody first asks. `keyOf` gives the key of
 * an entry by its kind and its place among those.
 */
export function refFinder(
  joined: Joined,
  table: RefTable,
  keyOf: (kind: string, at: number) => string,
): (fact: Fact) => FactRef | undefined {
  let found: WeakMap<object, Place> | undefined;
  return (fact) => {
    found ??= placesOf(joined, table);
    const original = originalOf(fact);
    const place = found.get(original);
    if (place === undefined) return undefined;
    const where = fileAt(table, place.number);
    const id = keyOf(place.kind, place.entry);
    return where && { kind: place.kind, id, ...where, sources: citedIn(fact) };
  };
}

/** A fact's number in the order of all, and the entry that it is of: of several that share it, the last. */
interface Place {
  readonly number: number;
  readonly kind: string;
  readonly entry: number;
}

function placesOf(joined: Joined, { facts }: RefTable): WeakMap<object, Place> {
  const places = new WeakMap<object, Place>();
  let number = 0;
  visitAll(joined, facts, (fact, kind, entry) => places.set(fact, { number: number++, kind, entry }));
  return places;
}

function fileAt(
  { packs, files, paths, places }: RefTable,
  number: number,
): Pick<FactRef, 'pack' | 'file' | 'path' | 'entryLine'> | undefined {
  const [file = -1, path = -1, entryLine = 0] = places.subarray(number * 3, number * 3 + 3);
  const read = files[file];
  const pack = packs[read?.pack ?? -1];
  if (read === undefined || pack === undefined) return undefined;
  const where = { pack, file: join(pack, read.path), path: paths[path] ?? [] };
  return entryLine === 0 ? where : { ...where, entryLine };
}

/** The ids of the sources that a fact cites. */
export function citedIn(fact: Fact): readonly string[] {
  return 'source' in fact ? [fact.source] : fact.sources;
}
