import { type Said, say } from '../../src/message/say.ts';
import type { Field } from '../../src/reply.ts';
import { spanText, type Totals, weeksOf } from '../views/totals.ts';
import type { Span } from '../views/effort.ts';

/** How many weeks the stated hours fill, said to be computed; no field where nobody asked. */
export function weeksField(totals: Totals, perWeek: number | undefined): Field[] {
  if (perWeek === undefined) return [];
  const weeks = weeksOf(totals, perWeek);
  const name = say('At {n} h a week (computed)', { n: perWeek });
  if (weeks === undefined) return [{ name, value: [say('no weeks: no step states its hours')] }];
  const silent = totals.steps - totals.timed;
  const time = weeksText(weeks);
  if (silent === 0) return [{ name, value: [time] }];
  const words = say(
    '{time}, from stated hours only; {silent} of {steps} steps {silent, plural, one {states} other {state}} none',
    { time, silent, steps: totals.steps },
  );
  return [{ name, value: [words] }];
}

/** "1 week", "22–30 weeks" */
function weeksText(weeks: Span): Said {
  return say('{n, plural, one {{weeks} week} other {{weeks} weeks}}', {
    n: weeks.high,
    weeks: spanText(weeks),
  });
}
