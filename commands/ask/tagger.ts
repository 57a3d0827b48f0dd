import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Entity } from './entities.ts';
import { figuresIn } from './figures.ts';
import {
  AT,
  DOUBTFUL_PLACES,
  FAMILIES,
  LEVELS,
  NO_NAMES,
  OCCUPATIONS,
  OR,
  placesByName,
  STOP_WORDS,
  TRADES,
  VERBS,
} from './lexicon.ts';
import { inLists } from './lists.ts';
import { withMisspelt } from './misspelt.ts';
import { type Names, namesOf } from './names.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** A question with what it names, in the order of its words. */
export interface Tagged {
  readonly words: readonly Word[];
  readonly entities: readonly Entity[];
}

/** These begin names, though they are words of any sentence too: IT support, AI engineer. */
const BEGINNING = /^(?:it|ai|ia|ki) /;

/** The most words of a name. */
const MOST_WORDS = 6;

/**
 * Finds what a question names, in any of the four languages: figures, then names from left to right, the longest first,
 * then roles that are misspelt among the words that nobody asks with.
 */
export function tag(question: string, knowledge: KnowledgeBase, asked: ReadonlySet<string>): Tagged {
  const words = wordsOf(question);
  const names = namesOf(knowledge);
  const figures = figuresIn(words);
  const named: Entity[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(words, at);
    const entity = phrase > 0 ? undefined : longestAt(words, at, figures, names);
    if (entity !== undefined) named.push(entity);
    at = entity?.to ?? at + Math.max(1, phrase);
  }
  const sure = inLists(words, inOrder([...figures, ...named]), { names, asked });
  return { words, entities: inOrder(withMisspelt(words, sure, knowledge, asked)) };
}

function inOrder(entities: readonly Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.from - b.from);
}

/** How many words in a row from here on mean something of their own, though they are names too: "system design". */
function phraseAt(words: readonly Word[], at: number): number {
  const isPhrase = (size: number) =>
    at + size <= words.length &&
    NO_NAMES.has(
      words
        .slice(at, at + size)
        .map(({ plain }) => plain)
        .join(' '),
    );
  return [3, 2].find(isPhrase) ?? 0;
}

function longestAt(
  words: readonly Word[],
  at: number,
  figures: readonly Entity[],
  names: Names,
): Entity | undefined {
  const end = Math.min(words.length, at + MOST_WORDS);
  for (let to = end; to > at; to -= 1) {
    if (words.slice(at + 1, to).some(({ parted, plain }) => parted || OR.has(plain))) continue;
    if (figures.some((figure) => figure.from < to && figure.to > at)) continue;
    const entity = entityOf(words, at, to, names);
    if (entity !== undefined) return isVerbBefore(words, entity, names) ? undefined : entity;
  }
  return undefined;
}

/** "How do they test data engineers": a verb, and a role of which the name began too early. */
function isVerbBefore(words: readonly Word[], { from, to, kind }: Entity, names: Names): boolean {
  if (kind === 'role' || kind === 'level' || !VERBS.has(words[from]?.plain ?? '')) return false;
  return [1, 2].some(
    (more) => to + more <= words.length && names(words.slice(from + 1, to + more)).role !== undefined,
  );
}

/** What words name: a name ends and begins with a word that says something. */
function entityOf(words: readonly Word[], from: number, to: number, names: Names): Entity | undefined {
  const span = words.slice(from, to);
  const plain = span.map((word) => word.plain).join(' ');
  const text = span.map((word) => word.text).join(' ');
  const place = placesByName().get(plain);
  const base = { from, to, text };
  if (place !== undefined && (span.length > 1 || isPlace(words, from)))
    return { kind: 'place', ...base, code: place };
  if ((isStop(span[0]) && !BEGINNING.test(plain)) || (isStop(span.at(-1)) && span.length > 1))
    return undefined;
  const known = names(span);
  const unranked = withoutLevel(words, { from, to, role: known.role }, names);
  if (unranked !== undefined) return unranked;
  const family = FAMILIES.get(plain);
  const trade = TRADES.get(plain);
  if (known.role === undefined && trade !== undefined) return { kind: 'role', ...base, role: trade || text };
  if (family !== undefined)
    return { kind: 'family', ...base, ...(trade && { role: trade }), ...known, family };
  const level = LEVELS.get(plain);
  if (level !== undefined) return { kind: 'level', ...base, code: level };
  const kind = (['role', 'background', 'course', 'skill'] as const).find((each) => known[each] !== undefined);
  if (kind !== undefined) return { kind, ...base, ...known };
  return isOccupation(plain) ? { kind: 'background', ...base, background: text } : undefined;
}

/** Endings of the plural: "dentists", "professores", "Lehrerinnen". */
const PLURALS = ['', 's', 'es', 'n', 'en', 'nen', 'e'];

function isOccupation(plain: string): boolean {
  return PLURALS.some(
    (ending) => plain.endsWith(ending) && OCCUPATIONS.has(plain.slice(0, plain.length - ending.length)),
  );
}

function isStop(word: Word | undefined): boolean {
  return word === undefined || STOP_WORDS.has(word.plain);
}

/** A place that is called as something else is: after a word such as "in", or written with a capital letter. */
function isPlace(words: readonly Word[], at: number): boolean {
  const { plain = '', text = '' } = words[at] ?? {};
  if (!DOUBTFUL_PLACES.has(plain)) return true;
  return (
    AT.has(words[at - 1]?.plain ?? '') ||
    (at > 0 && text !== text.toLowerCase()) ||
    (at > 1 && at === words.length - 1)
  );
}

/** "Lead Product Designer" is a level and the name of a role: the first of the two, where both together name that role. */
function withoutLevel(
  words: readonly Word[],
  { from, to, role }: { from: number; to: number; role: string | undefined },
  names: Names,
): Entity | undefined {
  if (role === undefined || to - from < 2) return undefined;
  const [first, last] = [words[from], words[to - 1]];
  const code = LEVELS.get(first?.plain ?? '');
  if (first !== undefined && code !== undefined && names(words.slice(from + 1, to)).role === role)
    return { kind: 'level', from, to: from + 1, text: first.text, code };
  const name = words.slice(from, to - 1);
  if (!LEVELS.has(last?.plain ?? '') || names(name).role !== role) return undefined;
  return { kind: 'role', from, to: to - 1, text: name.map(({ text }) => text).join(' '), role };
}

/** A sentence as the scorer reads it: what is named gives way to its kind. */
export function masked({ words, entities }: Tagged): string[] {
  return words.flatMap(({ plain }, at) => {
    const entity = entities.find(({ from, to }) => at >= from && at < to);
    if (entity === undefined) return [plain];
    return entity.from === at ? [`{${entity.kind}}`] : [];
  });
}
