import type { Guide } from '../../../knowledge/kinds/guide.ts';

/** Hours from the least to the most. */
export interface Hours {
  readonly low: number;
  readonly high: number;
}

const NONE: Hours = { low: 0, high: 0 };

/** What several efforts take together. */
export function totalHours(all: readonly Hours[]): Hours {
  return all.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), NONE);
}

/** The estimate of a guide for all its skills and projects, for somebody who begins at zero. */
export function effortOf({ skills, phases }: Guide): Hours {
  return totalHours([...skills.map(({ hours }) => hours), ...phases.map(({ project }) => project.hours)]);
}

/** "77–140" */
export function spanText({ low, high }: Hours): string {
  return low === high ? String(low) : `${low}–${high}`;
}
