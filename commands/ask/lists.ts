import type { Entity } from './entities.ts';
import { isWithin } from './entities.ts';
import { JOINING, STOP_WORDS } from './lexicon.ts';
import type { Names } from './names.ts';
import type { Word } from './words.ts';

interface Known {
  readonly names: Names;
  /** Words that people ask with. */
  readonly asked: ReadonlySet<string>;
}

/** What stands in a list with something named is of its kind: "iOS or Android developer", "python, stats and powerquery". */
export function inLists(words: readonly Word[], entities: readonly Entity[], known: Known): Entity[] {
  const shared = entities.reduceRight<Entity[]>(
    (after, entity) => [sharingHead(entity, after, words, known.names), ...after],
    [],
  );
  const listed = shared.map((entity) =>
    entity.kind !== 'skill' &&
    entity.skill !== undefined &&
    joinedBefore(words, entity.from, shared)?.kind === 'skill'
      ? { ...entity, kind: 'skill' as const }
      : entity,
  );
  const found = [...listed];
  for (const at of words.keys()) found.push(...skillAt(words, at, found, known));
  return found;
}

/** "iOS or Android developer": what is joined to a role and with its last word is a role too, as is what is joined to that. */
function sharingHead(
  entity: Entity,
  [next]: readonly Entity[],
  words: readonly Word[],
  names: Names,
): Entity {
  const isJoined =
    JOINING.has(words[entity.to]?.plain ?? '') ||
    (words[entity.to]?.parted === true && next?.head !== undefined);
  const isKnown = entity.kind === 'role' && entity.role !== entity.text;
  if (!isJoined || isKnown || next?.kind !== 'role' || next.from > entity.to + 1) return entity;
  const head = next.head ?? words[next.to - 1];
  const { role } = head === undefined ? {} : names([...words.slice(entity.from, entity.to), head]);
  return role === undefined || role === entity.role
    ? entity
    : { ...entity, kind: 'role', role, ...(head && { head }) };
}

/** A word that is a skill beside another only: one that means something else in most sentences, or that nothing knows. */
function skillAt(
  words: readonly Word[],
  at: number,
  entities: readonly Entity[],
  { names, asked }: Known,
): Entity[] {
  const { plain = '', text = '' } = words[at] ?? {};
  if (isWithin(entities, at) || JOINING.has(plain) || (STOP_WORDS.has(plain) && !SMALL_NAMES.has(plain)))
    return [];
  const isAfter = joinedBefore(words, at, entities)?.kind === 'skill';
  const isBefore = entities.some(
    ({ kind, from }) => kind === 'skill' && joinedBefore(words, from, [{ to: at + 1 }]) !== undefined,
  );
  if (!isAfter && !isBefore) return [];
  const skill = names.skill(text) ?? (isAfter && !asked.has(plain) ? text : undefined);
  return skill === undefined ? [] : [{ kind: 'skill', from: at, to: at + 1, text, skill }];
}

/** Languages that are called as small words are. */
const SMALL_NAMES = new Set(['go', 'r', 'c']);

/** What stands before a word with a comma or "and" between them. */
function joinedBefore<T extends Pick<Entity, 'to'>>(
  words: readonly Word[],
  at: number,
  entities: readonly T[],
): T | undefined {
  const isWord = JOINING.has(words[at - 1]?.plain ?? '');
  const end = isWord ? at - 1 : at;
  return isWord || words[at]?.parted === true ? entities.find(({ to }) => to === end) : undefined;
}
