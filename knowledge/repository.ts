import { LRUCache } from 'lru-cache';
import type { Repository } from './index.ts';
import type { Names } from './kinds/define.ts';
import type { Translations } from './load/merge.ts';
import { once } from './once.ts';
import { type Corpus } from './search/corpus.ts';
import { createIndex, type IndexEntry, normalise, type Surroundings } from './search/index.ts';
import { translatedBy } from './translated.ts';

/** What an entry of a repository is found by; `codes` are those of classifications, such as `15-2051.00`. */
export type SearchNames = Names & Partial<Pick<IndexEntry<unknown>, 'codes' | 'names' | 'lent'>>;

/** What a repository is made of. `key` tells an entry from the others. */
export interface RepositoryParts<T> {
  readonly all: readonly T[];
  readonly key: (entry: T, place: number) => string;
  readonly names: (entry: T, place: number) => SearchNames;
  readonly translations?: Translations | undefined;
  /** Aliases other than those an entry is found by, for `named`. */
  readonly aliases?: (entry: T) => readonly string[];
  /** What has been kept of an earlier repository of these very entries. */
  readonly corpus?: Corpus | undefined;
  readonly surroundings?: Surroundings | undefined;
  readonly spellings?: ReadonlyMap<string, number> | undefined;
}

/** Makes entries findable. Each index is made when it is first needed: most answers list entries by id. */
export function createRepository<T>(parts: RepositoryParts<T>): Repository<T> {
  const { all, key, names } = parts;
  const byKey = new Map(all.map((entry, at) => [key(entry, at), entry]));
  const index = once(() => createIndex(indexEntries(parts), parts));
  const titled = once(
    () =>
      new Map(all.map((entry, at) => [names(entry, at).title.toLowerCase(), entry] as const).toReversed()),
  );
  const spelt = once(() => parts.spellings ?? spellingsOf(parts));
  return {
    all,
    get: (id) => byKey.get(id),
    // Most facts use the title; giving 1,500 spellings their normal form takes 10 ms.
    named: (name) =>
      byKey.get(name) ?? titled().get(name.toLowerCase()) ?? all[spelt().get(normalise(name)) ?? -1],
    find: (typed) => index().find(typed),
    lookUp: (typed) => index().lookUp(typed),
    suggest: (typed, limit) => index().suggest(typed, limit),
    translated: translator((id) => byKey.get(id), parts.translations),
  };
}

/** As many translated entries as are kept: those of twenty guides in three languages, some 2 MB. */
const MOST_TRANSLATED = 60;

/**
 * Translates entries. Every line of an answer asks for the entry that it is of, in every language, and putting a guide
 * together takes half a millisecond: those asked for last are kept.
 */
function translator<T>(
  get: (id: string) => T | undefined,
  translations: Translations | undefined,
): Repository<T>['translated'] {
  const kept = new LRUCache<string, { readonly entry: T }>({ max: MOST_TRANSLATED });
  return (id, language) => {
    const [entry, texts] = [get(id), translations?.[language]?.[id]];
    if (entry === undefined || texts === undefined) return entry;
    const key = `${language} ${id}`;
    const known = kept.get(key) ?? { entry: translatedBy(entry, texts) };
    kept.set(key, known);
    return known.entry;
  };
}

/** Entries with their names, as an index takes them. */
export function indexEntries<T>({
  all,
  key,
  names,
}: Pick<RepositoryParts<T>, 'all' | 'key' | 'names'>): IndexEntry<T>[] {
  return all.map((entry, at) => ({ codes: [], ...names(entry, at), id: key(entry, at), entry }));
}

/** Every id, title and alias in its normal form, with the place of its entry. What is set last wins: ids over titles over aliases, first entries over later ones. */
export function spellingsOf<T>({
  all,
  key,
  names,
  aliases,
}: Pick<RepositoryParts<T>, 'all' | 'key' | 'names' | 'aliases'>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const lists = [
    (entry: T, at: number) => aliases?.(entry) ?? names(entry, at).aliases,
    (entry: T, at: number) => [names(entry, at).title],
    (entry: T, at: number) => [key(entry, at)],
  ];
  for (const listOf of lists)
    for (const [at, entry] of [...all.entries()].toReversed())
      for (const name of listOf(entry, at)) found.set(normalise(name), at);
  return found;
}
