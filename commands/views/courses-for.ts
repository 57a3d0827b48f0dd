import type { Course, KnowledgeBase, Skill } from '../../knowledge/index.ts';
import { onceFor } from '../../knowledge/once.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';

/**
 * The courses that a guide or a source names for a role: those that the guide learns by in its order, then what goes
 * deeper, then the others, the most needed first; a retired one is offered to nobody.
 */
export function coursesFor(role: string, knowledge: KnowledgeBase): readonly Course[] {
  const lists = roleLists(knowledge);
  const list = lists.get(role) ?? listCourses(role, knowledge);
  lists.set(role, list);
  return list;
}

/** Every answer about a role asks whether there are courses for it. */
const roleLists = onceFor<KnowledgeBase, Map<string, readonly Course[]>>(() => new Map());

function listCourses(role: string, knowledge: KnowledgeBase): readonly Course[] {
  const guided = learningOrder(role, knowledge).flatMap((id) => knowledge.courses.get(id) ?? []);
  const named = namedByRole(knowledge).get(role) ?? [];
  const others = named.toSorted((a, b) => rank(a, role) - rank(b, role));
  return [...new Set([...guided, ...others])].filter(({ retired }) => retired === undefined);
}

/** The courses that a source names for each role. */
const namedByRole = onceFor(({ courses }: KnowledgeBase): ReadonlyMap<string, readonly Course[]> => {
  const pairs = courses.all.flatMap((course) => {
    const roles = new Set(course.facts.flatMap((fact) => fact.roles.map(({ role }) => role)));
    return Array.from(roles, (role) => ({ role, course }));
  });
  const byRole = Map.groupBy(pairs, ({ role }) => role);
  return new Map(Array.from(byRole, ([role, named]) => [role, named.map(({ course }) => course)]));
});

/** The ids of a guide's courses: what each skill starts with, in learning order, then what goes deeper. */
function learningOrder(role: string, knowledge: KnowledgeBase): readonly string[] {
  const skills = knowledge.of('guide').get(role)?.skills ?? [];
  return [...skills.map(({ free }) => free), ...skills.flatMap(({ deeper }) => deeper ?? [])];
}

function rank(course: Course, role: string): number {
  const named = course.facts.flatMap((fact) => fact.roles.filter((each) => each.role === role));
  return Math.min(
    PRIORITIES.length,
    ...named.map(({ priority }) => PRIORITIES.indexOf(priority ?? 'listed')),
  );
}

/**
 * What teaches a skill: what most guides begin it with first, then what most of them go deeper with, then the others in
 * their order.
 */
export function coursesForSkill(skill: Skill, knowledge: KnowledgeBase): Course[] {
  const chosen = chosenBySkill(knowledge).get(skill.id) ?? [];
  const times = (as: Choice['as']) => (id: string) =>
    chosen.filter((choice) => choice.course === id && choice.as === as).length;
  const [first, deeper] = [times('first'), times('deeper')];
  const ids = [...new Set([...chosen.map(({ course }) => course), ...skill.taughtBy])];
  return ids
    .toSorted((a, b) => first(b) - first(a) || deeper(b) - deeper(a))
    .flatMap((id) => knowledge.courses.get(id) ?? [])
    .filter(({ retired }) => retired === undefined);
}

/** That a guide begins a skill with a course, or goes deeper with it. */
interface Choice {
  readonly skill: string | undefined;
  readonly course: string;
  readonly as: 'first' | 'deeper';
}

/** What all guides choose for each skill. */
const chosenBySkill = onceFor((knowledge: KnowledgeBase) => {
  const learnt = knowledge.of('guide').all.flatMap(({ skills }) => skills);
  const choices = learnt.flatMap(({ name, free, deeper }): Choice[] => {
    const skill = knowledge.skills.named(name)?.id;
    return [
      { skill, course: free, as: 'first' },
      ...(deeper === undefined ? [] : [{ skill, course: deeper, as: 'deeper' } as const]),
    ];
  });
  return Map.groupBy(choices, ({ skill }) => skill);
});
