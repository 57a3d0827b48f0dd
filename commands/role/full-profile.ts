import { type Citation, cite, citeAll } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Course, Role } from '../../knowledge/linked.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, say } from '../../src/message/say.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { quiet } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { coursePieces as guideCourses } from '../views/guide/hiring.ts';
import { listPieces } from '../views/blocks.ts';
import type { Fact } from '../views/courses.ts';
import { coursePieces, coursesFor, isFor } from '../views/courses.ts';
import { mappingPieces, spreadPieces } from '../views/pay-detail.ts';
import { payPieces, payScales } from '../views/pay.ts';
import type { Piece } from '../views/section.ts';
import { evidenceOf, nodesOf, sourcesIn, sourcesOf } from '../views/section.ts';
import { sourceLines } from '../views/source-lines.ts';
import { join } from '../views/format.ts';
import { SECTION_NAMES, sections } from './sections.ts';
import { sourceName } from '../views/names.ts';

/** All that is known about a role: every section under a heading that names its sources, then the sources themselves. */
export function everything(
  role: Role,
  knowledge: KnowledgeBase,
  now: number,
): { readonly nodes: readonly ReplyNode[]; readonly evidence: readonly Citation[] } {
  const chapters = chaptersOf(role, knowledge).filter(({ pieces }) => pieces.length > 0);
  const evidence = [cite(role.summary), ...chapters.flatMap(({ pieces }) => evidenceOf(pieces))];
  const nodes = chapters.flatMap((chapter) => chapterNodes(chapter, knowledge));
  const about = aboutSources(sourcesIn(evidence), knowledge, now);
  return { nodes: [namesOf(role), ...nodes, ...about], evidence };
}

interface Chapter {
  readonly label: Said;
  readonly about?: Said;
  readonly pieces: readonly Piece[];
}

function chapterNodes({ label, about, pieces }: Chapter, knowledge: KnowledgeBase): ReplyNode[] {
  const names = sourcesOf(pieces).map((id) => sourceName(id, knowledge));
  return [
    { kind: 'divider' },
    {
      kind: 'text',
      title: { kind: 'capitals', of: label },
      text: [quiet(joined([...(about === undefined ? [] : [about]), ...names], ' · '))],
    },
    ...nodesOf(pieces, knowledge),
  ];
}

function chaptersOf(role: Role, knowledge: KnowledgeBase): Chapter[] {
  return [
    ...payScales(role.pay).map((scale) => ({
      label: say('Pay'),
      about: scale.label,
      pieces: payPieces(scale, knowledge),
    })),
    { label: say('Pay, percentiles'), pieces: spreadPieces(role.pay, knowledge) },
    // What each source's pay means stands with the sources, at the end.
    { label: say('Pay, level by level'), pieces: mappingPieces(role.pay, knowledge, { meaning: false }) },
    { label: say('What moves pay'), pieces: listPieces('payFactors', role.payFactors) },
    ...SECTION_NAMES.map((name) => ({
      label: say(sections[name].label),
      pieces: name === 'courses' ? coursesLeft(role, knowledge) : sections[name].pieces(role, knowledge),
    })),
  ];
}

/** The courses of a role without what its roadmap has told already. */
function coursesLeft(role: Role, knowledge: KnowledgeBase): Piece[] {
  const tells = (fact: Fact, course: Course) => isFor(fact, role.id) && !isInRoadmap(fact, course, role);
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
    ...coursePieces(left, tells, knowledge),
    ...(told.length > 0 ? [{ evidence: citeAll(facts), node: note, named: true }] : []),
  ];
}

function isInRoadmap(fact: Fact, course: Course, { roadmap }: Role): boolean {
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
