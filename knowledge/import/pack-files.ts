import { stringify } from 'yaml';
import { compareText } from '../finding.ts';
import { fileOf, type Kind } from '../kinds/define.ts';
import { factLine, facts as factsKind } from '../kinds/facts.ts';
import { fillSources } from '../kinds/fill.ts';
import { role as roleKind } from '../kinds/role.ts';
import { source as sourceKind } from '../kinds/source.ts';
import type { FactsInput, PackParts } from './pack-parts.ts';

/**
 * The files of a pack by name, checked against the schema. The same parts in another order give the same bytes.
 * @throws ZodError where an importer made something that the loader would refuse: a mistake of ours.
 */
export function packFiles({ sources, roles, facts }: PackParts): Record<string, string> {
  const files = sources.map((source) => [
    fileOf(sourceKind, source.id),
    stringify(sourceKind.schema.parse(source) && source, { lineWidth: 0 }),
  ]);
  return {
    ...Object.fromEntries(files),
    ...(roles.length === 0 ? {} : { [linesOf(roleKind)]: roles.toSorted(byId).map(roleLine).join('') }),
    ...(facts.length === 0 ? {} : { [linesOf(factsKind)]: facts.toSorted(byKey).map(factLineOf).join('') }),
  };
}

function linesOf({ name, lines }: Pick<Kind, 'name' | 'lines'>): string {
  if (lines === undefined) throw new TypeError(`a ${name} has no file of lines`);
  return lines.file;
}

function roleLine(role: PackParts['roles'][number]): string {
  roleKind.schema.parse(role);
  return `${JSON.stringify(role)}\n`;
}

function factLineOf(line: FactsInput): string {
  const read = structuredClone({ ...line });
  fillSources(read, factLine);
  factLine.parse(read);
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
