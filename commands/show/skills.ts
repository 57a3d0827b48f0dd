import type { KnowledgeBase } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/schema.ts';
import type { Priority, Role } from '../../knowledge/schema.ts';
import type { Inline, ReplyNode, Text } from '../../src/reply.ts';
import { bold, quiet } from '../../src/reply.ts';
import type { Piece } from './piece.ts';
import { sentence } from './words.ts';

type SkillList = Role['skills'][number];
type SkillUse = SkillList['items'][number];

/** The skills each source asks for, the most needed first, with the free resources it names. */
export function skillPieces(role: Role): Piece[] {
  return role.skills.flatMap((list) => listNodes(list).map((node) => ({ sources: [list.source], node })));
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

function titleOf(heading: string | undefined, priority: Priority): string {
  if (priority === 'listed') return heading ?? 'Skills';
  return heading === undefined ? sentence(priority) : `${heading}: ${priority}`;
}

function groupNode(title: string, items: readonly SkillUse[]): ReplyNode {
  const bare = items.every((item) =>
    [item.detail, item.learn, item.level].every((said) => said === undefined),
  );
  if (bare) return { kind: 'text', title, text: [items.map((item) => item.name).join(' · ')] };
  return { kind: 'list', title, items: items.map(skillText) };
}

function skillText({ name, level, detail, learn }: SkillUse): Text {
  const text: Inline[] = [bold(name)];
  if (level !== undefined) text.push(` (${level})`);
  if (detail !== undefined) text.push(`: ${detail}`);
  if (learn !== undefined) text.push(quiet(` (free: ${learn.join(', ')})`));
  return text;
}

/** A skill that sources ask for in a role, under the name first used. */
export interface Wanted {
  /** The same for two spellings of one skill. */
  readonly key: string;
  readonly name: string;
  readonly sources: readonly string[];
}

/** The skills of a role: those most sources name first, then by priority, then in the sources' order. */
export function topSkills(role: Role, knowledge: KnowledgeBase): Wanted[] {
  const uses = role.skills.flatMap((list) => list.items.map((item) => ({ ...item, source: list.source })));
  const bySkill = Map.groupBy(uses, (use) => skillKey(use.name, knowledge));
  return Array.from(bySkill, ([key, group]) => ({
    key,
    name: group[0]?.name ?? '',
    sources: [...new Set(group.map((use) => use.source))],
    rank: Math.min(...group.map((use) => PRIORITIES.indexOf(use.priority))),
  })).sort((a, b) => b.sources.length - a.sources.length || a.rank - b.rank);
}

/** What two spellings of one skill have in common: the skill's id where the knowledge has it. */
function skillKey(name: string, knowledge: KnowledgeBase): string {
  const { match } = knowledge.skills.find(name);
  return match.kind === 'exact' ? match.id : name.toLowerCase();
}
