import { compareText } from './finding.ts';
import type { Priority } from './scales.ts';
import type { Role } from './linked.ts';
import type { RoleSkill, SkillLists } from './skill-lists.ts';

const NEED: Readonly<Record<Priority, number>> = {
  essential: 3,
  important: 2,
  recommended: 1,
  bonus: 1,
  listed: 1,
};

interface Alike {
  readonly role: string;
  readonly kept: number;
  readonly likeness: number;
}

/** How much of their skills roles have in common; the method stands at `Moves`. */
export interface Likeness {
  /** The share of the skills of `to` that `from` asks for too, 0 to 1; 0 where one of them lists none. */
  kept(from: string, to: string): number;
  /** Every role that shares a skill with this one, the most alike first; ties by id. Computed once a role. */
  nearest(role: string): readonly Alike[];
}

/** A role's place among all roles, with the weight its skill has there. */
interface Holder {
  readonly at: number;
  readonly weight: number;
}

interface Compared {
  readonly list: readonly Alike[];
  readonly kept: ReadonlyMap<string, number>;
}

/** Prepares the comparison of all roles: one pass over their skills. */
export function createLikeness(roles: readonly Role[], lists: SkillLists): Likeness {
  const holders = holdersOf(roles, lists);
  const totals = new Float64Array(roles.length);
  for (const group of holders.values()) for (const { at, weight } of group) add(totals, at, weight);
  const places = new Map(roles.map(({ id }, at) => [id, at]));
  const known = new Map<string, Compared>();
  const compare = (role: string): Compared => {
    const at = places.get(role);
    const list = at === undefined ? [] : alike(at, lists.of(role), { roles, holders, totals });
    return { list, kept: new Map(list.map((other) => [other.role, other.kept])) };
  };
  const compared = (role: string): Compared => {
    const found = known.get(role) ?? compare(role);
    known.set(role, found);
    return found;
  };
  return {
    nearest: (role) => compared(role).list,
    kept: (from, to) => (from === to ? 1 : (compared(from).kept.get(to) ?? 0)),
  };
}

function add(sums: Float64Array, at: number, weight: number): void {
  sums[at] = (sums[at] ?? 0) + weight;
}

function holdersOf(roles: readonly Role[], lists: SkillLists): Map<string, readonly Holder[]> {
  const asking = new Map<string, Holder[]>();
  for (const [at, { id }] of roles.entries())
    for (const skill of lists.of(id)) {
      const group = asking.get(skill.id) ?? [];
      group.push({ at, weight: NEED[skill.priority] });
      asking.set(skill.id, group);
    }
  const weighed = Array.from(asking, ([id, group]) => {
    const rarity = Math.log(1 + roles.length / group.length);
    return [id, group.map(({ at, weight }) => ({ at, weight: weight * rarity }))] as const;
  });
  return new Map(weighed);
}

interface Prepared {
  readonly roles: readonly Role[];
  readonly holders: ReadonlyMap<string, readonly Holder[]>;
  /** The weight of all skills of each role. */
  readonly totals: Float64Array;
}

function alike(own: number, skills: readonly RoleSkill[], { roles, holders, totals }: Prepared): Alike[] {
  const [kept, used] = [new Float64Array(roles.length), new Float64Array(roles.length)];
  for (const { id } of skills) {
    const group = holders.get(id) ?? [];
    const mine = group.find(({ at }) => at === own)?.weight ?? 0;
    for (const { at, weight } of group) {
      add(kept, at, weight);
      add(used, at, mine);
    }
  }
  const total = totals[own] ?? 0;
  return roles
    .flatMap(({ id }, at): Alike[] => {
      const shared = kept[at] ?? 0;
      if (at === own || shared === 0) return [];
      const share = shared / (totals[at] ?? 0);
      return [{ role: id, kept: share, likeness: Math.sqrt(share * ((used[at] ?? 0) / total)) }];
    })
    .sort((a, b) => b.likeness - a.likeness || compareText(a.role, b.role));
}
