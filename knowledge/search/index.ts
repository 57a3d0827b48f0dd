import type { Match, Named } from '../match.ts';
import { once } from '../once.ts';
import { completer } from './complete.ts';
import { type Corpus, createCorpus, type IndexEntry } from './corpus.ts';
import type { Encoder } from './encoder.ts';
import type { Surroundings } from './contained.ts';
import { lookUp, searchedOf } from './look.ts';
import { capped, normalise } from './normalise.ts';
import { tiered } from './tiers.ts';

export type { Surroundings } from './contained.ts';
export type { IndexEntry } from './corpus.ts';
export { normalise } from './normalise.ts';

/** What looking up a name gave. `choices` are the entries behind `match.choices`, in the same order. */
interface Lookup<T> {
  readonly match: Match;
  /** The entry, when the match is exact or close. */
  readonly entry?: T;
  readonly choices: readonly T[];
}

/** A name that something has. */
interface NamedExactly<T> {
  /** The entry that is meant; undefined where several have the name and none is likelier. */
  readonly entry: T | undefined;
  /** Whether the name was put into English word by word, and so is a guess. */
  readonly translated: boolean;
}

/** Entries found by the names people actually type. The same entries and text give the same answer. */
export interface Index<T> {
  /** What was most likely meant, and how sure that is. Never throws; reads about 80 characters. */
  find(typed: string): Lookup<T>;
  /** What has this very name in any gender, number or language: a look-up of microseconds, no search. */
  lookUp(typed: string): NamedExactly<T> | undefined;
  /** Completions of an unfinished name, best first; at most `limit`. Empty text gives the entries of most weight. */
  suggest(typed: string, limit: number): readonly T[];
}

/** Knows no skill. */
const NO_SURROUNDINGS: Surroundings = { isSkill: () => false, wanting: () => [] };

/** What an index may be made with besides its entries. */
export interface IndexOptions {
  /** The corpus of these very entries, where it has been kept: making it is most of the work. */
  readonly corpus?: Corpus | undefined;
  readonly surroundings?: Surroundings | undefined;
  /** Another encoder than the built-in one. */
  readonly encoder?: (() => Encoder) | undefined;
}

/** Builds the index. Entries with the same id are kept apart; the caller merges. */
export function createIndex<T>(
  entries: readonly IndexEntry<T>[],
  { surroundings = NO_SURROUNDINGS, encoder, corpus = createCorpus(entries, encoder) }: IndexOptions = {},
): Index<T> {
  const searched = searchedOf(entries, corpus, { surroundings, encoder });
  const { weighed, ranking } = searched;
  const complete = completer(corpus, weighed.priors, weighed.byPlace, ranking);
  const find = tiered(entries, searched);
  return {
    find(typed) {
      const { kind, best, others } = find(capped(typed));
      return lookupOf(kind, best === undefined ? undefined : entries[best], () =>
        others().flatMap((i) => entries[i] ?? []),
      );
    },
    lookUp(typed) {
      const found = lookUp(capped(typed), searched);
      if (found === undefined) return undefined;
      const { best, translated } = found;
      return { entry: best === undefined ? undefined : entries[best]?.entry, translated };
    },
    suggest(typed, limit) {
      const found = complete(normalise(capped(typed)), Math.max(0, Math.floor(limit)));
      return found.flatMap((i) => (entries[i] ? [entries[i].entry] : []));
    },
  };
}

function named({ id, title, codes }: IndexEntry<unknown>): Named {
  return { id, title, codes };
}

/** What was found, with the choices made when they are read: most answers to a name that was typed whole show none. */
function lookupOf<T>(
  kind: Match['kind'],
  first: IndexEntry<T> | undefined,
  others: () => readonly IndexEntry<T>[],
): Lookup<T> {
  const chosen = once(others);
  const offered = once(() => chosen().map(named));
  const match: Match =
    first === undefined
      ? {
          kind: kind === 'none' ? 'none' : 'ambiguous',
          get choices() {
            return offered();
          },
        }
      : {
          kind: kind === 'exact' ? 'exact' : 'close',
          ...named(first),
          get choices() {
            return offered();
          },
        };
  return {
    match,
    ...(first === undefined ? {} : { entry: first.entry }),
    get choices() {
      return chosen().map(({ entry }) => entry);
    },
  };
}
