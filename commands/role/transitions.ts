import {
  type Block,
  cite,
  citeAll,
  type KnowledgeBase,
  type Role,
  type Transition,
} from '../../knowledge/index.ts';
import { groupBySaid, phrase, type Said, say } from '../../src/message/say.ts';
import { bold, type ReplyNode, type Text } from '../../src/reply.ts';
import { listSections } from '../views/blocks.ts';
import type { Section } from '../views/section.ts';
import { durations, monthsOf, shortest, transitionSections } from '../views/transitions.ts';
import { roleTitle, sourceName } from '../views/names.ts';

/** Documented moves into a role, the shortest first. */
export function transitionsIn(role: Role, knowledge: KnowledgeBase): Transition[] {
  return [...knowledge.transitions.into(role.id)].sort(byMonths);
}

/** Documented moves out of a role, the shortest first. */
export function transitionsOut(role: Role, knowledge: KnowledgeBase): Transition[] {
  return [...knowledge.transitions.outOf(role.id)].sort(byMonths);
}

function byMonths(a: Transition, b: Transition): number {
  const [left, right] = [shortest(a), shortest(b)];
  return left === right ? a.id.localeCompare(b.id, 'en') : left - right;
}

/** A list of moves: a line each where months are documented, the others together a source a line. */
export function moveList(
  title: Said,
  moves: readonly Transition[],
  end: 'from' | 'to',
  knowledge: KnowledgeBase,
): Section[] {
  if (moves.length === 0) return [];
  const timed = moves.filter((move) => shortest(move) !== Infinity);
  const untimed = moves.filter((move) => shortest(move) === Infinity);
  const line = (group: readonly Transition[], time: Said): Text => [
    bold(group.map((move) => roleTitle(move[end], knowledge)).join(', ')),
    phrase`: ${time}`,
  ];
  const timeOf = (move: Transition) => durations(move, knowledge);
  const items = [
    ...timed.map((move) => line([move], timeOf(move))),
    ...groupBySaid(untimed, timeOf).map(([time, group]) => line(group, time)),
  ];
  const evidence = moves.flatMap((move) => citeAll(move.documented));
  return [{ evidence, node: { kind: 'list', title, items }, named: true }];
}

/** The same by name alone, where there is no room for more. */
export function moveNames(
  title: Said,
  moves: readonly Transition[],
  end: 'from' | 'to',
  knowledge: KnowledgeBase,
): Section[] {
  if (moves.length === 0) return [];
  const text: Text = [moves.map((move) => roleTitle(move[end], knowledge)).join(' · ')];
  const evidence = moves.flatMap((move) => citeAll(move.documented));
  return [{ evidence, node: { kind: 'text', title, text } }];
}

/** Ways in with all that is documented of them, ways out, and how a role differs from its neighbours. */
export function roleTransitionSections(role: Role, knowledge: KnowledgeBase): Section[] {
  return [
    ...oneWay('from', transitionsIn(role, knowledge), knowledge),
    ...oneWay('to', transitionsOut(role, knowledge), knowledge),
    ...furtherMoveSections(role, knowledge),
    ...relatedSections(role, knowledge),
  ];
}

/** The moves in one direction: in full where a source says more than the name, the others in one list. */
function oneWay(end: 'from' | 'to', moves: readonly Transition[], knowledge: KnowledgeBase): Section[] {
  const told = moves.filter(isTold);
  const bare = moves.filter((move) => !isTold(move));
  const title = end === 'from' ? say('Ways in') : say('Ways out');
  const also = end === 'from' ? say('Also from') : say('Also to');
  return [
    ...told.flatMap((move) =>
      transitionSections(move, (facts) => {
        const role = roleTitle(move[end], knowledge);
        const name = end === 'from' ? say('From {role}', { role }) : say('To {role}', { role });
        return phrase`${name} · ${monthsOf(facts) ?? say('no duration documented')}`;
      }),
    ),
    ...moveList(told.length > 0 ? also : title, bare, end, knowledge),
  ];
}

/** Whether a source says more of a move than its name and its months. */
export function isTold({ documented }: Transition): boolean {
  return documented.some(({ brings, missing, advice, artifacts }) =>
    [brings.length, missing.length, artifacts.length, advice?.length ?? 0].some((length) => length > 0),
  );
}

/** Moves that a source names and that do not already stand among the documented transitions. */
export function furtherMoveSections(role: Role, knowledge: KnowledgeBase): Section[] {
  const shown = (item: Block['items'][number], source: string) => {
    const named = knowledge.roles.named(typeof item === 'string' ? item : item.name);
    const move = named === undefined ? undefined : knowledge.transitions.between(role.id, named.id);
    return move?.documented.some((facts) => facts.source === source) === true;
  };
  return role.moves.flatMap((block): Section[] => {
    const items = block.items.filter((item) => !shown(item, block.source));
    if (items.length === 0) return [];
    const sections = listSections('moves', [{ ...block, items }]);
    return sections.map((section) => ({ ...section, evidence: [cite(block)] }));
  });
}

/** How a role differs from its neighbours; what several sources say of one neighbour stands together. */
function relatedSections({ related }: Role, knowledge: KnowledgeBase): Section[] {
  if (related.length === 0) return [];
  const several = new Set(related.map(({ source }) => source)).size > 1;
  const byRole = Map.groupBy(related, ({ role }) => role);
  const items = Array.from(byRole, ([id, notes]): Text => {
    const said = notes.map(({ note, source }) =>
      [note, several ? `(${sourceName(source, knowledge)})` : undefined].filter(Boolean).join(' '),
    );
    return [bold(roleTitle(id, knowledge)), `: ${said.join(' · ')}`];
  });
  const node: ReplyNode = { kind: 'list', title: say('Related roles'), items };
  return [{ evidence: citeAll(related), node, named: several }];
}
