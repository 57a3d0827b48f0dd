import { compareText } from './finding.ts';
import { type Citation, cite } from './load/evidence.ts';
import type { KnowledgeBase } from './index.ts';
import type { Guide } from './kinds/guide.ts';
import { onceFor } from './once.ts';
import { PRIORITIES, type Priority } from './scales.ts';
import type { Skill } from './linked.ts';

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

/** The lists of a knowledge, made when they are first asked for and then kept as long as it is. */
export const skillListsOf = onceFor(createLists);

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
      guide.skills.flatMap((skill) => guided(list, guide, skill)),
    );
  }
  return { of: (role) => byRole.get(role) ?? [] };
}

/** A skill as the guide of a role has it: in its words, and ranked by it alone. */
function guided(
  list: ReadonlyMap<string, RoleSkill>,
  { source }: Guide,
  { skillId, name }: Guide['skills'][number],
): RoleSkill[] {
  const asked = list.get(skillId);
  const use = asked?.uses.find((each) => each.source === source);
  return asked === undefined || use === undefined
    ? []
    : [{ ...asked, name, priority: use.priority, uses: [use] }];
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

/** The facts in which the sources of these skills name them for a role. */
export function citeSkills(
  skills: readonly { readonly id: string; readonly uses: readonly { readonly source: string }[] }[],
  role: string,
  knowledge: KnowledgeBase,
): Citation[] {
  const named = namedIn(role, knowledge);
  return skills.flatMap(({ id, uses }) => {
    const places = named.get(id) ?? [];
    return uses.flatMap(({ source }) => places.filter(({ sources }) => sources.includes(source)));
  });
}

/** The facts in which sources name a skill for the roles that want it. */
export function citeWanted(
  { id, wantedBy }: Pick<Skill, 'id' | 'wantedBy'>,
  knowledge: KnowledgeBase,
): Citation[] {
  const byRole = Map.groupBy(wantedBy, ({ role }) => role);
  return Array.from(byRole).flatMap(([role, uses]) => citeSkills([{ id, uses }], role, knowledge));
}

/** The same of skills in any role's list: what every source of theirs makes of them there. */
export function citeListed(
  skills: readonly Pick<RoleSkill, 'id'>[],
  role: string,
  knowledge: KnowledgeBase,
): Citation[] {
  const ids = new Set(skills.map(({ id }) => id));
  const listed = skillListsOf(knowledge).of(role);
  return citeSkills(
    listed.filter(({ id }) => ids.has(id)),
    role,
    knowledge,
  );
}

const namings = new WeakMap<KnowledgeBase, Map<string, ReadonlyMap<string, readonly Citation[]>>>();

/** Where facts of a role name each skill, by the skill's id. Remembered, since every answer about a role asks. */
function namedIn(role: string, knowledge: KnowledgeBase): ReadonlyMap<string, readonly Citation[]> {
  const known = namings.get(knowledge) ?? new Map<string, ReadonlyMap<string, readonly Citation[]>>();
  namings.set(knowledge, known);
  const named = known.get(role) ?? gatherNamed(role, knowledge);
  known.set(role, named);
  return named;
}

function gatherNamed(id: string, knowledge: KnowledgeBase): ReadonlyMap<string, readonly Citation[]> {
  const role = knowledge.roles.get(id);
  const guide = knowledge.of('guide').get(id);
  const named = [
    ...(role?.skills ?? []).flatMap((list) =>
      list.items.map(({ skillId }, at) => ({ skillId, citation: cite(list, ['items', at]) })),
    ),
    ...(role?.roadmap ?? []).flatMap((road) =>
      road.phases.flatMap(({ items }, at) =>
        items.map(({ skillId }) => ({ skillId, citation: cite(road, ['phases', at]) })),
      ),
    ),
    ...(guide === undefined
      ? []
      : guide.skills.map(({ skillId }, at) => ({ skillId, citation: cite(guide, ['skills', at]) }))),
  ];
  const bySkill = Map.groupBy(named, ({ skillId }) => skillId ?? '');
  return new Map(Array.from(bySkill, ([skill, all]) => [skill, all.map(({ citation }) => citation)]));
}

function byNeed(a: RoleSkill, b: RoleSkill): number {
  return (
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    b.uses.length - a.uses.length ||
    b.breadth - a.breadth ||
    compareText(a.name, b.name)
  );
}
