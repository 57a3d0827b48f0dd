import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Said } from '../../src/message/say.ts';
import { withoutPersonal } from '../../src/countable.ts';
import { builtInModel } from '../ask/classifier.ts';
import type { Entity } from '../ask/entities.ts';
import { tag } from '../ask/tagger.ts';
import { roleTitle } from '../views/names.ts';

/** Something known that a text names. */
export interface NamedIn {
  readonly kind: 'role' | 'skill' | 'course';
  /** What it is asked by: its id, or the name as it stands there where several roles have that. */
  readonly id: string;
  readonly title: Said;
}

/** The roles, skills and courses that a text in any of the four languages names, each once, in its order. */
export function namedIn(text: string, knowledge: KnowledgeBase): readonly NamedIn[] {
  const asked = builtInModel().words;
  const entities = piecesOf(withoutPersonal(text)).flatMap((piece) => tag(piece, knowledge, asked).entities);
  const found = entities.flatMap((entity) => namedBy(entity, knowledge) ?? []);
  return [...new Map(found.map((each) => [`${each.kind} ${each.id}`, each])).values()];
}

/** Words that are read at a time: a question has no more, and no name goes over the end of a sentence. */
const PIECE = 50;
/** Words that two pieces of a long sentence share, so that no name falls between them. */
const SHARED = 6;

/** A text by its sentences, and those that are long in pieces. */
function piecesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/u).flatMap((sentence) => {
    const words = sentence.split(/\s+/u);
    const count = Math.max(1, Math.ceil((words.length - SHARED) / (PIECE - SHARED)));
    return Array.from({ length: count }, (_, at) => {
      const from = at * (PIECE - SHARED);
      return words.slice(from, from + PIECE).join(' ');
    });
  });
}

function namedBy({ kind, ...entity }: Entity, knowledge: KnowledgeBase): NamedIn | undefined {
  if (kind === 'role' && entity.role !== undefined)
    return { kind, id: entity.role, title: roleTitle(entity.role, knowledge) };
  if (kind === 'skill' && entity.skill !== undefined)
    return { kind, id: entity.skill, title: knowledge.skills.get(entity.skill)?.name ?? entity.text };
  if (kind !== 'course' || entity.course === undefined) return undefined;
  const course = knowledge.courses.get(entity.course);
  if (course === undefined) return undefined;
  // Where a skill has the same id, that means the skill.
  const id = knowledge.skills.get(course.id) === undefined ? course.id : course.title;
  return { kind, id, title: course.title };
}
