import type { CommandContext } from '../../src/command.ts';
import type { Field, ReplyNode } from '../../src/reply.ts';
import { shortDate } from '../../src/credits.ts';
import { sourceName } from '../show/names.ts';
import { costText, hoursText, periodNote, spanText, type Sums, sumUp, weeksOf } from '../show/sums.ts';
import type { Span, Toll } from '../show/toll.ts';
import { durations } from '../show/ways.ts';
import { roadmapMonths } from '../show/roadmap.ts';
import type { Plan } from './answer.ts';
import type { Artifacts } from './artifacts.ts';
import type { Pick } from './choose.ts';

/** What a plan takes: computed from stated hours and prices only. */
export interface Estimate {
  readonly sums: Sums;
  readonly perWeek: number | undefined;
  readonly weeks: Span | undefined;
  /** ISO dates, UTC. */
  readonly done: { readonly first: string; readonly last: string } | undefined;
}

const NOTHING_STATED: Toll = { hours: undefined, prices: [], free: false, unread: [] };

/** Adds a plan up. A thing to build states neither hours nor cost: it is a step without hours, and costs are of courses. */
export function estimate(
  picks: readonly Pick[],
  artifacts: Artifacts | undefined,
  perWeek: number | undefined,
  now: number,
): Estimate {
  const courses = sumUp(picks.map(({ toll }) => toll));
  const built = (artifacts?.items ?? []).map(() => NOTHING_STATED);
  const sums = { ...courses, steps: courses.steps + built.length };
  const weeks = perWeek === undefined ? undefined : weeksOf(sums, perWeek);
  const done =
    weeks === undefined ? undefined : { first: inWeeks(weeks.low, now), last: inWeeks(weeks.high, now) };
  return { sums, perWeek, weeks, done };
}

/** The day so many weeks after `now` (epoch milliseconds), in UTC, as an ISO date. */
function inWeeks(weeks: number, now: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate();
  return today.add({ weeks }).toString();
}

/** "220–300 h stated: 22–30 weeks at 10 h, until 24 Apr 2027 – 19 Jun 2027"; no date where most steps state no hours. */
export function leadTime({ sums, weeks, perWeek, done }: Estimate): string {
  if (sums.timed === 0) return 'none of which states its hours';
  const hours = `${spanText(sums.hours)} h stated`;
  if (2 * sums.timed < sums.steps)
    return `${hours} by ${sums.timed} of ${sums.steps} steps, too few for a date`;
  if (weeks === undefined || done === undefined) return hours;
  const partly = sums.timed < sums.steps ? 'at least ' : '';
  return `${hours}: ${partly}${spanText(weeks)} weeks at ${perWeek} h, until ${dates(done)}`;
}

function dates({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? shortDate(first) : `${shortDate(first)} – ${shortDate(last)}`;
}

/** Hours, dates and cost, computed, with what is documented beside them. */
export function estimateNodes(plan: Plan, context: CommandContext): ReplyNode[] {
  const { estimate: taken, choice } = plan;
  const fields: Field[] = [
    ...(choice.picks.length === 0 ? [] : [{ name: 'Hours (computed)', value: [hoursText(taken.sums)] }]),
    ...dateField(taken),
    ...(choice.picks.length === 0 ? [] : [{ name: 'Cost (computed)', value: costText(taken.sums) }]),
    ...documentedField(plan, context),
  ];
  const note = periodNote(taken.sums);
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const]),
    ...(note === undefined ? [] : [{ kind: 'note', text: [note] } as const]),
  ];
}

function dateField({ weeks, done, perWeek, sums }: Estimate): Field[] {
  if (perWeek === undefined) return [];
  const name = `At ${perWeek} h a week (computed)`;
  if (weeks === undefined || done === undefined)
    return [{ name, value: ['no date: no step states its hours'] }];
  const silent = sums.steps - sums.timed;
  const more = silent === 0 ? '' : `, and later by what the other ${silent} steps take`;
  return [
    {
      name,
      value: [`the stated hours fill ${spanText(weeks)} weeks, until ${dates(done)} from today${more}`],
    },
  ];
}

function documentedField({ move, wish }: Plan, { knowledge }: CommandContext): Field[] {
  if (move !== undefined) return [{ name: 'Documented for this move', value: [durations(move, knowledge)] }];
  const roads = wish.to.roadmap.flatMap((roadmap) => {
    const months = roadmapMonths(roadmap);
    return months === undefined
      ? []
      : [`${months} months, the phases added up (${sourceName(roadmap.source, knowledge)})`];
  });
  return [
    { name: 'Documented', value: [roads.length > 0 ? roads.join('; ') : 'no duration by any source I have'] },
  ];
}
