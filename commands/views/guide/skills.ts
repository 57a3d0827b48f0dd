import { type Citation, cite, citeAll, type KnowledgeBase } from '../../../knowledge/index.ts';
import type { Guide } from '../../../knowledge/kinds/guide.ts';
import { phrase, type Said, say } from '../../../src/message/say.ts';
import { bold, type Inline, link, type Text } from '../../../src/reply.ts';
import { costsOf, hoursText } from '../courses.ts';
import type { Section } from '../section.ts';
import { join } from '../format.ts';
import type { RoleGuide } from './guide.ts';

/** A skill of a guide, with its place in the list. */
type GuideSkill = Guide['skills'][number];

/** The name of a skill, in the reader's language where it has one there. */
export function skillName(own: RoleGuide, at: number): Said {
  return own.text(({ skills }) => skills[at]?.name ?? own.guide.skills[at]?.name);
}

/** The skills in learning order with why, how to tell that it is enough, hours, and where to learn each. */
export function skillSections(own: RoleGuide): Section[] {
  const all = own.guide.skills.map((skill, at) => ({ skill, at }));
  const first = all.filter(({ skill }) => skill.when === 'first');
  const later = all.filter(({ skill }) => skill.when === 'later');
  return [
    skillList(own, say('Before the first job, in learning order'), first),
    ...(later.length === 0 ? [] : [skillList(own, say('In the first two years'), later)]),
  ];
}

interface Placed {
  readonly skill: GuideSkill;
  readonly at: number;
}

function skillList(own: RoleGuide, title: Said, skills: readonly Placed[]): Section {
  const items = skills.map(({ skill, at }): Text => [
    bold(skillName(own, at)),
    phrase` · ${estimate(skill.hours)}\n`,
    own.text((guide) => guide.skills[at]?.why),
    '\n',
    say('Enough when: {enough}', { enough: own.text((guide) => guide.skills[at]?.enough) }),
    '\n',
    ...resources(skill, own.knowledge),
  ]);
  const evidence = [
    ...skills.map(({ at }) => cite(own.guide, ['skills', at])),
    ...skills.flatMap(({ skill }) => resourceEvidence(skill, own.knowledge)),
  ];
  return { evidence, node: { kind: 'list', title, items }, named: true };
}

/** "about 20–35 h": an estimate, and said to be one where several stand together. */
export function estimate({ low, high }: { readonly low: number; readonly high: number }): Said {
  return say('about {hours} h', { hours: `${low}–${high}` });
}

/** "Start: MDN (free, 12 h) · Deeper: …" */
function resources({ free, deeper }: GuideSkill, knowledge: KnowledgeBase): Text {
  const parts = [
    [say('Start'), free] as const,
    ...(deeper === undefined ? [] : [[say('Deeper'), deeper] as const]),
  ];
  return join(
    parts.map(([label, id]): Text => [phrase`${label}: `, ...courseText(id, knowledge)]),
    ' · ',
  );
}

/** A course by its name, with its price and its stated hours. */
export function courseText(id: string, knowledge: KnowledgeBase): Text {
  const course = knowledge.courses.get(id);
  if (course === undefined) return [id];
  const name: Inline = course.url === undefined ? course.title : link(course.title, course.url);
  const [cost] = costsOf(course);
  const hours = course.facts.map(hoursText).find((text) => text !== undefined);
  const stated = [...(cost === undefined ? [] : [cost.text]), ...(hours === undefined ? [] : [hours])];
  if (stated.length === 0) return [name];
  return [name, ' (', ...stated.flatMap((part, at): Inline[] => (at === 0 ? [part] : [', ', part])), ')'];
}

function resourceEvidence({ free, deeper }: GuideSkill, knowledge: KnowledgeBase): Citation[] {
  return [free, ...(deeper === undefined ? [] : [deeper])].flatMap((id) =>
    citeAll(knowledge.courses.get(id)?.facts ?? []),
  );
}
