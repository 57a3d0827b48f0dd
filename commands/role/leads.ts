import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Block, Role } from '../../knowledge/schema.ts';
import { coursesFor, coursesInWords } from '../show/courses.ts';
import { roadmapMonths } from '../show/roadmap.ts';
import { topSkills } from '../show/wanted.ts';
import { count, enumerate, sentence } from '../show/words.ts';
import { waysIn, waysOut } from './ways.ts';
import { sourceName } from '../show/names.ts';

/** As many names as a first line holds. */
const NAMES = 6;

/** "Asked for by several sources: SQL (3), Python (2)." or how many there are, where sources name different ones. */
export function skillsLead(role: Role, knowledge: KnowledgeBase): string {
  const skills = topSkills(role, knowledge);
  const named = shared(skills.map(({ name, sources }) => [name, sources.length]));
  return named === ''
    ? `${sentence(count(skills.length, 'skill'))} named.`
    : `Asked for by several sources: ${named}.`;
}

/** How far each source's ladder goes up. */
export function ladderLead(role: Role, knowledge: KnowledgeBase): string {
  const tops = role.ladder.map(
    ({ source, rungs }) => `${rungs.at(-1)?.title ?? ''} (${sourceName(source, knowledge)})`,
  );
  return `Up to ${enumerate(tops)}.`;
}

/** How long each source's road is. */
export function roadmapLead(role: Role, knowledge: KnowledgeBase): string {
  const roads = role.roadmap.map((roadmap) => {
    const months = roadmapMonths(roadmap);
    const time = months === undefined ? 'no duration documented' : `${months} months added up`;
    return `${count(roadmap.phases.length, 'phase')}, ${time} (${sourceName(roadmap.source, knowledge)})`;
  });
  const steps = role.nextSteps.map(
    ({ items, source }) => `${count(items.length, 'next step')} (${sourceName(source, knowledge)})`,
  );
  return `${sentence([...roads, ...steps].join('; '))}.`;
}

export function transitionsLead(role: Role, knowledge: KnowledgeBase): string {
  const into = waysIn(role, knowledge).length;
  const out = waysOut(role, knowledge).length;
  return `${sentence(count(into, 'documented way'))} in, ${count(out, 'way')} out.`;
}

export function coursesLead(role: Role, knowledge: KnowledgeBase): string {
  return coursesInWords(coursesFor(role.id, knowledge));
}

/** The employers that several sources name, or how many are named. */
export function employersLead(role: Role): string {
  const named = role.employers.flatMap(({ items, source }) =>
    items.map((item) => ({ name: typeof item === 'string' ? item : item.name, source })),
  );
  const byName = Map.groupBy(named, ({ name }) => name);
  const often = shared(
    Array.from(byName, ([name, all]) => [name, new Set(all.map(({ source }) => source)).size] as const),
  );
  if (often !== '') return `Named by several sources: ${often}.`;
  return byName.size === 0
    ? 'Sectors; no employer is named.'
    : `${sentence(count(byName.size, 'employer'))} named.`;
}

export function questionsLead({ questions }: Role): string {
  return `${sentence(count(questions.length, 'question'))}, answered.`;
}

export function outlookLead({ outlook, aiImpact }: Role): string {
  const parts = [
    ...(outlook.length > 0 ? [`${count(outlook.length, 'source')} on demand`] : []),
    ...(aiImpact.length > 0 ? [`${count(aiImpact.length, 'source')} on what AI changes`] : []),
  ];
  return parts.length === 0 ? 'Whether it is a first job.' : `${sentence(parts.join(', '))}.`;
}

/** How many topics lists are about. */
export function topicsLead(blocks: readonly Block[]): string {
  return `${sentence(count(blocks.length, 'topic'))}.`;
}

/** "SQL (3), Python (2)": what more than one source names, with how many do. */
function shared(named: readonly (readonly [string, number])[]): string {
  return named
    .filter(([, sources]) => sources > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, NAMES)
    .map(([name, sources]) => `${name} (${sources})`)
    .join(', ');
}
