import type { Course, KnowledgeBase, Priority, Role } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { isFor } from '../views/courses.ts';
import { type CourseEffort, courseEffort } from '../views/effort.ts';

/** A course of a plan with the missing skills it is there for. */
export interface PickedCourse {
  readonly course: Course;
  readonly covers: readonly RoleSkill[];
  readonly effort: CourseEffort;
}

export interface CourseChoice {
  /** In the order to take them. */
  readonly picks: readonly PickedCourse[];
  /** Would have been picked, but for the budget. */
  readonly leftOut: readonly PickedCourse[];
  /** Missing skills that nothing picked teaches. */
  readonly untaught: readonly RoleSkill[];
}

const NEED: Readonly<Record<Priority, number>> = {
  essential: 3,
  important: 2,
  recommended: 1,
  bonus: 0,
  listed: 1,
};

/** How much more a course counts that a source names for the role. */
const NAMED = 1.5;

/** What teaches comes before what only proves a skill or is looked things up in. */
const KIND: Readonly<Record<Course['kind'], number>> = {
  course: 1,
  book: 1,
  video: 1,
  practice: 0.8,
  certification: 0.6,
  reference: 0.5,
};

/** More steps than this are no plan. */
export const MOST_STEPS = 10;

/** How the courses of a plan are chosen, for who asks why. */
export function methodText(): Said {
  return joined(
    [
      say(
        'Courses are chosen one at a time, each time the one that teaches most of what is still missing: an essential skill counts 3, an important one 2, any other 1, a bonus nothing.',
      ),
      say(
        'What a source names for the role counts half as much again; practice eight tenths, a certification six tenths and documentation half, since they drill, prove or explain more than they teach. At most {most}.',
        { most: MOST_STEPS },
      ),
      say(
        'Of two as good, the one that teaches least beside it comes first, then the free one, then the shorter. They stand in the order of the most needed skill each teaches.',
      ),
    ],
    ' ',
  );
}

/**
 * Chooses courses for missing skills, greedily, as `method` says. With a budget in whole units of the printed currency,
 * one whose price would break it is left out, and the next best takes its place. What states no price is not counted.
 */
export function chooseCourses(
  missing: readonly RoleSkill[],
  role: Role,
  knowledge: KnowledgeBase,
  budget = Infinity,
): CourseChoice {
  const open = new Map(missing.map((skill) => [skill.id, skill]));
  const candidates = candidatesFor(missing, role, knowledge);
  const [picks, leftOut]: [PickedCourse[], PickedCourse[]] = [[], []];
  let left = budget;
  while (picks.length < MOST_STEPS) {
    const best = bestOf(candidates, open);
    if (best === undefined) break;
    candidates.delete(best.candidate);
    const { course, effort, price } = best.candidate;
    const pick = { course, covers: best.covers, effort };
    if (price > left) leftOut.push(pick);
    else {
      left -= price;
      picks.push(pick);
      for (const { id } of best.covers) open.delete(id);
    }
  }
  return { picks: picks.sort(inOrder(role)), leftOut, untaught: [...open.values()] };
}

interface Candidate {
  readonly course: Course;
  readonly teaches: ReadonlySet<string>;
  readonly named: boolean;
  readonly effort: CourseEffort;
  /** What it costs at the most, as far as it is printed. */
  readonly price: number;
}

function candidatesFor(missing: readonly RoleSkill[], role: Role, knowledge: KnowledgeBase): Set<Candidate> {
  const teaching = new Map<string, Set<string>>();
  for (const { id } of missing)
    for (const course of knowledge.skills.get(id)?.taughtBy ?? [])
      teaching.set(course, (teaching.get(course) ?? new Set()).add(id));
  const found = [...teaching].flatMap(([id, teaches]): Candidate[] => {
    const course = knowledge.courses.get(id);
    if (course === undefined) return [];
    const effort = courseEffort(course);
    const price = effort.free ? 0 : Math.max(0, ...effort.prices.map(({ amount }) => amount));
    return [{ course, teaches, effort, price, named: course.facts.some((fact) => isFor(fact, role.id)) }];
  });
  return new Set(found);
}

function bestOf(candidates: ReadonlySet<Candidate>, open: ReadonlyMap<string, RoleSkill>) {
  const scored = [...candidates].flatMap((candidate) => {
    const covers = [...candidate.teaches].flatMap((id) => open.get(id) ?? []);
    const wanted = covers.reduce((sum, { priority }) => sum + NEED[priority], 0);
    const gain = wanted * KIND[candidate.course.kind] * (candidate.named ? NAMED : 1);
    return gain === 0 ? [] : [{ candidate, covers, gain }];
  });
  return scored.sort(
    (a, b) =>
      b.gain - a.gain ||
      besides(a) - besides(b) ||
      Number(b.candidate.effort.free) - Number(a.candidate.effort.free) ||
      hoursOf(a.candidate) - hoursOf(b.candidate) ||
      a.candidate.course.id.localeCompare(b.candidate.course.id, 'en'),
  )[0];
}

/** How many skills a course teaches that are not missing. */
function besides({
  candidate,
  covers,
}: {
  readonly candidate: Candidate;
  readonly covers: readonly RoleSkill[];
}): number {
  return candidate.course.teaches.length - covers.length;
}

function hoursOf({ effort }: Candidate): number {
  return effort.hours?.high ?? Infinity;
}

/** By the most needed skill, then as a source's road has them, then by kind. */
function inOrder({ roadmap }: Role): (a: PickedCourse, b: PickedCourse) => number {
  const road = roadmap.flatMap(({ phases }) =>
    phases.flatMap(({ items }) => items.map(({ course }) => course)),
  );
  const place = ({ course }: PickedCourse) => (road.includes(course.id) ? road.indexOf(course.id) : Infinity);
  return (a, b) => {
    const [before, after] = [place(a), place(b)];
    return (
      need(a) - need(b) ||
      (before === after ? 0 : before - after) ||
      KIND[b.course.kind] - KIND[a.course.kind]
    );
  };
}

/** How much the most needed skill is needed: 0 is essential. */
function need({ covers }: PickedCourse): number {
  return Math.min(...covers.map(({ priority }) => PRIORITIES.indexOf(priority)));
}
