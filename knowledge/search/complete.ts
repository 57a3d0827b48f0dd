import { FOLDS } from './language.ts';
import { valuesOf } from './lists.ts';
import { exactOwners, type Corpus } from './corpus.ts';
import type { Ranking } from './ranking.ts';

/** Completions of normalised, unfinished text, best first. */
export type Complete = (text: string, limit: number) => readonly number[];

/** How much of the text an entry must explain to be offered where none of its names begins so. */
const EXPLAINS = 0.5;
/** What it is worth to have exactly this name, to have it as title, and to be nearly written out. In logarithms of odds. */
const EXACT = 3;
const TITLE = 0.7;
const WRITTEN_OUT = 0.5;

/** As few names with a word tell nothing about where in a name it stands. */
const FEW = 5;

/**
 * Prepares completion: entries with a name that begins as typed come first, then what a search finds when the last word
 * is taken for a beginning. A whole word that most names with it end on, such as "engineer", says what kind of role is
 * meant: then what is called so comes first, then what the search finds (`BARE` in `ranking.ts` says in which order), last an
 * "engineering manager". Where the last words begin nothing, the list of those before them stays: a list that has shown
 * something never goes blank in the middle of a word.
 */
export function completer(
  corpus: Corpus,
  priors: Float64Array,
  byPlace: readonly number[],
  ranking: Ranking,
): Complete {
  const begun = beginner(corpus, priors, byPlace);
  const complete = (text: string, limit: number): readonly number[] => {
    const kind = isKind(text, corpus);
    const first = begun(text);
    if (first.length >= limit && !kind) return first.slice(0, limit);
    const found = ranking(text, !kind).filter(({ told }) => told >= EXPLAINS);
    const owners = found.map(({ owner }) => owner);
    const all = kind ? [...meant(text, corpus, priors), ...owners, ...first] : [...first, ...owners];
    return [...new Set(all)].slice(0, limit);
  };
  return (text, limit) => {
    if (text === '') return byPlace.slice(0, limit);
    const words = text.split(' ');
    for (let kept = words.length; kept > 0; kept--) {
      const found = complete(words.slice(0, kept).join(' '), limit);
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** Finds the entries with a name that begins so, best first. */
function beginner(
  corpus: Corpus,
  priors: Float64Array,
  byPlace: readonly number[],
): (text: string) => number[] {
  let prepared: Beginnings | undefined;
  return (text) => {
    const start = text.replaceAll(' ', '');
    const scores = new Map<number, number>();
    // Made when first needed, for a start must not wait for it.
    const { names, buckets } = (prepared ??= beginningsOf(corpus));
    for (const id of buckets.get(start.slice(0, 2)) ?? []) {
      const name = names[id] ?? '';
      if (!name.startsWith(start)) continue;
      const worth = (name === start ? EXACT : 0) + (WRITTEN_OUT * start.length) / name.length;
      for (const owner of valuesOf(corpus.writtenOwners, id)) {
        const score = worth + (corpus.titleOf[owner] === id ? TITLE : 0) + Math.log(priors[owner] ?? 1);
        scores.set(owner, Math.max(scores.get(owner) ?? -Infinity, score));
      }
    }
    for (const owner of foldedBeginnings(text, corpus))
      if (!scores.has(owner)) scores.set(owner, Math.log(priors[owner] ?? 1));
    return byPlace
      .filter((owner) => scores.has(owner))
      .sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  };
}

/** The entries with a name of a language that begins so in some gender or number: "ingeniera de d" begins "ingeniero de datos". */
function foldedBeginnings(text: string, { folded }: Corpus): number[] {
  const [last = '', ...before] = text.split(' ').toReversed();
  if (before.length === 0) return [];
  const starts = FOLDS.map(({ code, fold }) => `${code} ${fold(before.toReversed().join(' '))} ${last}`);
  return [...folded].flatMap(([key, owners]) =>
    starts.some((start) => key.startsWith(start)) ? owners : [],
  );
}

/** Whether this is a word that most of the names with it, of more than a few, end on. */
function isKind(text: string, { shortForms, vocabulary, namesWith, lastWordOf }: Corpus): boolean {
  const word = vocabulary.id(shortForms.get(text) ?? text);
  if (word === undefined) return false;
  const names = valuesOf(namesWith, word);
  const ending = names.filter((name) => lastWordOf[name] === word).length;
  return names.length >= FEW && ending > names.length / 2;
}

/** The entry that is called so, as a list of one or none: the only one, or one that weighs more than all others. */
function meant(text: string, corpus: Corpus, priors: Float64Array): number[] {
  const owners = exactOwners(text, corpus).sort((a, b) => (priors[b] ?? 0) - (priors[a] ?? 0));
  const [first, second] = owners;
  const clear = first !== undefined && (second === undefined || (priors[first] ?? 0) > (priors[second] ?? 0));
  return clear ? [first] : [];
}

/** Every written name without spaces, and the numbers of those that begin with a letter or two. */
interface Beginnings {
  readonly names: readonly string[];
  readonly buckets: ReadonlyMap<string, readonly number[]>;
}

function beginningsOf({ written }: Corpus): Beginnings {
  const names = Array.from(written.keys(), (name) => name.replaceAll(' ', ''));
  const buckets = new Map<string, number[]>();
  names.forEach((name, id) => {
    for (const start of name.length > 1 ? [name.slice(0, 1), name.slice(0, 2)] : [name]) {
      const bucket = buckets.get(start);
      if (bucket === undefined) buckets.set(start, [id]);
      else bucket.push(id);
    }
  });
  return { names, buckets };
}
