import { formsOf } from './names.ts';
import type { FactLine, Role } from './schema.ts';

/** What a line of facts is about, as keys: a role's id, a code, or each form of a title. */
export function subjects({ role, onet, esco, titles = [] }: FactLine): string[] {
  if (role !== undefined) return [`role ${role}`];
  if (onet !== undefined) return [`onet ${onet}`];
  if (esco !== undefined) return [`esco ${esco}`];
  return titles.flatMap((title) => [...formsOf(title)]).map((form) => `name ${form}`);
}

/**
 * What lines of facts name a role by: its id, its codes with the SOC part of each, and its names. A role written by
 * hand is named by its title and aliases, an imported occupation by its title only: its aliases are the many jobs that
 * it is made of.
 */
export function keysOf({ id, title, aliases, codes }: Role, imported: boolean): Set<string> {
  const names = imported ? [title] : [title, ...aliases];
  return new Set([
    `role ${id}`,
    ...codes.onet.flatMap((code) => [`onet ${code}`, `onet ${code.slice(0, 7)}`]),
    ...codes.esco.map((code) => `esco ${code}`),
    ...names.flatMap((name) => [...formsOf(name)]).map((form) => `name ${form}`),
  ]);
}
