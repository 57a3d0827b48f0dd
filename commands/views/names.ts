import type { KnowledgeBase } from '../../knowledge/index.ts';
import { printed } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';

/** The short name of a source, as the foot of an answer has it. */
export function sourceName(id: string, knowledge: KnowledgeBase): string {
  return knowledge.sources.get(id)?.name ?? id;
}

/** A role's title; its id where the knowledge has no such role. */
export function roleTitle(id: string, knowledge: KnowledgeBase): string {
  return knowledge.roles.get(id)?.title ?? id;
}

/** Where pay is from: a country's code (ISO 3166) by its short name, in English as the source has it. */
export function regionName(region: string): Said {
  return /^[A-Z]{2}$/.test(region) ? printed(region, { kind: 'country', code: region }) : region;
}
