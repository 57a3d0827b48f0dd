import type { Citation, KnowledgeBase, Role } from '../../knowledge/index.ts';
import { citeSkills, type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import { numeral } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import type { Section } from '../views/section.ts';

/** More names than this say less on a phone; the rest is counted. */
const SHOWN = 12;

/** What all of them ask for, then what each asks for alone, the most needed first: computed from the lists. */
export function skillSections(roles: readonly Role[], knowledge: KnowledgeBase): Section[] {
  const lists = roles.map(({ id }) => ({ id, list: skillListsOf(knowledge).of(id) }));
  const [first] = lists;
  const common = (first?.list ?? []).filter((skill) => lists.every(({ list }) => has(list, skill)));
  const shared = lists.flatMap(({ id, list }) =>
    citeSkills(
      list.filter((skill) => has(common, skill)),
      id,
      knowledge,
    ),
  );
  const title = say('Skills in common*: {n}', { n: numeral(common.length) });
  return [
    ...section(title, common, shared),
    ...roles.flatMap((role, at) => {
      const others = lists.filter((_, other) => other !== at);
      const alone = (lists[at]?.list ?? []).filter((skill) => others.every(({ list }) => !has(list, skill)));
      const values = { role: role.title, n: numeral(alone.length) };
      return section(say('{role} only*: {n}', values), alone, citeSkills(alone, role.id, knowledge));
    }),
  ];
}

function has(list: readonly RoleSkill[], { id }: RoleSkill): boolean {
  return list.some((skill) => skill.id === id);
}

function section(title: Said, list: readonly RoleSkill[], evidence: readonly Citation[]): Section[] {
  if (list.length === 0) return [];
  const names = list
    .slice(0, SHOWN)
    .map(({ name }) => name)
    .join(' · ');
  const rest = list.length - SHOWN;
  const text = rest > 0 ? phrase`${names} · ${say('and {n} more', { n: numeral(rest) })}` : names;
  return [{ evidence, node: { kind: 'text', title, text: [text] }, named: true }];
}
