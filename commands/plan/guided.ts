import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Guide } from '../../knowledge/kinds/guide.ts';
import { type Hours, totalHours } from '../views/guide/hours.ts';

/** A phase of a guide with what is left of it for somebody. */
export interface PlannedPhase {
  /** Its place in the guide, from 0. */
  readonly place: number;
  /** The places in the guide of the skills that are not there yet. */
  readonly skills: readonly number[];
  readonly hours: Hours;
}

/** What a guide leaves for somebody to do. */
export interface GuidedPlan {
  readonly phases: readonly PlannedPhase[];
  /** Skills and projects together: an estimate. */
  readonly hours: Hours;
  /** How many of these hours the courses state that the plan begins each skill with. */
  readonly stated: number;
  /** How many skills are there already. */
  readonly had: number;
}

/** The skills and projects of a guide less the skills that somebody has, by their ids. A phase keeps its project. */
export function planGuide(guide: Guide, had: ReadonlySet<string>, knowledge: KnowledgeBase): GuidedPlan {
  const phases = guide.phases.map((phase, place): PlannedPhase => {
    const places = phase.skills.map((name) => guide.skills.findIndex((skill) => skill.name === name));
    const skills = places.filter((at) => at >= 0 && !had.has(guide.skills[at]?.skillId ?? ''));
    const efforts = skills.flatMap((at) => guide.skills[at]?.hours ?? []);
    return { place, skills, hours: totalHours([...efforts, phase.project.hours]) };
  });
  const left = phases.flatMap(({ skills }) => skills);
  return {
    phases,
    hours: totalHours(phases.map(({ hours }) => hours)),
    stated: left.reduce((sum, at) => sum + statedHours(guide.skills[at]?.free ?? '', knowledge), 0),
    had: guide.skills.length - left.length,
  };
}

/** The hours that a course states; 0 where it states none. */
function statedHours(course: string, knowledge: KnowledgeBase): number {
  return knowledge.courses.get(course)?.facts.find(({ hours }) => hours !== undefined)?.hours ?? 0;
}
