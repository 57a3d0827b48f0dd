import type { z } from 'zod';
import { keysOf, subjects } from './about.ts';
import { compareText } from './finding.ts';
import type { Entry } from './pack/entry.ts';
import { clashes } from './names.ts';
import type { PackContents } from './pack/read.ts';
import type { Course, FactLine, Role, RoleFacts, skillSchema, Source, Transition } from './schema.ts';
import { roleFactsSchema } from './schema.ts';

/** The facts of all packs as one, each list by id. */
export interface Content {
  readonly roles: readonly Role[];
  readonly courses: readonly Course[];
  readonly skills: readonly z.infer<typeof skillSchema>[];
  readonly sources: readonly Source[];
  readonly transitions: readonly Transition[];
  /** The ids of roles that only a `roles.jsonl` names: an importer's occupations, not written by hand. */
  readonly occupations: ReadonlySet<string>;
}

/** The lists of facts of a role; every element of each names its source. */
export const FACT_LISTS = roleFactsSchema.keyof().options;

/**
 * Joins packs, with this precedence.
 * - A course, a skill, a source, a transition: the latest pack's file of an id is used, whole.
 * - A role's own file: the latest pack's is used, whole; a line of `roles.jsonl` counts only where no pack has a file.
 * - A role's facts, for each source apart: those of the latest pack in which this source says anything about the role
 *   (by id, code or title), and none of the earlier packs'. Their order is by source id, then as written.
 * - A role's aliases: one that a role of a later pack answers to is lost to that role.
 */
export function merge(contents: PackContents): Content {
  const written = withoutLostAliases(latest(contents.roles));
  const imported = latest(contents.occupations);
  const identities = new Map([...imported, ...written]);
  const factsOf = factFinder(contents.facts);
  const roles = [...identities.values()].map((identity) => {
    const line = imported.get(identity.value.id);
    const shadowed = line === undefined || line === identity ? [] : [line];
    return joined(identity, [...shadowed, ...factsOf(identity.value, identity === line)]);
  });
  return {
    roles: roles.toSorted(byId),
    courses: values(contents.courses),
    skills: values(contents.skills),
    sources: values(contents.sources),
    transitions: values(contents.transitions),
    occupations: new Set([...imported.keys()].filter((id) => !written.has(id))),
  };
}

/** The roles without the aliases that a role of a later pack takes over. */
function withoutLostAliases(roles: Map<string, Entry<Role>>): Map<string, Entry<Role>> {
  const kept = new Map(roles);
  for (const { first, takenOver } of clashes(roles.values())) {
    const entry = kept.get(first.role.value.id);
    if (!takenOver || entry === undefined) continue;
    const aliases = entry.value.aliases.filter((alias) => alias !== first.name);
    kept.set(entry.value.id, { ...entry, value: { ...entry.value, aliases } });
  }
  return kept;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

/** The entry of the latest pack, for each id. */
export function latest<T extends { readonly id: string }>(
  entries: readonly Entry<T>[],
): Map<string, Entry<T>> {
  return new Map(entries.map((entry) => [entry.value.id, entry]));
}

function values<T extends { readonly id: string }>(entries: readonly Entry<T>[]): T[] {
  return [...latest(entries).values()].map((entry) => entry.value).toSorted(byId);
}

/** Finds the lines of facts that are about a role, in the order of the packs. */
function factFinder(facts: readonly Entry<FactLine>[]): (role: Role, imported: boolean) => Entry<FactLine>[] {
  const about = new Map<string, number[]>();
  for (const [i, { value }] of facts.entries())
    for (const key of subjects(value)) about.set(key, [...(about.get(key) ?? []), i]);
  return (role, imported) => {
    const lines = new Set([...keysOf(role, imported)].flatMap((key) => about.get(key) ?? []));
    return [...lines].toSorted((a, b) => a - b).flatMap((i) => facts[i] ?? []);
  };
}

/** The role with its own facts and `others`, of each source the latest pack's only. */
function joined(identity: Entry<Role>, others: readonly Entry<RoleFacts>[]): Role {
  const parts: readonly Entry<RoleFacts>[] = [identity, ...others];
  const newest = newestPacks(parts);
  const lists = FACT_LISTS.map((name) => {
    const kept = parts.flatMap(({ value, origin }) =>
      value[name].filter(({ source }) => newest.get(source) === origin.pack),
    );
    return [name, kept.toSorted((a, b) => compareText(a.source, b.source))] as const;
  });
  return Object.assign({ ...identity.value }, Object.fromEntries(lists));
}

/** For each source, the latest pack with a fact of it. */
function newestPacks(parts: readonly Entry<RoleFacts>[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { value, origin } of parts)
    for (const name of FACT_LISTS)
      for (const { source } of value[name])
        newest.set(source, Math.max(origin.pack, newest.get(source) ?? 0));
  return newest;
}
