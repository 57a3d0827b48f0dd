import { createCorpus, type IndexEntry } from './corpus.ts';
import { ASKED, BESIDE, look, searchedOf } from './look.ts';
import type { Found, Searched } from './searched.ts';

/** Entries of at least this part of the greatest weight are of the first tier: roles written by hand beside occupations. */
const FIRST_TIER = 0.5;

/** The part of what was typed that one of the first tier explains where it is near. */
const NEAR = 0.68;
/** How many of those of both tiers are offered first. */
const FIRST_OF_BOTH = 5;

/**
 * Looks up in two tiers, where entries differ so much in weight. One of the second tier, an imported occupation, is
 * the answer only where its very name was typed, or where none of the first tier is near.
 */
export function tiered(
  entries: readonly IndexEntry<unknown>[],
  searched: Searched,
): (typed: string) => Found {
  const { priors, byPlace } = searched.weighed;
  const first = [...byPlace].sort((a, b) => a - b).filter((entry) => (priors[entry] ?? 0) >= FIRST_TIER);
  if (first.length === entries.length) return (typed) => look(typed, searched);
  const own = first.flatMap((at) => entries[at] ?? []);
  // Names in other languages are those of the first tier.
  const whole = {
    ...searched,
    corpus: { ...searched.corpus, folded: new Map<string, readonly number[]>() },
    surroundings: { ...searched.surroundings, areTitles: false },
  };
  let made: Searched | undefined;
  const numbered = (found: Found): Found => ({
    ...found,
    ...(found.best === undefined ? {} : { best: first[found.best] ?? 0 }),
    others: () => found.others().flatMap((at) => first[at] ?? []),
  });
  return (typed) => {
    made ??= searchedOf(own, createCorpus(own), searched);
    const upper = numbered(look(typed, made));
    if (upper.kind === 'exact') return upper;
    const all = look(typed, whole);
    if (all.kind === 'exact') return all;
    const isNear = upper.kind === 'close' || (upper.kind === 'ambiguous' && (upper.told ?? 1) >= NEAR);
    if (upper.kind === 'none' || (all.kind === 'close' && !isNear)) return all;
    return { ...upper, others: () => offeredOfBoth(upper, all) };
  };
}

/** What is offered beside what the first tier gave, of both. */
function offeredOfBoth(upper: Found, all: Found): number[] {
  const both = all.best === undefined ? all.others() : [all.best, ...all.others()];
  const others = [...both.slice(0, FIRST_OF_BOTH), ...upper.others(), ...both].filter(
    (at) => at !== upper.best,
  );
  return [...new Set(others)].slice(0, upper.kind === 'close' ? BESIDE : ASKED);
}
