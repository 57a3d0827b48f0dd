import type { KnowledgeBase } from '../../knowledge/index.ts';

/** The short name of a source, as the foot of an answer has it. */
export function sourceName(id: string, knowledge: KnowledgeBase): string {
  return knowledge.sources.get(id)?.name ?? id;
}

/** A role's title; its id where the knowledge has no such role. */
export function roleTitle(id: string, knowledge: KnowledgeBase): string {
  return knowledge.roles.get(id)?.title ?? id;
}
