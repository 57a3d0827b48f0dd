import { formsOf } from './name-clashes.ts';
import type { Entry } from './entry.ts';
import type { FactLine } from '../kinds/facts.ts';
import type { RoleFile } from '../kinds/role.ts';

/** What a line of facts is about, as keys: a role's id, a code, or each form of a title. */
export function factSubjects({ role, onet, esco, titles = [] }: FactLine): string[] {
  if (role !== undefined) return [`role ${role}`];
  if (onet !== undefined) return [`onet ${onet}`];
  if (esco !== undefined) return [`esco ${esco}`];
  return titles.flatMap((title) => [...formsOf(title)]).map((form) => `name ${form}`);
}

/** What lines of facts name a role by, apart from its names: its id, and its codes with the SOC part of each. */
export function codeKeys({ id, codes }: RoleFile): string[] {
  return [
    `role ${id}`,
    ...codes.onet.flatMap((code) => [`onet ${code}`, `onet ${code.slice(0, 7)}`]),
    ...codes.esco.map((code) => `esco ${code}`),
  ];
}

/**
 * A role's names as lines of facts have them. A role written by hand is named by its title and aliases, an imported
 * occupation by its title only: its aliases are the many jobs that it is made of.
 */
export function nameKeys({ title, aliases }: RoleFile, imported: boolean): string[] {
  const names = imported ? [title] : [title, ...aliases];
  return names.flatMap((name) => [...formsOf(name)]).map((form) => `name ${form}`);
}

/**
 * Of lines that name a role by its names, those that are used: for each pack and source the ones that have its title,
 * or else the one with the most observations. A role has many aliases, and a source often several of them; the pay of
 * a dozen names of one role would only confuse.
 */
export function nearestNamed(role: RoleFile, lines: readonly Entry<FactLine>[]): Entry<FactLine>[] {
  const titled = new Set(nameKeys(role, true));
  const groups = Map.groupBy(lines, ({ value, origin }) => `${origin.pack} ${value.source}`);
  return [...groups.values()].flatMap((group) => {
    const same = group.filter(({ value }) => factSubjects(value).some((key) => titled.has(key)));
    return same.length > 0 ? same : group.toSorted((a, b) => observations(b) - observations(a)).slice(0, 1);
  });
}

function observations({ value }: Entry<FactLine>): number {
  return value.pay.reduce((sum, { n = 0 }) => sum + n, 0);
}
