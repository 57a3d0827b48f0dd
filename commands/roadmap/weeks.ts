import type { Field } from '../../src/reply.ts';
import { spanText, type Sums, weeksOf } from '../show/sums.ts';

/** How many weeks the stated hours fill, said to be computed; no field where nobody asked. */
export function weeksField(sums: Sums, perWeek: number | undefined): Field[] {
  if (perWeek === undefined) return [];
  const weeks = weeksOf(sums, perWeek);
  const name = `At ${perWeek} h a week (computed)`;
  if (weeks === undefined) return [{ name, value: ['no weeks: no step states its hours'] }];
  const silent = sums.steps - sums.timed;
  const more = silent === 0 ? '' : `, from stated hours only; ${silent} of ${sums.steps} steps state none`;
  return [{ name, value: [`${spanText(weeks)} weeks${more}`] }];
}
