import { lettersOf } from './abbreviations.ts';
import type { Corpus } from './corpus.ts';
import { rarity } from './corpus-words.ts';
import { createEvidence, type Evidence, weighed, weightsFor, WEIGHTS } from './evidence.ts';
import type { Encoder } from './encoder.ts';
import { valuesOf } from './lists.ts';
import { createLookalikes, type FindLookalikes } from './lookalike.ts';
import { normalise } from './normalise.ts';
import { isOrdinary } from './ordinary.ts';
import { read, strangeness, textsOf, type Reading } from './question.ts';
import { frequency, type Term } from './term.ts';

/** An entry and how near it is. `score` orders, as the logarithm of odds. */
export interface Ranked {
  readonly owner: number;
  readonly score: number;
  /** The part of the question that its nearest name explains, and the part of that name that the question gives: 0 to 1. */
  readonly told: number;
  readonly whole: number;
  /** Whether it only looks like what was typed: enough to ask about, never to decide. */
  readonly suggested?: boolean;
}

/** Ranks the entries for what was typed, best first; at most a few dozen. */
export type Ranking = (typed: string, unfinished: boolean) => readonly Ranked[];

/** How many of the best are compared name by name. */
const COMPARED = 40;
/** What the logarithm of an entry's weight is worth. */
const PRIOR = 1;
/** The same where a single word was typed, which tells little else. */
const PRIOR_BARE = 15;
/**
 * A bare word such as "engineer" names hundreds of entries, and says little about which. So where entries differ in weight,
 * of those that have the word (at least `BARE.told` of it, which is the word itself or another form of it) come first
 * - the ones that weigh at least half as much as the heaviest: whoever asks a community's bot for an engineer means a role
 *   that the community has described, and no imported occupation;
 * - of these, those whose titles end on it: a Software Engineer before an Engineering Manager;
 * - then by the evidence of all names and, with `PRIOR_BARE`, by weight: a Software Engineer before a Robotics Engineer.
 * `heavy` is more than what comes after it can make, `titled` more than it usually makes.
 */
const BARE = { told: 0.85, share: 0.5, heavy: 20, titled: 3 };
/** A reading that fits as well as this needs no other. */
const GOOD = 0.9;
/** A fit below which names are compared by their look, and what a look must reach; more where a word is English. */
const POOR = 0.8;
const LOOKS = 0.75;
const LOOKS_ENGLISH = 0.85;
/**
 * What counts of an alias without its first word, where it has an English word that no other name has: a train engineer is
 * no "release train engineer".
 */
const SAID_ONCE = 0.6;
/** How sure initials are: `gde` for a Game Development Engineer. */
const INITIALS = 0.85;

/** Weights of entries from 0 to 1, and their order where all else is equal. */
export interface Priors {
  readonly priors: Float64Array;
  readonly place: Int32Array;
}

/** What a ranking is made with. */
export interface RankingOptions {
  /** Whether a word means something that no entry is named after: it is never one of theirs mistyped. */
  readonly isForeign: (word: string) => boolean;
  readonly encoder?: (() => Encoder) | undefined;
}

/** Prepares the ranking. */
export function createRanking(
  corpus: Corpus,
  { priors, place }: Priors,
  { isForeign, encoder }: RankingOptions,
): Ranking {
  const order = (a: Pick<Ranked, 'owner' | 'score'>, b: Pick<Ranked, 'owner' | 'score'>) =>
    b.score - a.score || (place[a.owner] ?? 0) - (place[b.owner] ?? 0);
  const lookalikes = createLookalikes(corpus);
  const ranked = readingRanker(corpus, priors, { order, encoder });
  return (typed, unfinished) => {
    const byWords = bestReading(textsOf(typed, corpus), (text) =>
      ranked(read(text, corpus, { unfinished, isForeign })),
    );
    const fit = bestFit(byWords);
    if (fit >= POOR) return byWords;
    const text = normalise(typed);
    const looks = text.split(' ').some(isForeign) ? [] : byLook(text, lookalikes, corpus);
    const others = [...looks, ...byInitials(text, corpus)]
      .map((entry) => ({
        ...entry,
        score: WEIGHTS.few.fit * fitOf(entry) + prior(priors, entry.owner, PRIOR),
      }))
      .sort((a, b) => fitOf(b) - fitOf(a) || order(a, b));
    return bestFit(others) > fit ? merged(others, byWords) : byWords;
  };
}

function prior(priors: Float64Array, owner: number, worth: number): number {
  return worth * Math.log(priors[owner] ?? 1);
}

/** Ranks entries for one reading. */
function readingRanker(
  corpus: Corpus,
  priors: Float64Array,
  {
    order,
    encoder,
  }: Pick<RankingOptions, 'encoder'> & {
    readonly order: (a: Pick<Ranked, 'owner' | 'score'>, b: Pick<Ranked, 'owner' | 'score'>) => number;
  },
): (reading: Reading) => Ranked[] {
  const evidence = createEvidence(corpus, encoder);
  const weights = weightsFor(corpus);
  const isHeavy = heavyAmong(priors);
  const likelier = (one: Ranked, lastStem: number): number => {
    if (!isHeavy(one.owner) || one.told < BARE.told) return 0;
    const title = corpus.titleNameOf[one.owner] ?? -1;
    return BARE.heavy + (corpus.lastStemOf[title] === lastStem ? BARE.titled : 0);
  };
  return (reading) => {
    const bare = reading.terms.length === 1;
    const worth = bare ? PRIOR_BARE : PRIOR;
    return evidence(reading)
      .map(({ owner, name, values }) => ({
        owner,
        name,
        score: weighed(values, weights) + prior(priors, owner, worth),
      }))
      .sort(order)
      .filter(({ owner }, at) => at < COMPARED || (bare && isHeavy(owner)))
      .map(({ owner, name, score }) => {
        const { told, whole } = fitted(reading, { owner, name }, corpus);
        return { owner, told, whole, score: score + weights.fit * sharpened({ told, whole }) };
      })
      .map((one) => (bare ? { ...one, score: one.score + likelier(one, reading.lastStem) } : one))
      .sort(order)
      .slice(0, COMPARED);
  };
}

