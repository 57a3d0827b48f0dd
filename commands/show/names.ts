import type { KnowledgeBase } from '../../knowledge/index.ts';
import { language } from '../../src/language/language.ts';

/** The short name of a source, as the foot of an answer has it. */
export function sourceName(id: string, knowledge: KnowledgeBase): string {
  return knowledge.sources.get(id)?.name ?? id;
}

/** A role's title; its id where the knowledge has no such role. */
export function roleTitle(id: string, knowledge: KnowledgeBase): string {
  return knowledge.roles.get(id)?.title ?? id;
}

const regions = new Map<string, string>();

/** Where pay is from: a country's code (ISO 3166) by its short name, in English as the source has it. */
export function regionName(region: string): string {
  const spoken = language();
  if (spoken === 'en' || !/^[A-Z]{2}$/.test(region)) return region;
  const key = `${spoken} ${region}`;
  const known = regions.get(key);
  if (known !== undefined) return known;
  const name = new Intl.DisplayNames(spoken, { type: 'region', style: 'short' }).of(region) ?? region;
  regions.set(key, name);
  return name;
}
