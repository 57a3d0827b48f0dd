import type { KnowledgeBase, Repository, Role, Skill } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';

/** A skill that sources ask for in a role. */
export interface RankedSkill {
  /** The same for two spellings of one skill. */
  readonly key: string;
  readonly name: string;
  readonly sources: readonly string[];
  /** The most any source makes of it: 0 is essential. */
  readonly priority: number;
}

const remembered = new WeakMap<KnowledgeBase, Map<string, readonly RankedSkill[]>>();

/**
 * The skills of a role: those most sources name for it first; then those that several sources name for any role at
 * all, which tells a skill from a phrase of one publisher; then by priority. Remembered, since a role is compared with
 * many.
 */
export function topSkills(role: Role, knowledge: KnowledgeBase): readonly RankedSkill[] {
  const known = remembered.get(knowledge) ?? new Map<string, readonly RankedSkill[]>();
  remembered.set(knowledge, known);
  const skills = known.get(role.id) ?? gather(role, knowledge.skills);
  known.set(role.id, skills);
  return skills;
}

function gather(role: Role, known: Repository<Skill>): RankedSkill[] {
  if (role.skills.length === 0) return [];
  const uses = role.skills.flatMap((list) => list.items.map((item) => ({ ...item, source: list.source })));
  const bySkill = Map.groupBy(uses, ({ skillId }) => skillId);
  const wanted = Array.from(bySkill, ([key, group]) => {
    const skill = known.get(key);
    return {
      key,
      name: skill?.name ?? group[0]?.name ?? '',
      sources: [...new Set(group.map((use) => use.source))],
      priority: Math.min(...group.map((use) => PRIORITIES.indexOf(use.priority))),
      anywhere: new Set(skill?.wantedBy.map(({ source }) => source)).size,
    };
  });
  return wanted.sort(
    (a, b) =>
      b.sources.length - a.sources.length ||
      Number(b.anywhere > 1) - Number(a.anywhere > 1) ||
      a.priority - b.priority ||
      b.anywhere - a.anywhere,
  );
}
