import type { Course } from '../../knowledge/index.ts';
import { amount, enumerate, numeral } from '../../src/message/figures.ts';
import { joined, message, type Said, say } from '../../src/message/say.ts';
import { isFree } from '../views/courses.ts';
import { courseEffort } from '../views/effort.ts';

export const COSTS = ['any', 'free', 'paid'] as const;
export const COURSE_LEVELS = ['any', 'beginner', 'intermediate', 'advanced'] as const;
export const COURSE_KINDS = [
  'any',
  'course',
  'certification',
  'book',
  'video',
  'practice',
  'reference',
] as const;

/** What courses are wanted; `hours` is the most, and `budget` the most of the printed currency. */
export interface Filter {
  readonly kind: (typeof COURSE_KINDS)[number];
  readonly cost: (typeof COSTS)[number];
  readonly level: (typeof COURSE_LEVELS)[number];
  readonly hours: number | undefined;
  readonly budget: number | undefined;
}

/** How a course stands to one part of a filter: `unknown` where no source says. */
type Verdict = 'fits' | 'differs' | 'unknown';

/** Courses that fit a filter, and how many do not because a source says so or because none does. */
export interface Filtered {
  readonly fitting: readonly Course[];
  /** Courses of which no source says whether they fit. */
  readonly perhaps: readonly Course[];
  /** What no source states of some of those. */
  readonly silent: readonly Check[];
  /** A sentence that counts what is not shown and why; empty where everything is. */
  readonly left: Said;
}

/** Sifts courses. What a source does not state is never taken to fit, and always counted. */
export function filterCourses(courses: readonly Course[], filter: Filter): Filtered {
  const checks = checksOf(filter);
  const judged = courses.map((course) => ({ course, verdicts: checks.map((check) => check.judge(course)) }));
  const fitting = judged.filter(({ verdicts }) => verdicts.every((verdict) => verdict === 'fits'));
  const out = judged.filter(({ verdicts }) => verdicts.includes('differs')).length;
  const unknown = judged.filter(
    ({ verdicts }) => !verdicts.includes('differs') && verdicts.includes('unknown'),
  );
  const silent = checks.filter((_, at) => unknown.some(({ verdicts }) => verdicts[at] === 'unknown'));
  return {
    fitting: fitting.map(({ course }) => course),
    perhaps: unknown.map(({ course }) => course),
    silent,
    left: leftText(out, unknown.length, whatOf(silent)),
  };
}

/** "cost or hours": what checks ask for, each once. */
export function whatOf(checks: readonly Check[]): Said {
  return enumerate(
    [...new Set(checks.map(({ what }) => what))].map((what) => say(what)),
    'or',
  );
}

/** How many differ by what a source says, and of how many no source says `what` is asked for. */
function leftText(out: number, unknown: number, what: Said): Said {
  const { n, words } = amount(out);
  if (out + unknown === 0) return '';
  if (unknown === 0)
    return say('Not shown: {n, plural, one {one does not fit} other {{words} do not fit}}.', { n, words });
  if (out === 0)
    return say('Not shown: {n, plural, one {one states} other {{words} state}} no {what}.', {
      ...amount(unknown),
      what,
    });
  return say(
    'Not shown: {n, plural, one {one does} other {{words} do}} not fit and {silent, plural, one {one states} other {{silentWords} state}} no {what}.',
    { n, words, silent: unknown, silentWords: amount(unknown).words, what },
  );
}

interface Check {
  readonly name: 'cost' | 'level' | 'hours' | 'budget';
  /** As a sentence calls it. */
  readonly what: string;
  readonly judge: (course: Course) => Verdict;
}

function checksOf({ cost, level, hours, budget }: Filter): readonly Check[] {
  return [
    ...(cost === 'any' ? [] : [{ name: 'cost' as const, what: message('cost'), judge: judgeCost(cost) }]),
    ...(level === 'any'
      ? []
      : [{ name: 'level' as const, what: message('level'), judge: judgeLevel(level) }]),
    ...(hours === undefined
      ? []
      : [{ name: 'hours' as const, what: message('hours'), judge: judgeHours(hours) }]),
    ...(budget === undefined
      ? []
      : [{ name: 'budget' as const, what: message('cost'), judge: judgePrice(budget) }]),
  ];
}

function judgeCost(wanted: 'free' | 'paid') {
  return (course: Course) => weigh(course.facts.map(isFree), (free) => free === (wanted === 'free'));
}

function judgeLevel(wanted: string) {
  return (course: Course) =>
    weigh(
      course.facts.map((fact) => fact.level),
      (level) => level === wanted,
    );
}

function judgeHours(most: number) {
  return (course: Course) =>
    weigh(
      course.facts.map((fact) => fact.hoursHigh ?? fact.hours),
      (hours) => hours <= most,
    );
}

/** A price by the month is no sum, so that nothing is known of it. */
function judgePrice(most: number) {
  return (course: Course): Verdict => {
    const { free, prices } = courseEffort(course);
    if (free || prices.some(({ amount: price }) => price <= most)) return 'fits';
    return prices.length === 0 ? 'unknown' : 'differs';
  };
}

/** One source that says so is enough to fit. */
function weigh<T>(said: readonly (T | undefined)[], fits: (value: T) => boolean): Verdict {
  const stated = said.filter((value): value is T => value !== undefined);
  if (stated.length === 0) return 'unknown';
  return stated.some(fits) ? 'fits' : 'differs';
}

const WORDS = {
  free: message('free'),
  paid: message('paid'),
  beginner: message('beginner'),
  intermediate: message('intermediate'),
  advanced: message('advanced'),
};

/** "free, at most 60 h": a filter in words; empty where it asks for nothing. */
export function filterWords({ cost, level, hours, budget }: Filter): Said {
  return joined(
    [
      ...(cost === 'any' ? [] : [say(WORDS[cost])]),
      ...(level === 'any' ? [] : [say(WORDS[level])]),
      ...(hours === undefined ? [] : [say('at most {hours} h', { hours: numeral(hours) })]),
      ...(budget === undefined ? [] : [say('at most {sum} in price', { sum: numeral(budget) })]),
    ],
    ', ',
  );
}
