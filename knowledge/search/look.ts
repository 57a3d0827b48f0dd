import { tokensOf } from './around.ts';
import { contained, namedSo, type Named as NamedBy, type Surroundings } from './contained.ts';
import type { Corpus, IndexEntry } from './corpus.ts';
import { decide, type Verdict } from './decide.ts';
import { bySkill } from './by-skill.ts';
import type { Encoder } from './encoder.ts';
import { normalise } from './normalise.ts';
import { once } from '../once.ts';
import { meaningfulWords } from './phrases.ts';
import { createRanking, type Ranked } from './ranking.ts';
import type { Found, Searched, Weighed } from './searched.ts';
import { compare } from './vocabulary.ts';

/** How many entries a person is offered: beside an answer, in a question, and where nothing was near. */
export const BESIDE = 4;
export const ASKED = 8;
const NEAREST = 5;
/** The least part of what was typed that an entry must explain to be offered beside an answer or in a question. */
const LEAST_TOLD = 0.2;
/** The part of what was typed that an entry with all its words, in any form, explains. */
const ALL_TOLD = 0.85;
/** The part that an entry with the very words explains. */
const WHOLLY_TOLD = 0.95;
/** Where two entries have the same name, the one that weighs this many times the other is meant. */
const MUCH_HEAVIER = 2;

/** Reads the weights. What is no usable weight counts as next to nothing. */
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
  return { priors, byPlace, place, codes: entries.map((entry) => entry.codes) };
}

/** What an entry without a usable weight weighs beside the heaviest. */
const LEAST_WEIGHT = 0.05;

/** What look-ups are made with. */
export interface SearchOptions {
  readonly surroundings: Surroundings;
  readonly encoder?: (() => Encoder) | undefined;
}

/** Prepares look-ups. */
export function searchedOf(
  entries: readonly IndexEntry<unknown>[],
  corpus: Corpus,
  { surroundings, encoder }: SearchOptions,
): Searched {
  const weighed = weigh(entries);
  const isForeign = (word: string) => corpus.vocabulary.id(word) === undefined && surroundings.isSkill(word);
  return {
    corpus,
    weighed,
    surroundings,
    ranking: createRanking(corpus, weighed, { isForeign, encoder }),
    numbers: new Map(entries.map(({ id }, at) => [id, at])),
  };
}

/** Looks a name up: as it stands, in the sentence that holds it, by the skill it holds, or else by the ranking. */
export function look(typed: string, searched: Searched): Found {
  const { corpus, weighed, ranking, surroundings } = searched;
  const tokens = tokensOf(typed);
  const ranked = once(() => ranking(typed, false));
  const settledAs = (kind: 'exact' | 'close', named: NamedBy | undefined) =>
    named && settled(named.translated ? 'close' : kind, named, searched, ranked);
  const words = normalise(typed).split(' ');
  const found =
    settledAs('exact', namedSo(words, corpus)) ??
    settledAs('close', contained(tokens, corpus, surroundings, 'strict'));
  if (found) return found;
  const verdict = decide(ranked(), meaningfulWords(typed), surroundings.areTitles === true);
  if (verdict === 'close') return offered(verdict, ranked(), weighed);
  return (
    settledAs('close', contained(tokens, corpus, surroundings, 'loose')) ??
    bySkill(tokens, searched) ??
    offered(verdict, ranked(), weighed)
  );
}

/** What has this very name: the entry that is meant where that is clear, and whether anything has it at all. */
export interface ByName {
  readonly best: number | undefined;
  readonly translated: boolean;
}

/** Looks a name up as it stands, in any gender, number or language that names are read in, and searches for nothing. */
export function lookUp(typed: string, { corpus, weighed }: Searched): ByName | undefined {
  const named = namedSo(normalise(typed).split(' '), corpus);
  return named && { best: meantBy(named, corpus, weighed), translated: named.translated };
}

