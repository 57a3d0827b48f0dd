import type { KnowledgeBase } from '../../knowledge/index.ts';
import { onceFor } from '../../knowledge/once.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { isOrdinary } from '../../knowledge/search/ordinary.ts';
import { NAME_WORDS } from '../../knowledge/search/language.ts';
import type { Entity } from './entities.ts';
import { isWithin } from './entities.ts';
import { NO_NAMES, STOP_WORDS } from './lexicon.ts';
import type { Word } from './words.ts';

/** As many runs of words as are searched for, and words of each: a search costs a millisecond or more. */
const MOST_RUNS = 3;
const MOST_WORDS = 4;
/** Words within a name: "arquitetura de soluções". */
const BRIDGES = new Set(['de', 'do', 'da', 'of']);
/** What has fewer letters is near to too many names. */
const LONG_ENOUGH = 6;

/**
 * What a question names, with roles that are misspelt or said in other words, among words that nobody asks with: `asked` are
 * those they ask with. A name of one word beside such a word may be a part of one: "data enginner".
 */
export function withMisspelt(
  words: readonly Word[],
  entities: readonly Entity[],
  knowledge: KnowledgeBase,
  asked: ReadonlySet<string>,
): Entity[] {
  const titled = titleWords(knowledge);
  const isName = (at: number) => isWithin(entities, at);
  const isStrange = (at: number) => {
    const plain = words[at]?.plain ?? '';
    const isSmall =
      isName(at) || STOP_WORDS.has(plain) || NO_NAMES.has(plain) || asked.has(plain) || isOrdinary(plain);
    return !isSmall && /^\p{L}+$/u.test(plain);
  };
  const isPart = (at: number) =>
    entities.some(({ kind, from, to }) => from === at && to === at + 1 && PARTS.has(kind));
  const isOpen = (at: number) => {
    const plain = words[at]?.plain ?? '';
    if (isStrange(at) || isPart(at)) return true;
    return !isName(at) && !STOP_WORDS.has(plain) && !NO_NAMES.has(plain) && titled.has(normalise(plain));
  };
  const runs = runsOf(words, isOpen).filter(
    ({ from, to }) =>
      (rolesIn(from, to, entities) < 2 && words.slice(from, to).some((_, at) => isStrange(from + at))) ||
      (to - from > 1 && (isUnnamed(from, to, isName) || isOfRoles(from, to, entities))),
  );
  const found = runs.slice(0, MOST_RUNS).flatMap((run) => searched(words, run, knowledge));
  const kept = entities.filter(({ from, to }) => !found.some((role) => role.from < to && from < role.to));
  return [...kept, ...found];
}

/** Entities that may be a part of a longer name. */
const PARTS: ReadonlySet<string> = new Set(['role', 'skill', 'family']);

function isUnnamed(from: number, to: number, isName: (at: number) => boolean): boolean {
  return !Array.from({ length: to - from }, (_, i) => from + i).some(isName);
}

/** How many roles are named for sure: two names are not one name mistyped. */
function rolesIn(start: number, end: number, entities: readonly Entity[]): number {
  const sure = entities.filter(
    ({ role, text, from, to }) => role !== text && role !== undefined && from >= start && to <= end,
  );
  return new Set(sure.map(({ role }) => role)).size;
}

/** "UX design": a role or a field is among the names. */
function isOfRoles(start: number, end: number, entities: readonly Entity[]): boolean {
  return entities.some(({ kind, from, to }) => kind !== 'skill' && from >= start && to <= end);
}

interface Run {
  readonly from: number;
  to: number;
}

/** Open words in a row, with small words of names between them. */
function runsOf(words: readonly Word[], isOpen: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  words.forEach((word, at) => {
    const last = runs.at(-1);
    if (!isOpen(at)) return;
    const isBridged = last?.to === at - 1 && BRIDGES.has(words[at - 1]?.plain ?? '');
    const isNext = last !== undefined && (last.to === at || isBridged) && !word.parted;
    if (isNext && at - last.from < MOST_WORDS) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}

function searched(words: readonly Word[], { from, to }: Run, { roles }: KnowledgeBase): Entity[] {
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  if (text.length < LONG_ENOUGH) return [];
  const { match, entry } = roles.find(text);
  const isNear = match.kind === 'exact' || match.kind === 'close';
  return isNear && entry !== undefined ? [{ kind: 'role', from, to, text, role: entry.id }] : [];
}

/** What the work of a role is called: "game development". */
const FIELDS =
  'development engineering design analysis analytics architecture administration management testing writing science auditing'.split(
    ' ',
  );

/** The words of all titles of roles, in any language. */
export const titleWords = onceFor(
  ({ roles }: KnowledgeBase): ReadonlySet<string> =>
    new Set([...NAME_WORDS, ...FIELDS, ...roles.all.flatMap(({ title }) => normalise(title).split(' '))]),
);
