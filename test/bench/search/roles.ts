import { BUILT_IN } from '../../../knowledge/built-in.ts';
import { openKnowledge } from '../../../knowledge/load.ts';
import type { Thing } from './engines.ts';

/** The roles that come with Rolecall, which weigh twice an imported occupation and more, as in `knowledge/base.ts`. */
export async function builtInRoles(): Promise<Thing[]> {
  const { roles } = await openKnowledge(BUILT_IN);
  return roles.all.map(({ id, title, aliases, names, codes }) => ({
    key: id,
    codes: [id, ...codes.onet],
    title,
    aliases,
    names,
    weight: 2.5,
  }));
}

/** Occupations with the names of the roles that stand for them, as an import lends them. */
export function withLentNames(occupations: readonly Thing[], roles: readonly Thing[]): Thing[] {
  return occupations.map((thing) => ({
    ...thing,
    lent: roles
      .filter(({ codes }) => codes.includes(thing.key))
      .flatMap(({ title, aliases }) => [title, ...aliases]),
  }));
}