/** What a ranking amounts to, with what is offered. */
function offered(kind: Verdict, ranked: readonly Ranked[], weighed: Weighed): Found {
  if (kind === 'none') {
    const near = ranked.map(({ owner }) => owner);
    const nearest = [...new Set([...near, ...weighed.byPlace.slice(0, NEAREST)])].slice(0, NEAREST);
    return { kind, others: () => nearest };
  }
  const [best = 0, ...others] = worthOffering(ranked, weighed);
  if (kind === 'close') return { kind, best, others: () => others.slice(0, BESIDE) };
  // A question with one answer is none, unless that has all of what was typed.
  if (others.length === 0 && (ranked[0]?.told ?? 0) < WHOLLY_TOLD) return offered('none', ranked, weighed);
  return { kind, others: () => [best, ...others].slice(0, ASKED), told: ranked[0]?.told ?? 0 };
}

/** The entries worth offering: those that explain a part of what was typed, be it small. */
function worthOffering(ranked: readonly Ranked[], weighed: Weighed): number[] {
  const telling = ranked.filter(({ told }, at) => at === 0 || told >= LEAST_TOLD);
  return withoutDoubles(
    telling.map(({ owner }) => owner),
    weighed,
  );
}

/**
 * Leaves out what an entry before it stands for, as a role written by hand stands for an imported occupation: it has all
 * its codes and much more weight.
 */
function withoutDoubles(owners: readonly number[], { priors, codes }: Weighed): number[] {
  const kept: number[] = [];
  for (const owner of owners) {
    const own = codes[owner] ?? [];
    const stands = (other: number) =>
      (priors[other] ?? 0) >= MUCH_HEAVIER * (priors[owner] ?? 0) &&
      own.every((code) => codes[other]?.includes(code));
    if (own.length === 0 || !kept.some(stands)) kept.push(owner);
  }
  return kept;
}

/** What has the very name, whether or not one of several is meant, with what is offered beside it. */
function settled(
  kind: 'exact' | 'close',
  named: NamedBy,
  { corpus, weighed }: Searched,
  ranked: () => readonly Ranked[],
): Found {
  const best = meantBy(named, corpus, weighed);
  const near = once(() => {
    const owners = likeliestFirst(named.owners, weighed, ranked());
    const first = best === undefined ? likelierThan(owners, ranked(), weighed) : [];
    return withoutDoubles([...new Set([...first, ...owners, ...worthOffering(ranked(), weighed)])], weighed);
  });
  if (best === undefined) return { kind: 'ambiguous', others: () => near().slice(0, ASKED) };
  return {
    kind,
    best,
    others: () =>
      near()
        .filter((owner) => owner !== best)
        .slice(0, BESIDE),
  };
}

/**
 * Of several entries that have a name none is meant, but one that is much heavier and has a name with all its words may be:
 * fifteen occupations are called "Engineer", and who types it means a Software Engineer.
 */
function likelierThan(owners: readonly number[], ranked: readonly Ranked[], { priors }: Weighed): number[] {
  const heaviest = Math.max(...owners.map((owner) => priors[owner] ?? 0));
  return ranked
    .filter(({ owner, told }) => told >= ALL_TOLD && (priors[owner] ?? 0) >= MUCH_HEAVIER * heaviest)
    .map(({ owner }) => owner);
}

/** Of entries that have this very name the one that is meant: the only one, one much heavier than the others, or the only one titled so. */
function meantBy({ name, owners }: NamedBy, corpus: Corpus, { priors }: Weighed): number | undefined {
  const [first = 0, second] = owners.toSorted((a, b) => (priors[b] ?? 0) - (priors[a] ?? 0));
  if (second === undefined || (priors[first] ?? 0) >= MUCH_HEAVIER * (priors[second] ?? 0)) return first;
  const written = corpus.written.get(name);
  const titled = owners.filter((owner) => corpus.titleOf[owner] === written);
  return titled.length === 1 ? titled[0] : undefined;
}

/** Entries that have the same name, by weight and then by all their names. */
function likeliestFirst(
  owners: readonly number[],
  { priors, place }: Weighed,
  ranked: readonly Ranked[],
): number[] {
  const rank = new Map(ranked.map(({ owner }, at) => [owner, at]));
  const order = (owner: number) => rank.get(owner) ?? ranked.length;
  return owners.toSorted(
    (a, b) => (priors[b] ?? 0) - (priors[a] ?? 0) || order(a) - order(b) || (place[a] ?? 0) - (place[b] ?? 0),
  );
}
