import type { Course, KnowledgeBase, Skill } from '../../knowledge/index.ts';

/**
 * What teaches a skill: what most guides begin it with first, then what most of them go deeper with, then the others in
 * their order.
 */
export function coursesForSkill(skill: Skill, knowledge: KnowledgeBase): Course[] {
  const chosen = choicesOf(skill, knowledge);
  const ids = [...new Set([...chosen.keys(), ...skill.taughtBy])];
  const courses = ids.flatMap((id) => knowledge.courses.get(id) ?? []);
  const timesOf = ({ id }: Course, as: 'first' | 'deeper'): number => chosen.get(id)?.[as] ?? 0;
  return courses
    .filter(({ retired }) => retired === undefined)
    .toSorted(
      (a, b) => timesOf(b, 'first') - timesOf(a, 'first') || timesOf(b, 'deeper') - timesOf(a, 'deeper'),
    );
}

/** How many guides choose a course to begin a skill with, and to go deeper. */
interface Choices {
  first: number;
  deeper: number;
}

function choicesOf({ id }: Skill, knowledge: KnowledgeBase): ReadonlyMap<string, Choices> {
  const chosen = new Map<string, Choices>();
  const count = (course: string, as: keyof Choices): void => {
    const known = chosen.get(course) ?? { first: 0, deeper: 0 };
    chosen.set(course, { ...known, [as]: known[as] + 1 });
  };
  const learnt = knowledge.of('guide').all.flatMap(({ skills }) => skills);
  for (const { name, free, deeper } of learnt) {
    if (knowledge.skills.named(name)?.id !== id) continue;
    count(free, 'first');
    if (deeper !== undefined) count(deeper, 'deeper');
  }
  return chosen;
}
