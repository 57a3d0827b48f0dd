import type { CommandContext } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import type { Field, ReplyNode } from '../../src/reply.ts';
import { weeksText } from '../roadmap/weeks.ts';
import { sourceName } from '../views/names.ts';
import {
  addUp,
  costText,
  periodNote,
  spanText,
  totalHoursText,
  type Totals,
  weeksOf,
} from '../views/totals.ts';
import type { CourseEffort, Span } from '../views/effort.ts';
import { durations } from '../views/transitions.ts';
import { roadmapMonths } from '../views/roadmap.ts';
import type { Plan } from './answer.ts';
import type { Artifacts } from './artifacts.ts';
import type { PickedCourse } from './choose-courses.ts';
import { dateRange } from '../../src/message/dates.ts';

/** What a plan takes: computed from stated hours and prices only. */
export interface Estimate {
  readonly totals: Totals;
  readonly perWeek: number | undefined;
  readonly weeks: Span | undefined;
  /** ISO dates, UTC. */
  readonly done: { readonly first: string; readonly last: string } | undefined;
}

const NOTHING_STATED: CourseEffort = { hours: undefined, prices: [], free: false, unread: [] };

/** Adds a plan up. A thing to build states neither hours nor cost: it is a step without hours, and costs are of courses. */
export function estimate(
  picks: readonly PickedCourse[],
  artifacts: Artifacts | undefined,
  perWeek: number | undefined,
  now: number,
): Estimate {
  const courses = addUp(picks.map(({ effort }) => effort));
  const built = (artifacts?.items ?? []).map(() => NOTHING_STATED);
  const totals = { ...courses, steps: courses.steps + built.length };
  const weeks = perWeek === undefined ? undefined : weeksOf(totals, perWeek);
  const done =
    weeks === undefined ? undefined : { first: inWeeks(weeks.low, now), last: inWeeks(weeks.high, now) };
  return { totals, perWeek, weeks, done };
}

/** The day so many weeks after `now` (epoch milliseconds), in UTC, as an ISO date. */
export function inWeeks(weeks: number, now: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate();
  return today.add({ weeks }).toString();
}

/** "Computed: ten courses, 220–300 h stated: 22–30 weeks at 10 h, until 24 Apr 2027 – 19 Jun 2027."; no date where most steps state no hours. */
export function leadTime(courses: number, { totals, weeks, perWeek, done }: Estimate): Said {
  const counted = amount(courses);
  if (totals.timed === 0)
    return say(
      'Computed: {n, plural, one {one course, which states no hours} other {{words} courses, none of which states its hours}}.',
      counted,
    );
  return say('Computed: {n, plural, one {one course} other {{words} courses}}, {time}.', {
    ...counted,
    time: leadHours({ totals, weeks, perWeek, done }),
  });
}

function leadHours({ totals, weeks, perWeek, done }: Estimate): Said {
  const { timed, steps } = totals;
  const hours = spanText(totals.hours);
  if (2 * timed < steps)
    return say('{hours} h stated by {timed} of {steps} steps, too few for a date', { hours, timed, steps });
  if (weeks === undefined || perWeek === undefined || done === undefined)
    return say('{hours} h stated', { hours });
  const said = { hours, weeks: weeksText(weeks), perWeek, dates: dateRange(done.first, done.last) };
  return timed < steps
    ? say('{hours} h stated: at least {weeks} at {perWeek} h, until {dates}', said)
    : say('{hours} h stated: {weeks} at {perWeek} h, until {dates}', said);
}

/** Hours, dates and cost, computed, with what is documented beside them. */
export function estimateNodes(plan: Plan, context: CommandContext): ReplyNode[] {
  const { estimate: taken, choice } = plan;
  const fields: Field[] = [
    ...(choice.picks.length === 0
      ? []
      : [{ name: say('Hours (computed)'), value: [totalHoursText(taken.totals)] }]),
    ...dateField(taken),
    ...(choice.picks.length === 0 ? [] : [{ name: say('Cost (computed)'), value: costText(taken.totals) }]),
    ...documentedField(plan, context),
  ];
  const note = periodNote(taken.totals);
  return [
    ...(fields.length === 0 ? [] : [{ kind: 'fields', fields } as const]),
    ...(note === undefined ? [] : [{ kind: 'note', text: [note] } as const]),
  ];
}

function dateField({ weeks, done, perWeek, totals }: Estimate): Field[] {
  if (perWeek === undefined) return [];
  const name = say('At {n} h a week (computed)', { n: perWeek });
  if (weeks === undefined || done === undefined)
    return [{ name, value: [say('no date: no step states its hours')] }];
  const silent = totals.steps - totals.timed;
  const said = { weeks: weeksText(weeks), dates: dateRange(done.first, done.last) };
  const words =
    silent === 0
      ? say('the stated hours fill {weeks}, until {dates} from today', said)
      : say(
          'the stated hours fill {weeks}, until {dates} from today, and later by what the other {silent, plural, one {step takes} other {# steps take}}',
          { ...said, silent },
        );
  return [{ name, value: [words] }];
}

function documentedField({ move, wish }: Plan, { knowledge }: CommandContext): Field[] {
  if (move !== undefined)
    return [{ name: say('Documented for this move'), value: [durations(move, knowledge)] }];
  const roads = wish.to.roadmap.flatMap((roadmap) => {
    const months = roadmapMonths(roadmap);
    return months === undefined
      ? []
      : [
          say('{months, plural, one {# month} other {# months}}, the phases added up ({source})', {
            months,
            source: sourceName(roadmap.source, knowledge),
          }),
        ];
  });
  const value = roads.length > 0 ? joined(roads, '; ') : say('no duration by any source I have');
  return [{ name: say('Documented'), value: [value] }];
}
