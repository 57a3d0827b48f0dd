import type { Said } from './message/message.ts';
import { Problem } from './parse.ts';

/** `asked`: an answer was given about the role `name`. `missed`: nothing like the words `name` is known. */
export type CountKind = 'asked' | 'missed';

/** How often something was asked in a community on one ISO day (`2026-11-21`). Nobody knows by whom. */
export interface Count {
  readonly community: string;
  readonly kind: CountKind;
  /** The id of a role, or normalised words. */
  readonly name: string;
  readonly day: string;
  /** How often, apart from `heard`. */
  readonly total: number;
  /** The platform's own ids of what was heard, each of which is counted once, by whichever process writes it first. */
  readonly heard?: readonly string[];
}

/** How often, and on which ISO day last. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly lastDay: string;
}

/** What a community asks, the most frequent first, ties by name. */
export interface CountReport {
  /** The ISO day of the first count that is kept; null where there is none. */
  readonly since: string | null;
  readonly asked: readonly Tally[];
  readonly missed: readonly Tally[];
}

/** Counts of what communities ask, without people. */
export interface Counts {
  /** Counts one question, by its platform's own id where it has one; never waits and never fails. */
  count(community: string, kind: CountKind, name: string, heard?: string): void;
  /** What a community asked since the ISO day `since`, to the week. @throws Problem while nothing can be remembered. */
  report(community: string, since?: string): Promise<CountReport>;
}

/** Counts nothing; a report is refused with `reason`, which says what to do. */
export function noCounts(reason: Said): Counts {
  return {
    count: () => undefined,
    report: async () => {
      throw new Problem(reason);
    },
  };
}
