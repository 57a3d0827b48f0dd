import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { Text } from '../../src/reply.ts';
import { bold } from '../../src/reply.ts';
import type { Piece } from '../show/piece.ts';
import { overlapOf } from './overlap.ts';

/** As many neighbours as are worth a line. */
const NEAREST = 5;

/** Roles that sources relate to this one, with how many of their skills it has: computed. */
export interface Near {
  readonly role: Role;
  readonly shared: number;
  readonly asked: number;
  readonly sources: readonly string[];
}

/** The related roles, in either direction, of whose skills this role has the largest part; `known` are left out. */
export function nearby(role: Role, known: ReadonlySet<string>, knowledge: KnowledgeBase): Near[] {
  const related = knowledge.roles.all.filter(
    ({ id, related: theirs }) =>
      id !== role.id &&
      !known.has(id) &&
      (role.related.some((each) => each.role === id) || theirs.some((each) => each.role === role.id)),
  );
  const near = related.flatMap((other): Near[] => {
    const overlap = overlapOf(role, other, knowledge);
    if (overlap === undefined || overlap.shared.length === 0) return [];
    const asked = overlap.shared.length + overlap.missing.length;
    return [{ role: other, shared: overlap.shared.length, asked, sources: overlap.sources }];
  });
  return near.sort((a, b) => b.shared / b.asked - a.shared / a.asked).slice(0, NEAREST);
}

/** "BI Analyst: has 20 of its 45 listed skills" */
export function nearbyList(near: readonly Near[]): Piece[] {
  if (near.length === 0) return [];
  const items = near.map(({ role, shared, asked }): Text => [
    bold(role.title),
    `: ${shared} of its ${asked} listed skills shared`,
  ]);
  const title = 'Near by skills (computed; no duration documented)';
  return [
    { sources: near.flatMap(({ sources }) => sources), node: { kind: 'list', title, items }, named: true },
  ];
}
