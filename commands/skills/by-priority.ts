import type { KnowledgeBase, Priority, Role } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import { citeSkills, type RoleSkill } from '../../knowledge/skill-lists.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import { message, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type Text } from '../../src/reply.ts';
import { learningOf, learnText } from '../views/learning.ts';
import { sourceName } from '../views/names.ts';
import type { Section } from '../views/section.ts';

/** Skills by priority: first those I know a place to learn, a line each; the others side by side, by source. */
export function prioritySections(
  skills: readonly RoleSkill[],
  role: Role,
  knowledge: KnowledgeBase,
): Section[] {
  return PRIORITIES.flatMap((priority) => {
    const group = skills.filter((skill) => skill.priority === priority);
    return [
      ...taughtSections(group, priority, role, knowledge),
      ...bareSections(group, priority, role, knowledge),
    ];
  });
}

const COUNTS: Readonly<Record<Priority, string>> = {
  essential: message('{n} essential'),
  important: message('{n} important'),
  recommended: message('{n} recommended'),
  bonus: message('{n} bonus'),
  listed: message('{n} without a rank'),
};

/** "75 skills by four sources: 30 essential, 16 important, 29 without a rank. I know where to learn 12." */
export function countsText(skills: readonly RoleSkill[], role: Role, knowledge: KnowledgeBase): Said {
  const parts = PRIORITIES.flatMap((priority) => {
    const n = skills.filter((skill) => skill.priority === priority).length;
    return n === 0 ? [] : [say(COUNTS[priority], { n })];
  });
  const sources = new Set(skills.flatMap(({ uses }) => uses.map(({ source }) => source))).size;
  const taught = skills.filter((skill) => learningOf(skill, role, knowledge) !== undefined).length;
  const all = say(
    '{skills, plural, one {One skill} other {{Skills} skills}} by {n, plural, one {one source} other {{words} sources}}: {parts}.',
    {
      ...amount(sources),
      skills: skills.length,
      Skills: amount(skills.length).Words,
      parts: enumerate(parts),
    },
  );
  const learn = say('For {taught} I know where to learn {taught, plural, one {it} other {them}}.', {
    taught,
  });
  return taught === 0 ? all : phrase`${all} ${learn}`;
}

function taughtSections(
  skills: readonly RoleSkill[],
  priority: Priority,
  role: Role,
  knowledge: KnowledgeBase,
): Section[] {
  const taught = skills.flatMap((skill) => {
    const learning = learningOf(skill, role, knowledge);
    return learning === undefined ? [] : [{ skill, learning }];
  });
  if (taught.length === 0) return [];
  const items = taught.map(({ skill, learning }): Text => [
    bold(skill.name),
    ` (${namesOf(skill, knowledge)}): `,
    ...learnText(learning),
  ]);
  const evidence = taught.flatMap(({ skill, learning }) => [
    ...citeSkills([skill], role.id, knowledge),
    ...learning.evidence,
  ]);
  const title = say('{priority}, with where to learn', { priority: groupTitle(priority) });
  return [{ evidence, node: { kind: 'list', title, items }, named: true }];
}

function namesOf({ uses }: RoleSkill, knowledge: KnowledgeBase): string {
  return uses.map(({ source }) => sourceName(source, knowledge)).join(', ');
}

/** Skills of which I know no place to learn, together by the sources that ask for them. */
function bareSections(
  skills: readonly RoleSkill[],
  priority: Priority,
  role: Role,
  knowledge: KnowledgeBase,
): Section[] {
  const bare = skills.filter((skill) => learningOf(skill, role, knowledge) === undefined);
  const groups = Map.groupBy(bare, (skill) => namesOf(skill, knowledge));
  return Array.from(groups, ([names, group]) => ({
    evidence: citeSkills(group, role.id, knowledge),
    node: {
      kind: 'text',
      title: phrase`${groupTitle(priority)} · ${names}`,
      text: [group.map(({ name }) => name).join(' · ')],
    },
    named: true,
  }));
}

const GROUPS: Readonly<Record<Priority, string>> = {
  essential: message('Essential'),
  important: message('Important'),
  recommended: message('Recommended'),
  bonus: message('Bonus'),
  listed: message('Listed without a rank'),
};

/** What skills are called together of which sources make so much. */
function groupTitle(priority: Priority): Said {
  return say(GROUPS[priority]);
}
