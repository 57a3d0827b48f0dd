import { cite, type Priority, type Role } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import { sentence } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type Inline, quiet, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Section } from './section.ts';
import { priorityName } from './names.ts';

type SkillList = Role['skills'][number];
type SkillUse = SkillList['items'][number];

/** The skills each source asks for, the most needed first, with the free resources it names; bare lists come last. */
export function skillSections(role: Role): Section[] {
  const toldFirst = [...role.skills].sort((a, b) => Number(isBare(a.items)) - Number(isBare(b.items)));
  return toldFirst.flatMap((list) => listNodes(list).map((node) => ({ evidence: [cite(list)], node })));
}

/** Whether nothing is said of skills but their names and levels. */
function isBare(items: readonly SkillUse[]): boolean {
  return items.every(({ detail, learn }) => detail === undefined && learn === undefined);
}

function listNodes(list: SkillList): ReplyNode[] {
  const groups = PRIORITIES.map((priority) => ({
    priority,
    items: list.items.filter((item) => item.priority === priority),
  })).filter((group) => group.items.length > 0);
  return groups.map(({ priority, items }, at) =>
    groupNode(titleOf(at === 0 ? list.heading : undefined, priority), items),
  );
}

function titleOf(heading: string | undefined, priority: Priority): Said {
  if (priority === 'listed') return heading ?? say('Skills');
  const said = priorityName(priority);
  return heading === undefined ? sentence(said) : phrase`${heading}: ${said}`;
}

function groupNode(title: Said, items: readonly SkillUse[]): ReplyNode {
  if (!isBare(items)) return { kind: 'list', title, items: items.map(skillText) };
  const names = items.map(({ name, level }) => (level === undefined ? name : `${name} (${level})`));
  return { kind: 'text', title, text: [names.join(' · ')] };
}

function skillText({ name, level, detail, learn }: SkillUse): Text {
  const text: Inline[] = [bold(name)];
  if (level !== undefined) text.push(` (${level})`);
  if (detail !== undefined) text.push(`: ${detail}`);
  if (learn !== undefined) text.push(quiet(phrase` ${say('(free: {names})', { names: learn.join(', ') })}`));
  return text;
}
