import type { Said } from '../message/message.ts';
import type { CountKind, CountReport, Tally } from '../store/counts.ts';
import { Problem } from '../problem.ts';

export type { CountKind, CountReport, Tally };

/** Counts of what communities ask, without people. */
export interface Counts {
  /** True where nothing is counted. */
  readonly isOff?: true;
  /** Counts one question, by its platform's own id where it has one; never waits and never fails. */
  count(community: string, kind: CountKind, name: string, heard?: string): void;
  /** What a community asked since the ISO day `since`, to the week. @throws Problem while nothing can be remembered. */
  report(community: string, since?: string): Promise<CountReport>;
}

/** Counts nothing; a report is refused with `reason`, which says what to do. */
export function noCounts(reason: Said): Counts {
  return {
    isOff: true,
    count: () => undefined,
    report: async () => {
      throw new Problem(reason);
    },
  };
}