/** Tells the entries that weigh at least half as much as the heaviest; none where all weigh the same. */
function heavyAmong(priors: Float64Array): (owner: number) => boolean {
  const differ = priors.some((weight) => weight < 1);
  return (owner) => differ && (priors[owner] ?? 0) >= BARE.share;
}

/** The reading that fits best, the first of several that do. */
function bestReading(texts: readonly string[], rank: (text: string) => readonly Ranked[]): readonly Ranked[] {
  let found: readonly Ranked[] = [];
  for (const text of texts) {
    const ranked = rank(text);
    if (bestFit(ranked) > bestFit(found) + 1e-9 || found.length === 0) found = ranked;
    if (bestFit(found) >= GOOD) return found;
  }
  return found;
}

function byLook(text: string, find: FindLookalikes, corpus: Corpus): Omit<Ranked, 'score'>[] {
  const strange = strangeness(text, corpus);
  if (strange === 'none') return [];
  const least = strange === 'english' ? LOOKS_ENGLISH : LOOKS;
  return find(text)
    .filter(({ likeness }) => likeness >= least)
    .map(({ owner, likeness, sure }) => ({ owner, told: likeness, whole: likeness, suggested: !sure }));
}

/** Entries with a name of these initials, where a single short word was typed. */
function byInitials(text: string, corpus: Corpus): Omit<Ranked, 'score'>[] {
  if (!/^[a-z]{2,5}$/.test(text)) return [];
  const letters = lettersOf(text);
  const owners = new Set<number>();
  corpus.initialsOf.forEach((initials, name) => {
    if (initials === letters) for (const owner of valuesOf(corpus.ownersOf, name)) owners.add(owner);
  });
  return [...owners].map((owner) => ({ owner, told: INITIALS, whole: INITIALS }));
}

function merged(first: readonly Ranked[], rest: readonly Ranked[]): Ranked[] {
  const seen = new Set(first.map(({ owner }) => owner));
  return [...first, ...rest.filter(({ owner }) => !seen.has(owner))].slice(0, COMPARED);
}

function bestFit(ranked: readonly Ranked[]): number {
  return Math.max(0, ...ranked.slice(0, 5).map(fitOf));
}

/** How well a name fits: it should explain the whole question, and hold little else. */
export function fitOf({ told, whole }: Pick<Ranked, 'told' | 'whole'>): number {
  return told * Math.sqrt(whole);
}

/** What a name and a question have in common, counting only what each typed word stands for. */
export function fitted(
  reading: Reading,
  { owner, name }: Pick<Evidence, 'owner' | 'name'>,
  corpus: Corpus,
): Pick<Ranked, 'told' | 'whole'> {
  const words = valuesOf(corpus.wordsOf, name);
  const given = new Float64Array(words.length);
  const full = reading.terms.some(({ share }) => share === 1);
  let explained = 0;
  let asked = 0;
  for (const { weight, share, meant } of reading.terms) {
    let best = 0;
    for (const { word, likeness } of meant) {
      const at = words.indexOf(word);
      if (at < 0) continue;
      best = Math.max(best, likeness);
      given[at] = Math.max(given[at] ?? 0, likeness);
    }
    if (full && share < 1) continue;
    explained += weight * best;
    asked += weight;
  }
  const told = asked === 0 ? 0 : explained / asked;
  const part = partGiven(words, given, corpus);
  const headless = given[0] === 0 && name !== corpus.titleNameOf[owner];
  const once = headless && reading.terms.some((term) => saidOnce(term, words, corpus));
  const whole = once ? part * SAID_ONCE : part;
  return { told, whole };
}

/** A fit as evidence: what fits half is worth next to nothing. */
export function sharpened(one: Pick<Ranked, 'told' | 'whole'>): number {
  const third = fitOf(one) ** 3;
  return third * third;
}

/** Whether this is an English word that no other name than the one of these words has. */
function saidOnce({ meant, share }: Term, words: Int32Array, corpus: Corpus): boolean {
  const word = share === 1 ? meant[0]?.word : undefined;
  return (
    word !== undefined &&
    words.includes(word) &&
    frequency(word, corpus) === 1 &&
    isOrdinary(corpus.vocabulary.words[word] ?? '')
  );
}

function partGiven(words: Int32Array, given: Float64Array, corpus: Corpus): number {
  let part = 0;
  let all = 0;
  words.forEach((word, at) => {
    const rare = rarity(frequency(word, corpus), corpus);
    part += rare * (given[at] ?? 0);
    all += rare;
  });
  return all === 0 ? 0 : part / all;
}
