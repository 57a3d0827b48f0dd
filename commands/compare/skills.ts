import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import { type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { phrase, say } from '../../src/message/say.ts';
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
    const values = { role: title, n: numeral(list.length) };
    return { title: say('{role} only (computed): {n}', values), list };
  });
  const common = say('Skills in common (computed): {n}', { n: numeral(shared.length) });
  return [{ title: common, list: shared }, ...own].flatMap(({ title, list }) =>
    list.length === 0 ? [] : [piece(title, list)],
  );
}

function has(list: readonly RoleSkill[], { id }: RoleSkill): boolean {
  return list.some((skill) => skill.id === id);
}

function piece(title: Said, list: readonly RoleSkill[]): Piece {
  const names = list
    .slice(0, SHOWN)
    .map(({ name }) => name)
    .join(' · ');
  const rest = list.length - SHOWN;
  return {
    sources: [...new Set(list.flatMap(({ uses }) => uses.map(({ source }) => source)))],
    node: {
      kind: 'text',
      title,
      text: [rest > 0 ? phrase`${names} · ${say('and {n} more', { n: numeral(rest) })}` : names],
    },
    named: true,
  };
}
