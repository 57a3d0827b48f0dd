import type { Course } from '../../knowledge/schema.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Action, Draft, ReplyNode } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { next } from '../show/actions.ts';
import { credits } from '../show/credits.ts';
import { courseLists, coursePieces, coursesInWords } from '../show/courses.ts';
import { nodesOf, sourcesOf } from '../show/piece.ts';
import type { Filter } from './filter.ts';
import { filterWords, sift } from './filter.ts';

/** What a list of courses is about. */
export interface About {
  readonly id: string;
  readonly title: string;
  /** Where more is said of each course. */
  readonly more: readonly Action[];
}

/** Up to this many courses are told in full; more are a line each. */
const IN_FULL = 5;

/** Courses that fit a filter, with what is not shown counted. */
export function answerList(
  about: About,
  courses: readonly Course[],
  filter: Filter,
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const { fitting, left } = sift(courses, filter);
  const inFull = fitting.length <= IN_FULL;
  const pieces = inFull ? coursePieces(fitting, () => true, knowledge) : courseLists(fitting, knowledge);
  const notes: ReplyNode[] = left === '' ? [] : [{ kind: 'note', text: [left] }];
  const words = filterWords(filter);
  const lead = fitting.length === 0 ? `None that a source states to be ${words}.` : coursesInWords(fitting);
  return {
    title: `${about.title} · courses${words === '' ? '' : ` (${words})`}`,
    lead: [lead],
    body: [
      ...nodesOf(pieces, knowledge),
      ...notes,
      ...next([...(inFull ? [] : about.more), ...filterButtons(about, filter, courses)]),
    ],
    sources: credits(sourcesOf(pieces), context),
  };
}

/** The filters that would leave something other than what is shown. */
function filterButtons({ id }: About, { cost }: Filter, courses: readonly Course[]): Action[] {
  const offers = (['free', 'paid'] as const).filter(
    (wanted) =>
      wanted !== cost &&
      isSome(sift(courses, { cost: wanted, level: 'any', hours: undefined }).fitting, courses),
  );
  const labels = { free: 'Only free', paid: 'Only paid' };
  return [
    ...offers.map((wanted) => askButton(labels[wanted], 'course', { about: id, cost: wanted })),
    ...(cost === 'any' ? [] : [askButton('All', 'course', { about: id })]),
  ];
}

function isSome(part: readonly Course[], whole: readonly Course[]): boolean {
  return part.length > 0 && part.length < whole.length;
}
