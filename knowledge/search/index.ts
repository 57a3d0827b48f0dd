import type { Match, Named } from '../match.ts';
import { createCorpus, type Corpus, type IndexEntry } from './corpus.ts';
import { decide, MAX_CHOICES } from './decide.ts';
import { valuesOf } from './lists.ts';
import { capped, normalise } from './normalise.ts';
import { readings } from './question.ts';
import { score } from './score.ts';
import { compare } from './vocabulary.ts';

export type { IndexEntry } from './corpus.ts';
export { normalise } from './normalise.ts';

/** What looking up a name gave. `choices` are the entries behind `match.choices`, in the same order. */
export interface Lookup<T> {
  readonly match: Match;
  readonly entry?: T;
  readonly choices: readonly T[];
}

/** Entries found by the names people actually type. The same entries and text give the same answer. */
export interface Index<T> {
  /** What was most likely meant, and how sure that is. Never throws; reads about 80 characters. */
  find(typed: string): Lookup<T>;
  /** Completions of an unfinished name, best first; at most `limit`. Empty text gives the entries of most weight. */
  suggest(typed: string, limit: number): readonly T[];
}

const ALTERNATIVES = 4;
const MUCH_HEAVIER = 2;

/** Builds the index. Entries with the same id are kept apart; the caller merges. */
export function createIndex<T>(entries: readonly IndexEntry<T>[]): Index<T> {
  const corpus = createCorpus(entries);
  const heaviest = Math.max(...entries.map(({ weight }) => weight), Number.MIN_VALUE);
  const priors = Float64Array.from(entries, ({ weight }) => Math.max(0, weight) / heaviest);
  const order = entries
    .map((_, i) => i)
    .sort(
      (a, b) => (priors[b] ?? 0) - (priors[a] ?? 0) || compare(entries[a]?.id ?? '', entries[b]?.id ?? ''),
    );
  const rank = new Int32Array(entries.length);
  order.forEach((entry, place) => (rank[entry] = place));

  const ranked = (typed: string, unfinished: boolean) =>
    score(readings(typed, corpus, unfinished), corpus, priors, rank);
  const answer = (kind: Match['kind'], best: number | undefined, others: readonly number[]): Lookup<T> => {
    const chosen = others.flatMap((i) => entries[i] ?? []);
    const choices = chosen.map(named);
    const first = best === undefined ? undefined : entries[best];
    const list = chosen.map(({ entry }) => entry);
    if (!first || (kind !== 'exact' && kind !== 'close')) {
      return { match: { kind: kind === 'none' ? 'none' : 'ambiguous', choices }, choices: list };
    }
    return { match: { kind, ...named(first), choices }, entry: first.entry, choices: list };
  };

  return {
    find(typed) {
      const text = capped(typed);
      const owners = exactOwners(normalise(text), corpus).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
      const near = ranked(text, false);
      const others = [...new Set([...owners, ...near.map(({ owner }) => owner)])];
      if (owners.length > 0) {
        const sure = settled(normalise(text), owners, corpus, priors);
        if (sure === undefined) return answer('ambiguous', undefined, others.slice(0, MAX_CHOICES));
        return answer('exact', sure, others.filter((i) => i !== sure).slice(0, ALTERNATIVES));
      }
      const { kind, choices } = decide(near);
      if (kind !== 'close')
        return answer(kind, undefined, choices.length > 0 ? choices : order.slice(0, ALTERNATIVES));
      return answer('close', choices[0], choices.slice(1, 1 + ALTERNATIVES));
    },
    suggest(typed, limit) {
      const text = normalise(capped(typed));
      const found = text === '' ? order : ranked(capped(typed), true).map(({ owner }) => owner);
      return found.slice(0, Math.max(0, limit)).flatMap((i) => entries[i]?.entry ?? []);
    },
  };
}

function exactOwners(name: string, corpus: Corpus): number[] {
  const id = corpus.nameIds.get(name);
  return id === undefined ? [] : [...valuesOf(corpus.ownersOf, id)];
}

/** Which of the entries that share a name is meant: the only one titled so, or one that is much likelier. */
function settled(name: string, owners: number[], corpus: Corpus, priors: Float64Array): number | undefined {
  if (owners.length === 1) return owners[0];
  const id = corpus.nameIds.get(name);
  const [first = 0, second = 0] = owners;
  if ((priors[first] ?? 0) >= MUCH_HEAVIER * (priors[second] ?? 0)) return first;
  const titled = owners.filter((owner) => corpus.titleOf[owner] === id);
  return titled.length === 1 ? titled[0] : undefined;
}

const named = ({ id, title, codes }: IndexEntry<unknown>): Named => ({ id, title, codes });
