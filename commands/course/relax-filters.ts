import type { Course } from '../../knowledge/index.ts';
import { amount } from '../../src/message/figures.ts';
import { joined, message, type Said, say } from '../../src/message/say.ts';
import { type Filter, filterCourses, type Filtered, filterWords, whatOf } from './filter.ts';

/** What a filter lets through, and what to say of it. */
interface Sifted {
  readonly shown: readonly Course[];
  /** The part of the filter that could be applied. */
  readonly applied: Filter;
  /** Sentences on what of the filter could not be applied, and why. */
  readonly relaxed: readonly Said[];
  /** A sentence that counts what is not shown and why; empty where everything is. */
  readonly left: Said;
}

const NONE_OF: Readonly<Record<Exclude<Filter['kind'], 'any'>, string>> = {
  course: message('No source names a course for it; this is what there is.'),
  certification: message('No source names a certification for it; this is what there is.'),
  book: message('No source names a book for it; this is what there is.'),
  video: message('No source names a video for it; this is what there is.'),
  practice: message('No source names a place to practice for it; this is what there is.'),
  reference: message('No source names documentation for it; this is what there is.'),
};

/**
 * Sifts courses. Where no source states what a part of the filter asks for, that part is relaxed and said, since an empty
 * list would tell less; else what states nothing is counted, not shown.
 */
export function filterOrRelax(courses: readonly Course[], filter: Filter): Sifted {
  const { kind } = filter;
  const ofKind = courses.filter((course) => kind === 'any' || course.kind === kind);
  if (kind !== 'any' && ofKind.length === 0) {
    const rest = filterOrRelax(courses, { ...filter, kind: 'any' });
    return { ...rest, relaxed: [say(NONE_OF[kind]), ...rest.relaxed] };
  }
  const { fitting, perhaps, silent, left } = filterCourses(ofKind, filter);
  if (fitting.length > 0 || perhaps.length === 0)
    return { shown: fitting, applied: filter, relaxed: [], left };
  const isSilent = (part: 'cost' | 'level' | 'hours' | 'budget') => silent.some(({ name }) => name === part);
  const applied: Filter = {
    kind,
    cost: isSilent('cost') ? 'any' : filter.cost,
    level: isSilent('level') ? 'any' : filter.level,
    hours: isSilent('hours') ? undefined : filter.hours,
    budget: isSilent('budget') ? undefined : filter.budget,
  };
  const other = ofKind.length - perhaps.length;
  return { shown: perhaps, applied, relaxed: [unstated(silent)], left: other === 0 ? '' : unfit(other) };
}

const ONLY: Readonly<Record<Exclude<Filter['kind'], 'any'>, string>> = {
  course: message('only courses'),
  certification: message('only certifications'),
  book: message('only books'),
  video: message('only videos'),
  practice: message('only practice'),
  reference: message('only documentation'),
};

/** What of a filter the title of a list says: "only books, free". */
export function titleWords(filter: Filter): Said {
  const only = filter.kind === 'any' ? '' : say(ONLY[filter.kind]);
  return joined(
    [only, filterWords(filter)].filter((each) => each !== ''),
    ', ',
  );
}

function unstated(silent: Filtered['silent']): Said {
  return say('Of these no source states {what}, so they are not chosen by it.', { what: whatOf(silent) });
}

function unfit(n: number): Said {
  return say('Not shown: {n, plural, one {one does not fit} other {{words} do not fit}}.', amount(n));
}
