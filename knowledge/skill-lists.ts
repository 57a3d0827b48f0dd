import { compareText } from './finding.ts';
import type { KnowledgeBase } from './index.ts';
import { PRIORITIES } from './scales.ts';
import type { Priority, Skill } from './schema.ts';

/** A skill that sources ask for in a role. */
export interface RoleSkill {
  /** The same for every spelling of one skill. */
  readonly id: string;
  readonly name: string;
  /** The most that any source makes of it. */
  readonly priority: Priority;
  /** What each source makes of it. */
  readonly uses: readonly { readonly source: string; readonly priority: Priority }[];
  /** How many sources name it for any role at all: tells a skill from a phrase of one publisher. */
  readonly breadth: number;
}

/** The skills of every role, under the names that most facts use. */
export interface SkillLists {
  /** A role's skills: essential first, then those that most of its sources name. Empty where no source lists any. */
  of(role: string): readonly RoleSkill[];
}

const made = new WeakMap<KnowledgeBase, SkillLists>();

/** The lists of a knowledge, made when they are first asked for and then kept as long as it is. */
export function skillListsOf(knowledge: KnowledgeBase): SkillLists {
  const lists = made.get(knowledge) ?? createLists(knowledge.skills.all);
  made.set(knowledge, lists);
  return lists;
}

function createLists(skills: readonly Skill[]): SkillLists {
  const byRole = new Map<string, RoleSkill[]>();
  for (const skill of skills)
    for (const [role, entry] of usesByRole(skill)) {
      const list = byRole.get(role);
      if (list === undefined) byRole.set(role, [entry]);
      else list.push(entry);
    }
  for (const list of byRole.values()) list.sort(byNeed);
  return { of: (role) => byRole.get(role) ?? [] };
}

function usesByRole({ id, name, wantedBy }: Skill): (readonly [string, RoleSkill])[] {
  const breadth = new Set(wantedBy.map(({ source }) => source)).size;
  const groups = Map.groupBy(wantedBy, ({ role }) => role);
  return Array.from(groups, ([role, group]) => {
    const uses = group.map(({ source, priority }) => ({ source, priority }));
    const most = Math.min(...uses.map(({ priority }) => PRIORITIES.indexOf(priority)));
    return [role, { id, name, priority: PRIORITIES[most] ?? 'listed', uses, breadth }] as const;
  });
}

function byNeed(a: RoleSkill, b: RoleSkill): number {
  return (
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    b.uses.length - a.uses.length ||
    b.breadth - a.breadth ||
    compareText(a.name, b.name)
  );
}
