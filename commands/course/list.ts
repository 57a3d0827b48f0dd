import type { Course } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { joined, message, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, type Draft, type ReplyNode } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { countCourses, courseLists, courseSections, firstInWords, plainList } from '../views/courses.ts';
import { onOneScreen, optional, shrinking } from '../views/one-screen.ts';
import { evidenceOf, nodesOf, restsOn, type Section } from '../views/section.ts';
import { COSTS, type Filter, filterWords } from './filter.ts';
import { filterOrRelax, titleWords } from './relax-filters.ts';

/** What a list of courses is about. */
export interface ListSubject {
  readonly id: string;
  readonly title: string;
  /** Whether all is asked for, and not what a screen holds. */
  readonly isFull: boolean;
  /** Where more is said of each course. */
  readonly more: readonly Action[];
  /** What is said below the courses. */
  readonly after?: readonly Section[];
  /** What else there is to ask of it. */
  readonly beside?: readonly Action[];
}

/** Up to this many courses are told in full; more are a line each. */
const IN_FULL = 5;

/** As many as one screen holds. */
const ON_A_SCREEN = 6;
const LEAST = 2;

/** Courses that fit a filter, with what is not shown counted. */
export function answerList(
  about: ListSubject,
  courses: readonly Course[],
  filter: Filter,
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const { shown: fitting, applied, relaxed, left } = filterOrRelax(courses, filter);
  const inFull = fitting.length <= IN_FULL && about.isFull;
  const notes: ReplyNode[] = left === '' ? [] : [{ kind: 'note', text: [left] }];
  const words = filterWords(applied);
  const lead =
    fitting.length === 0
      ? say('None that a source states to be {words}.', { words })
      : about.isFull
        ? countCourses(fitting)
        : firstInWords(fitting);
  const actions = nextActions([
    ...(about.isFull ? [] : [wholeButton(about, filter, fitting.length)]),
    ...(inFull ? [] : about.more),
    ...costButtons(about, filter, courses),
    ...(about.beside ?? []),
  ]);
  const draftOf = (sections: readonly Section[]): Draft => ({
    title: titleOf(about.title, titleWords(applied)),
    lead: [joined([lead, ...relaxed], ' ')],
    body: [...nodesOf(sections, knowledge), ...notes, ...actions],
    ...restsOn(evidenceOf(sections), context, { steps: words === '' ? [] : [[method(words)]] }),
  });
  const after = about.after ?? [];
  if (about.isFull)
    return draftOf([
      ...(inFull ? courseSections(fitting, () => true, knowledge) : courseLists(fitting, knowledge)),
      ...after,
    ]);
  const list = (count: number) => plainList(fitting.slice(0, count), knowledge);
  const most = Math.min(fitting.length, ON_A_SCREEN);
  return onOneScreen([shrinking(most, Math.min(most, LEAST), 2, list), optional(after, 1)], draftOf);
}

function wholeButton({ id }: ListSubject, filter: Filter, n: number): Action {
  const { values } = askOf('course', { ...filter, about: id, view: 'full' });
  return askButton(
    say('{n, plural, one {What is said of it} other {All #, and why each}}', { n }),
    'course',
    {
      ...values,
    },
  );
}

function titleOf(about: string, words: Said): Said {
  return words === ''
    ? say('{about} · courses', { about })
    : say('{about} · courses ({words})', { about, words });
}

function method(words: Said): Said {
  return say(
    'Shown are courses of which a source states that they are {words}; what states nothing is counted, not shown.',
    { words },
  );
}

const COST_LABELS = {
  free: message('Only free'),
  paid: message('Only paid'),
  any: message('Free and paid'),
};

/** The same question with another cost, where that shows something else. */
function costButtons({ id, isFull }: ListSubject, filter: Filter, courses: readonly Course[]): Action[] {
  const { length: shown } = filterOrRelax(courses, filter).shown;
  const offers = COSTS.filter((cost) => {
    const { length } = filterOrRelax(courses, { ...filter, cost }).shown;
    return cost !== filter.cost && length > 0 && length !== shown;
  });
  return offers.map((cost) => {
    const view = isFull ? 'full' : undefined;
    const { values } = askOf('course', { ...filter, cost, about: id, view });
    return askButton(say(COST_LABELS[cost]), 'course', { ...values });
  });
}
