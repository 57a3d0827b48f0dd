import type { GuideFile } from '../kinds/guide.ts';
import { PRIORITIES } from '../scales.ts';
import { isRecord } from '../record.ts';
import type { Role, Skill } from '../linked.ts';
import type { Source } from '../kinds/source.ts';

/** A skill with the roles that want it as numbers, three to a use: a role, a priority and a source, by their places. */
export interface PackedSkill extends Omit<Skill, 'wantedBy'> {
  readonly uses: readonly number[];
}

interface Lists {
  readonly role: readonly Role[];
  readonly source: readonly Source[];
}

/** Skills a fifth as large: 10,000 of them name 1,200 roles 60,000 times. */
export function packSkills(skills: readonly Skill[], { role: roles, source: sources }: Lists): PackedSkill[] {
  const roleAt = placesOf(roles);
  const sourceAt = placesOf(sources);
  return skills.map(({ wantedBy, ...skill }) => ({
    ...skill,
    uses: wantedBy.flatMap(({ role, priority, source }) => [
      roleAt.get(role) ?? -1,
      PRIORITIES.indexOf(priority),
      sourceAt.get(source) ?? -1,
    ]),
  }));
}

function placesOf(entries: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, at) => [id, at]));
}

/** The opposite. All uses of a role share its id, where JSON would give each a copy of its own. */
export function unpackSkills(
  skills: readonly PackedSkill[],
  { role: roles, source: sources }: Lists,
): Skill[] {
  return skills.map(({ uses, ...skill }) => {
    const wantedBy: Skill['wantedBy'][number][] = [];
    for (let at = 0; at < uses.length; at += 3) {
      const [role, source] = [roles[uses[at] ?? -1], sources[uses[at + 2] ?? -1]];
      const priority = PRIORITIES[uses[at + 1] ?? -1];
      if (role === undefined || source === undefined || priority === undefined)
        throw new RangeError('a use of a skill names what is not there');
      wantedBy.push({ role: role.id, priority, source: source.id });
    }
    return { ...skill, wantedBy };
  });
}

/** A use of a skill in JSON: the skill by its place, and 0 for the name that it has there too. */
interface PackedUse {
  skillId: number | string;
  name: string | 0;
}

/** What `JSON.stringify` asks for each value, so that a use of a skill repeats neither its id nor its name. */
export function useReplacer(
  skills: readonly Skill[],
): (this: unknown, key: string, value: unknown) => unknown {
  const places = placesOf(skills);
  const nameOf = new Map(skills.map(({ id, name }) => [id, name]));
  return function (this: unknown, key, value) {
    if (key === 'skillId' && typeof value === 'string') return places.get(value);
    if (key !== 'name' || !isRecord(this) || typeof this['skillId'] !== 'string') return value;
    return nameOf.get(this['skillId']) === value ? 0 : value;
  };
}

/** The opposite, in place: all uses of a skill share its id and name, where 100,000 would each have copies of their own. */
export function shareSkills(
  { role, guide }: { readonly role: readonly Role[]; readonly guide: readonly GuideFile[] },
  skills: readonly Skill[],
): void {
  const share = (use: PackedUse): void => {
    const skill = skills[Number(use.skillId)];
    if (skill === undefined) throw new RangeError('a use names a skill that is not there');
    use.skillId = skill.id;
    if (use.name === 0) use.name = skill.name;
  };
  for (const { skills: learned } of guide) for (const use of learned) if (isUse(use)) share(use);
  for (const { skills: lists, roadmap } of role) {
    for (const { items } of lists) for (const use of items) share(use);
    for (const { phases } of roadmap)
      for (const { items } of phases) for (const use of items) if (isUse(use)) share(use);
  }
}

function isUse(item: object): item is PackedUse {
  return 'skillId' in item;
}
