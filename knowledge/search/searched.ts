import type { Match } from '../match.ts';
import type { Surroundings } from './contained.ts';
import type { Corpus } from './corpus.ts';
import type { Ranking } from './ranking.ts';

/** The entries by their numbers: how likely each is from 0 to 1, and their places where all else is equal. */
export interface Weighed {
  readonly priors: Float64Array;
  readonly byPlace: readonly number[];
  readonly place: Int32Array;
  readonly codes: readonly (readonly string[])[];
}

/**
 * What was found, by numbers: the one that is meant, where there is one, and what else to offer. Beside a name that was
 * typed as it stands that takes a ranking of everything, so it is made when it is asked for: half the time of an answer.
 */
export interface Found {
  readonly kind: Match['kind'];
  readonly best?: number;
  readonly others: () => readonly number[];
  /** Where the ranking found it: the part of what was typed that the first explains. */
  readonly told?: number;
}

/** What a look-up needs besides the text. */
export interface Searched {
  readonly corpus: Corpus;
  readonly weighed: Weighed;
  readonly ranking: Ranking;
  readonly surroundings: Surroundings;
  /** The numbers of entries by their ids. */
  readonly numbers: ReadonlyMap<string, number>;
}
