import { stringify } from 'yaml';
import { compareText } from '../finding.ts';
import { factLineSchema, roleFactsSchema, roleSchema, sourceSchema } from '../schema.ts';
import type { FactsInput, PackParts } from './pack-parts.ts';

const LISTS: ReadonlySet<string> = new Set(roleFactsSchema.keyof().options);

/**
 * The files of a pack by name, checked against the schema. The same parts in another order give the same bytes.
 * @throws ZodError where an importer made something that the loader would refuse: a mistake of ours.
 */
export function packFiles({ sources, roles, facts }: PackParts): Record<string, string> {
  const files = sources.map((source) => [
    `sources/${source.id}.yaml`,
    stringify(sourceSchema.parse(source) && source, { lineWidth: 0 }),
  ]);
  return {
    ...Object.fromEntries(files),
    ...(roles.length === 0 ? {} : { 'roles.jsonl': roles.toSorted(byId).map(roleLine).join('') }),
    ...(facts.length === 0 ? {} : { 'facts.jsonl': facts.toSorted(byKey).map(factLine).join('') }),
  };
}

function roleLine(role: PackParts['roles'][number]): string {
  roleSchema.parse(role);
  return `${JSON.stringify(role)}\n`;
}

function factLine(line: FactsInput): string {
  const { source } = line;
  const filled = Object.entries(line).map(([name, value]) => [
    name,
    LISTS.has(name) && Array.isArray(value) ? value.map((fact: object) => ({ source, ...fact })) : value,
  ]);
  factLineSchema.parse(Object.fromEntries(filled));
  return `${JSON.stringify(line)}\n`;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

function byKey(a: FactsInput, b: FactsInput): number {
  return compareText(keyOf(a), keyOf(b));
}

function keyOf({ source, onet = '', esco = '', titles = [] }: FactsInput): string {
  return JSON.stringify([onet, esco, titles, source]);
}
