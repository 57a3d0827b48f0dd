import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import { type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import type { Piece } from '../show/piece.ts';

/** More names than this say less on a phone; the rest is counted. */
const SHOWN = 12;

/** What all of them ask for, then what each asks for alone, the most needed first: computed from the lists. */
export function skillPieces(roles: readonly Role[], knowledge: KnowledgeBase): Piece[] {
  const lists = roles.map(({ id }) => skillListsOf(knowledge).of(id));
  const [first = []] = lists;
  const shared = first.filter((skill) => lists.every((list) => has(list, skill)));
  const own = roles.map(({ title }, at) => {
    const others = lists.filter((_, other) => other !== at);
    const list = (lists[at] ?? []).filter((skill) => others.every((other) => !has(other, skill)));
    return { title: `${title} only (computed): ${list.length}`, list };
  });
  return [{ title: `Skills in common (computed): ${shared.length}`, list: shared }, ...own].flatMap(
    ({ title, list }) => (list.length === 0 ? [] : [piece(title, list)]),
  );
}

function has(list: readonly RoleSkill[], { id }: RoleSkill): boolean {
  return list.some((skill) => skill.id === id);
}

function piece(title: string, list: readonly RoleSkill[]): Piece {
  const names = list.slice(0, SHOWN).map(({ name }) => name);
  const rest = list.length - names.length;
  return {
    sources: [...new Set(list.flatMap(({ uses }) => uses.map(({ source }) => source)))],
    node: { kind: 'text', title, text: [`${names.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`] },
    named: true,
  };
}
