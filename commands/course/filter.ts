import type { Course } from '../../knowledge/schema.ts';
import { isFree } from '../show/courses.ts';
import { count, enumerate } from '../show/words.ts';

export const COSTS = ['any', 'free', 'paid'] as const;
export const COURSE_LEVELS = ['any', 'beginner', 'intermediate', 'advanced'] as const;

/** What courses are wanted; `hours` is the most. */
export interface Filter {
  readonly cost: (typeof COSTS)[number];
  readonly level: (typeof COURSE_LEVELS)[number];
  readonly hours: number | undefined;
}

/** How a course stands to one part of a filter: `unknown` where no source says. */
type Verdict = 'fits' | 'differs' | 'unknown';

/** Courses that fit a filter, and how many do not because a source says so or because none does. */
export interface Filtered {
  readonly fitting: readonly Course[];
  /** A sentence that counts what is not shown and why; empty where everything is. */
  readonly left: string;
}

/** Sifts courses. What a source does not state is never taken to fit, and always counted. */
export function sift(courses: readonly Course[], filter: Filter): Filtered {
  const checks = checksOf(filter);
  const judged = courses.map((course) => ({ course, verdicts: checks.map((check) => check.judge(course)) }));
  const fitting = judged.filter(({ verdicts }) => verdicts.every((verdict) => verdict === 'fits'));
  const out = judged.filter(({ verdicts }) => verdicts.includes('differs')).length;
  const unknown = judged.filter(
    ({ verdicts }) => !verdicts.includes('differs') && verdicts.includes('unknown'),
  );
  const silent = checks.flatMap(({ what }, at) =>
    unknown.some(({ verdicts }) => verdicts[at] === 'unknown') ? [what] : [],
  );
  const reasons = [
    ...(out > 0 ? [`${count(out, 'does', 'do')} not fit`] : []),
    ...(unknown.length > 0
      ? [`${count(unknown.length, 'states', 'state')} no ${enumerate(silent, 'or')}`]
      : []),
  ];
  const left = reasons.length === 0 ? '' : `Not shown: ${enumerate(reasons)}.`;
  return { fitting: fitting.map(({ course }) => course), left };
}

interface Check {
  readonly what: string;
  readonly judge: (course: Course) => Verdict;
}

function checksOf({ cost, level, hours }: Filter): Check[] {
  return [
    ...(cost === 'any' ? [] : [{ what: 'cost', judge: judgeCost(cost) }]),
    ...(level === 'any' ? [] : [{ what: 'level', judge: judgeLevel(level) }]),
    ...(hours === undefined ? [] : [{ what: 'hours', judge: judgeHours(hours) }]),
  ];
}

function judgeCost(wanted: 'free' | 'paid') {
  return (course: Course) => weigh(course.facts.map(isFree), (free) => free === (wanted === 'free'));
}

function judgeLevel(wanted: string) {
  return (course: Course) =>
    weigh(
      course.facts.map((fact) => fact.level),
      (level) => level.toLowerCase().includes(wanted),
    );
}

function judgeHours(most: number) {
  return (course: Course) =>
    weigh(
      course.facts.map((fact) => fact.hoursHigh ?? fact.hours),
      (hours) => hours <= most,
    );
}

/** One source that says so is enough to fit. */
function weigh<T>(said: readonly (T | undefined)[], fits: (value: T) => boolean): Verdict {
  const stated = said.filter((value): value is T => value !== undefined);
  if (stated.length === 0) return 'unknown';
  return stated.some(fits) ? 'fits' : 'differs';
}

/** "free, at most 60 h": a filter in words; empty where it asks for nothing. */
export function filterWords({ cost, level, hours }: Filter): string {
  return [
    ...(cost === 'any' ? [] : [cost]),
    ...(level === 'any' ? [] : [level]),
    ...(hours === undefined ? [] : [`at most ${hours} h`]),
  ].join(', ');
}
