import type { Match, Named } from '../match.ts';
import { completer } from './complete.ts';
import { createCorpus, exactOwners, type Corpus, type IndexEntry } from './corpus.ts';
import { decide } from './decide.ts';
import { capped, normalise } from './normalise.ts';
import { meaningfulWords } from './phrases.ts';
import { createRanking, type Ranking } from './ranking.ts';
import { compare } from './vocabulary.ts';

export type { IndexEntry } from './corpus.ts';
export { normalise } from './normalise.ts';

/** What looking up a name gave. `choices` are the entries behind `match.choices`, in the same order. */
export interface Lookup<T> {
  readonly match: Match;
  /** The entry, when the match is exact or close. */
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

/** How many entries a person is offered: beside an answer, in a question, and where nothing was near. */
const BESIDE = 4;
const ASKED = 8;
const NEAREST = 5;
/** Where two entries have the same name, the one that weighs this many times the other is meant. */
const MUCH_HEAVIER = 2;

/** The entries as numbers: how likely each is from 0 to 1, and their places where all else is equal. */
interface Weighed {
  readonly priors: Float64Array;
  readonly byPlace: readonly number[];
  readonly place: Int32Array;
}

/** Builds the index. Entries with the same id are kept apart; the caller merges. */
export function createIndex<T>(entries: readonly IndexEntry<T>[]): Index<T> {
  const corpus = createCorpus(entries);
  const weighed = weigh(entries);
  const ranking = createRanking(corpus, weighed.priors, weighed.place);
  const complete = completer(corpus, weighed.priors, weighed.byPlace, ranking);
  return {
    find(typed) {
      const { kind, best, others } = look(capped(typed), corpus, weighed, ranking);
      const chosen = others.flatMap((i) => entries[i] ?? []);
      const choices = chosen.map(({ entry }) => entry);
      const first = best === undefined ? undefined : entries[best];
      if (first === undefined) {
        return {
          match: { kind: kind === 'none' ? 'none' : 'ambiguous', choices: chosen.map(named) },
          choices,
        };
      }
      const sure = kind === 'exact' ? 'exact' : 'close';
      return {
        match: { kind: sure, ...named(first), choices: chosen.map(named) },
        entry: first.entry,
        choices,
      };
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

function weigh(entries: readonly IndexEntry<unknown>[]): Weighed {
  const usable = entries.map(({ weight }) => (weight > 0 && weight < Infinity ? weight : LEAST_WEIGHT));
  const heaviest = usable.reduce((most, weight) => Math.max(most, weight), LEAST_WEIGHT);
  const priors = Float64Array.from(usable, (weight) => Math.max(weight / heaviest, LEAST_WEIGHT));
  const byPlace = entries
    .map((_, i) => i)
    .sort(
      (a, b) =>
        (priors[b] ?? 0) - (priors[a] ?? 0) || compare(entries[a]?.id ?? '', entries[b]?.id ?? '') || a - b,
    );
  const place = new Int32Array(entries.length);
  byPlace.forEach((entry, at) => (place[entry] = at));
  return { priors, byPlace, place };
}

/** What an entry without a usable weight weighs beside the heaviest. */
const LEAST_WEIGHT = 1e-3;

interface Found {
  readonly kind: Match['kind'];
  readonly best?: number;
  readonly others: readonly number[];
}

function look(typed: string, corpus: Corpus, weighed: Weighed, ranking: Ranking): Found {
  const ranked = ranking(typed, false);
  const near = ranked.map(({ owner }) => owner);
  const exact = exactly(normalise(typed), corpus, weighed);
  if (exact) {
    const { best, owners } = exact;
    const others = [...new Set([...owners, ...near])].filter((i) => i !== best);
    if (best === undefined) return { kind: 'ambiguous', others: others.slice(0, ASKED) };
    return { kind: 'exact', best, others: others.slice(0, BESIDE) };
  }
  const kind = decide(ranked, meaningfulWords(typed));
  if (kind === 'none') {
    return { kind, others: [...new Set([...near, ...weighed.byPlace.slice(0, NEAREST)])].slice(0, NEAREST) };
  }
  if (kind === 'ambiguous') return { kind, others: near.slice(0, ASKED) };
  const [best = 0, ...others] = near;
  return { kind, best, others: others.slice(0, BESIDE) };
}

/**
 * The entries that have this very name, likeliest first, and which of them is meant: the only one, one much heavier than
 * the others, or the only one titled so.
 */
function exactly(name: string, corpus: Corpus, { priors, place }: Weighed) {
  const owners = exactOwners(name, corpus).sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0));
  const [first, second] = owners;
  if (first === undefined) return undefined;
  if (second === undefined || (priors[first] ?? 0) >= MUCH_HEAVIER * (priors[second] ?? 0))
    return { best: first, owners };
  const written = corpus.written.get(name);
  const titled = owners.filter((owner) => corpus.titleOf[owner] === written);
  return { best: titled.length === 1 ? titled[0] : undefined, owners };
}
