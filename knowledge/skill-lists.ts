import { compareText } from './finding.ts';
import type { KnowledgeBase } from './index.ts';
import type { Guide } from './kinds/guide.ts';
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
  /**
   * A role's skills: those of its guide in learning order, or else those that sources list, essential first, then those
   * that most of them name. Empty where no source lists any.
   */
  of(role: string): readonly RoleSkill[];
}

const made = new WeakMap<KnowledgeBase, SkillLists>();

/** The lists of a knowledge, made when they are first asked for and then kept as long as it is. */
export function skillListsOf(knowledge: KnowledgeBase): SkillLists {
  const lists = made.get(knowledge) ?? createLists(knowledge);
  made.set(knowledge, lists);
  return lists;
}

function createLists(knowledge: KnowledgeBase): SkillLists {
  const skills = knowledge.skills.all;
  const byRole = new Map<string, RoleSkill[]>();
  for (const skill of skills)
    for (const [role, entry] of usesByRole(skill)) {
      const list = byRole.get(role);
      if (list === undefined) byRole.set(role, [entry]);
      else list.push(entry);
    }
  for (const list of byRole.values()) list.sort(byNeed);
  for (const guide of knowledge.of('guide').all) {
    const list = new Map((byRole.get(guide.role) ?? []).map((skill) => [skill.id, skill]));
    byRole.set(
      guide.role,
      guide.skills.flatMap(({ skillId }) => guided(list, guide, skillId)),
    );
  }
  return { of: (role) => byRole.get(role) ?? [] };
}

/** A skill as the guide of a role has it: in its words, and ranked by it alone. */
function guided(list: ReadonlyMap<string, RoleSkill>, { source }: Guide, skill: string): RoleSkill[] {
  const asked = list.get(skill);
  const use = asked?.uses.find((each) => each.source === source);
  return asked === undefined || use === undefined ? [] : [{ ...asked, priority: use.priority, uses: [use] }];
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
