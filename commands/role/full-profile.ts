import {
  type Citation,
  cite,
  citeAll,
  type Course,
  type KnowledgeBase,
  type Role,
} from '../../knowledge/index.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { quiet, type ReplyNode } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { courseSections as guideCourses } from '../views/guide/hiring.ts';
import { whatItIs } from '../views/guide/work.ts';
import { listSections } from '../views/blocks.ts';
import { type CourseFact, courseSections, isFor } from '../views/courses.ts';
import { coursesFor } from '../views/courses-for.ts';
import { mappingSections, spreadSections } from '../views/pay-detail.ts';
import { payScales, paySections, type Scale } from '../views/pay.ts';
import { evidenceOf, nodesOf, type Section, sourcesIn, sourcesOf } from '../views/section.ts';
import { sourceLines } from '../views/source-lines.ts';
import { join } from '../views/format.ts';
import { roleSections, SECTION_NAMES, type SectionName } from './sections.ts';
import { sourceName } from '../views/names.ts';

/** All that is known about a role: every section under a heading that names its sources, then the sources themselves. */
export function fullProfile(
  role: Role,
  knowledge: KnowledgeBase,
  now: number,
): { readonly nodes: readonly ReplyNode[]; readonly evidence: readonly Citation[] } {
  const chapters = chaptersOf(role, knowledge).filter(({ sections }) => sections.length > 0);
  const evidence = [cite(role.summary), ...chapters.flatMap(({ sections }) => evidenceOf(sections))];
  const nodes = chapters.flatMap((chapter) => chapterNodes(chapter, knowledge));
  const about = aboutSources(sourcesIn(evidence), knowledge, now);
  return { nodes: [namesOf(role), ...nodes, ...about], evidence };
}

interface Chapter {
  readonly label: Said;
  readonly about?: Said;
  readonly sections: readonly Section[];
}

function chapterNodes({ label, about, sections }: Chapter, knowledge: KnowledgeBase): ReplyNode[] {
  const names = sourcesOf(sections).map((id) => sourceName(id, knowledge));
  return [
    { kind: 'divider' },
    {
      kind: 'text',
      title: { kind: 'capitals', of: label },
      text: [quiet(joined([...(about === undefined ? [] : [about]), ...names], ' · '))],
    },
    ...nodesOf(sections, knowledge),
  ];
}

function chaptersOf(role: Role, knowledge: KnowledgeBase): Chapter[] {
  return [
    ...payScales(role.pay).map((scale) => payChapter(say('Pay'), scale, knowledge)),
    ...payScales(role.payElsewhere).map((scale) => payChapter(say('Pay elsewhere'), scale, knowledge)),
    {
      label: say('Pay, percentiles'),
      sections: spreadSections([...role.pay, ...role.payElsewhere], knowledge),
    },
    // What each source's pay means stands with the sources, at the end.
    { label: say('Pay, level by level'), sections: mappingSections(role.pay, knowledge, { meaning: false }) },
    { label: say('What moves pay'), sections: listSections('payFactors', role.payFactors) },
    ...SECTION_NAMES.map((name) => ({
      label: say(roleSections[name].label),
      sections: sectionsOf(role, name, knowledge),
    })),
  ];
}

function sectionsOf(role: Role, name: SectionName, knowledge: KnowledgeBase): Section[] {
  if (name === 'courses') return coursesLeft(role, knowledge);
  const sections = roleSections[name].build(role, knowledge);
  const own = guideOf(role, knowledge);
  // Alone, the work has this for its first line.
  return name === 'week' && own !== undefined ? [whatItIs(own), ...sections] : sections;
}

function payChapter(label: Said, scale: Scale, knowledge: KnowledgeBase): Chapter {
  return { label, about: scale.label, sections: paySections(scale, knowledge) };
}

/** The courses of a role without what its roadmap has told already. */
function coursesLeft(role: Role, knowledge: KnowledgeBase): Section[] {
  const tells = (fact: CourseFact, course: Course) =>
    isFor(fact, role.id) && !isInRoadmap(fact, course, role);
  const courses = coursesFor(role.id, knowledge);
  const left = courses.filter((course) => course.facts.some((fact) => tells(fact, course)));
  const told = courses.filter((course) => !left.includes(course));
  const note: ReplyNode = {
    kind: 'text',
    title: say('In the roadmap'),
    text: [told.map((course) => course.title).join(' · ')],
  };
  const facts = told.flatMap((course) => course.facts.filter((fact) => isFor(fact, role.id)));
  const own = guideOf(role, knowledge);
  return [
    ...(own === undefined ? [] : guideCourses(own)),
    ...courseSections(left, tells, knowledge),
    ...(told.length > 0 ? [{ evidence: citeAll(facts), node: note, named: true }] : []),
  ];
}

function isInRoadmap(fact: CourseFact, course: Course, { roadmap }: Role): boolean {
  const steps = roadmap
    .filter(({ source }) => source === fact.source)
    .flatMap(({ phases }) => phases.flatMap(({ items }) => items));
  return steps.some((step) => step.course === course.id && step.detail === fact.why);
}

function namesOf({ family, aliases, codes }: Role): ReplyNode {
  const lines: [Said, readonly string[]][] = [
    [say('Family'), [family]],
    [say('Also called'), aliases],
    ['O*NET', codes.onet],
    ['ESCO', codes.esco],
  ];
  const fields = lines.flatMap(([name, words]) =>
    words.length > 0 ? [{ name, value: [words.join(', ')] }] : [],
  );
  return { kind: 'fields', fields };
}

function aboutSources(ids: readonly string[], knowledge: KnowledgeBase, now: number): ReplyNode[] {
  const known = ids.flatMap((id) => knowledge.sources.get(id) ?? []);
  return [
    { kind: 'divider' },
    ...known.map((source): ReplyNode => ({
      kind: 'text',
      title: say('Source: {source}', { source: source.name }),
      text: join(sourceLines(source, now), '\n'),
    })),
  ];
}
