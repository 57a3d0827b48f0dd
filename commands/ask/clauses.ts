import type { Entity } from './entities.ts';
import { isWithin } from './entities.ts';
import { AND } from './lexicon.ts';
import type { Tagged } from './tagger.ts';

/** A clause has at least so many words of its own. */
const LEAST = 2;

/**
 * The two clauses of a question, for each place where a comma, a full stop or a word such as "and" may part it. What one of them
 * is about, the other one is about too where it names nothing of the kind: "what is a tech lead and what does it earn".
 */
export function clausesOf(tagged: Tagged): (readonly [Tagged, Tagged])[] {
  return tagged.words.flatMap(({ plain, parted }, at) => {
    const isJoint = AND.has(plain) && !isWithin(tagged.entities, at);
    if (!isJoint && !parted) return [];
    const before = partOf(tagged, 0, at);
    const after = partOf(tagged, isJoint ? at + 1 : at, tagged.words.length);
    if (before.words.length < LEAST || after.words.length < LEAST) return [];
    return [[aboutToo(before, after), aboutToo(after, before)] as const];
  });
}

/** A clause with the role or the skill of the other behind it, where it has none. */
function aboutToo(clause: Tagged, other: Tagged): Tagged {
  const subject = other.entities.find(isSubject);
  if (subject === undefined || clause.entities.some(isSubject)) return clause;
  const start = clause.words.length;
  const words = other.words.slice(subject.from, subject.to);
  const entity = { ...subject, from: start, to: start + words.length };
  return { words: [...clause.words, ...words], entities: [...clause.entities, entity] };
}

function isSubject({ kind }: Entity): boolean {
  return kind === 'role' || kind === 'skill' || kind === 'course';
}

function partOf({ words, entities }: Tagged, start: number, end: number): Tagged {
  return {
    words: words.slice(start, end),
    entities: entities
      .filter(({ from, to }) => from >= start && to <= end)
      .map((entity) => ({ ...entity, from: entity.from - start, to: entity.to - start })),
  };
}
