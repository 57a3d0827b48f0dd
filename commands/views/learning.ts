import {
  type Citation,
  cite,
  citeAll,
  type Course,
  type KnowledgeBase,
  type Role,
} from '../../knowledge/index.ts';
import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import { type Inline, link, type Text } from '../../src/reply.ts';
import { phrase, say } from '../../src/message/say.ts';
import { costsOf, isFree } from './courses.ts';
import { join } from './format.ts';
import { coursesForSkill } from './courses-for.ts';

/** Where a skill can be learnt: courses that teach it, and resources that a source names for it in a role. */
export interface Learning {
  readonly courses: readonly Course[];
  /** Names of free resources that are no course I know. */
  readonly named: readonly string[];
  readonly evidence: readonly Citation[];
}

/** Kinds that teach, before those that are looked things up in or that only prove a skill. */
const ORDER: readonly Course['kind'][] = [
  'course',
  'book',
  'video',
  'practice',
  'reference',
  'certification',
];

/** Where a skill of a role can be learnt; undefined where nothing I know teaches it. */
export function learningOf({ id }: RoleSkill, role: Role, knowledge: KnowledgeBase): Learning | undefined {
  const skill = knowledge.skills.get(id);
  const said = role.skills.flatMap((list) =>
    list.items.flatMap(({ skillId, learn = [] }, at) =>
      skillId === id ? learn.map((name) => ({ name, citation: cite(list, ['items', at]) })) : [],
    ),
  );
  const meant = said.map((each) => ({ ...each, course: knowledge.courses.named(each.name) }));
  const teaching = skill === undefined ? [] : coursesForSkill(skill, knowledge);
  const courses = [
    ...new Set([...meant.flatMap(({ course }) => course ?? []), ...teaching.toSorted(byKind)]),
  ];
  const named = [...new Set(meant.flatMap(({ name, course }) => (course === undefined ? [name] : [])))];
  if (courses.length + named.length === 0) return undefined;
  const evidence = [
    ...said.map(({ citation }) => citation),
    ...courses.flatMap(({ facts }) => citeAll(facts)),
  ];
  return { courses, named, evidence };
}

function byKind(a: Course, b: Course): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Number(hasPrice(a)) - Number(hasPrice(b));
}

function hasPrice({ facts }: Course): boolean {
  return !facts.some((fact) => isFree(fact) === true);
}

/** As many places to learn a skill as a line names; the rest is counted. */
const SHOWN = 2;

/** "Made With ML (free), MLOps Zoomcamp and 2 more" */
export function learnText({ courses, named }: Learning): Text {
  const all: Text[] = [...courses.map(courseText), ...named.map((name): Text => [name])];
  const rest = all.length - SHOWN;
  return [...join(all.slice(0, SHOWN), ', '), ...(rest > 0 ? [' ', say('and {n} more', { n: rest })] : [])];
}

function courseText(course: Course): Text {
  const { title, url } = course;
  const [cost] = costsOf(course);
  const name: Inline = url === undefined ? title : link(title, url);
  return cost === undefined ? [name] : [name, phrase` (${cost.text})`];
}
