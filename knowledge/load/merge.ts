import { codeKeys, nameKeys, nearestNamed, factSubjects } from './fact-subjects.ts';
import { compareText } from '../finding.ts';
import type { Entry } from './entry.ts';
import { clashes } from './name-clashes.ts';
import type { PackContents } from './read-packs.ts';
import { keyOf, type Kind, type Names } from '../kinds/define.ts';
import { FACT_LISTS, type FactLine, type RoleFacts } from '../kinds/facts.ts';
import { type Entries, type KindName, KINDS } from '../kinds/index.ts';
import type { RoleFile } from '../kinds/role.ts';
import type { Translation } from '../scales.ts';

/** The facts of all packs as one, each list by id. */
export interface Merged {
  /** The entries of each kind, in its order; each role with all facts about it. */
  readonly entries: { readonly [Name in KindName]: readonly Entries[Name][] };
  /** What the entries of a kind are found by, in their order; those of roles and skills follow from all that is said of them. */
  readonly names: Readonly<Record<string, readonly KeyedNames[]>>;
  /** The ids of roles that only a `roles.jsonl` names: an importer's occupations, not written by hand. */
  readonly occupations: ReadonlySet<string>;
  /** Texts of entries in other languages, by kind, language and key. */
  readonly translations: Readonly<Record<string, Translations>>;
}

/** The names of an entry with its key. */
type KeyedNames = Names & { readonly key: string };

/** Texts of one kind of entry, by language and key. */
export type Translations = { readonly [Each in Translation]?: Readonly<Record<string, object>> };

/**
 * Joins packs, with this precedence.
 * - An entry of any other kind than these: the latest pack's file of an id is used, whole.
 * - A role's own file: the latest pack's is used, whole; a line of `roles.jsonl` counts only where no pack has a file.
 * - A role's facts, each list of them and each source apart: those of the latest pack in which this source says anything
 *   of the kind about the role (by id, code or title), and none of the earlier packs'. Their order is by source id, then as written. A line
 *   marked `fallback`, a whole list about a code, gives way to what any other pack chose from it for the role's id.
 * - Two lines of `roles.jsonl` are one role where the one with an ESCO code claims exactly the O*NET code of the other:
 *   that keeps its id and title, and takes the names and the ESCO code.
 * - A role's aliases: one that a role of a later pack answers to is lost to that role.
 */
export function merge(contents: PackContents): Merged {
  const written = withoutLostAliases(latest(contents.of('role').filter(isWritten)));
  const imported = withoutTwins(latest(contents.of('role').filter((entry) => !isWritten(entry))));
  const roles = rolesOf(written, imported, contents.of('facts'));
  const listOf = (kind: Kind): readonly object[] =>
    kind.name === 'role' ? roles : ordered(kind, [...latestOf(kind, contents).values()]);
  const lists = KINDS.filter(({ name }) => name !== 'facts').map((kind) => ({ kind, list: listOf(kind) }));
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list for each kind
    entries: Object.fromEntries(lists.map(({ kind, list }) => [kind.name, list])) as Merged['entries'],
    names: Object.fromEntries(
      lists
        .filter(({ kind: { name } }) => name !== 'role' && name !== 'skill')
        .map(({ kind, list }) => [kind.name, list.map((entry) => keyedNames(kind, entry))]),
    ),
    occupations: new Set([...imported.keys()].filter((id) => !written.has(id))),
    translations: translationsOf(contents),
  };
}

function keyedNames(kind: Kind, entry: object): KeyedNames {
  const key = keyOf(kind, entry);
  return { key, ...(kind.names?.(entry) ?? { title: key, aliases: [], weight: 1 }) };
}

/** Every role with the facts about it. */
function rolesOf(
  written: ReadonlyMap<string, Entry<RoleFile>>,
  imported: ReadonlyMap<string, Entry<RoleFile>>,
  facts: readonly Entry<FactLine>[],
): RoleFile[] {
  const factsOf = factFinder(facts);
  const roles = [...new Map([...imported, ...written]).values()].map((identity) => {
    const line = imported.get(identity.value.id);
    const shadowed = line === undefined || line === identity ? [] : [line];
    const others = factsOf(identity.value, identity === line);
    const chosen = [identity, ...shadowed, ...others.filter(({ value }) => value.role !== undefined)];
    const yields = givesWay(chosen);
    return joined(identity, [...shadowed, ...others.filter((other) => !yields(other))]);
  });
  return roles.toSorted((a, b) => compareText(a.id, b.id));
}

/** Whether an entry has a file of its own, rather than a line that an importer wrote. */
export function isWritten({ origin }: Entry<unknown>): boolean {
  return origin.line === undefined;
}

/** The latest pack's entry of each key. */
export function latestOf(kind: Kind, contents: PackContents): Map<string, Entry<object>> {
  return new Map(contents.of(kind.name).map((entry) => [keyOf(kind, entry.value), entry]));
}

function ordered(kind: Kind, entries: readonly Entry<object>[]): object[] {
  const byKey = (a: object, b: object) => compareText(keyOf(kind, a), keyOf(kind, b));
  return entries.map(({ value }) => value).toSorted(kind.order?.bind(kind) ?? byKey);
}

/** The latest pack's texts for each entry and language; none for an entry that a later pack has replaced. */
function translationsOf(contents: PackContents): Merged['translations'] {
  const kinds = KINDS.filter(({ translated }) => translated !== undefined);
  return Object.fromEntries(
    kinds.map((kind) => {
      const entries = latestOf(kind, contents);
      const kept: { [Each in Translation]?: Record<string, object> } = {};
      for (const { value, origin } of contents.translations)
        if (value.kind === kind.name && origin.pack >= (entries.get(value.key)?.origin.pack ?? Infinity))
          (kept[value.language] ??= {})[value.key] = value.texts;
      return [kind.name, kept];
    }),
  );
}

/** The roles without the aliases that a role of a later pack takes over. */
function withoutLostAliases(roles: Map<string, Entry<RoleFile>>): Map<string, Entry<RoleFile>> {
  const kept = new Map(roles);
  for (const { first, takenOver } of clashes(roles.values())) {
    const entry = kept.get(first.role.value.id);
    if (!takenOver || entry === undefined) continue;
    const stays = (name: string) => name !== first.name;
    const aliases = entry.value.aliases.filter(stays);
    const names = Object.fromEntries(
      Object.entries(entry.value.names).map(([language, list]) => [language, list?.filter(stays)]),
    );
    kept.set(entry.value.id, { ...entry, value: { ...entry.value, aliases, names } });
  }
  return kept;
}

/** Imported occupations, with two that are the same made one. */
function withoutTwins(imported: Map<string, Entry<RoleFile>>): Map<string, Entry<RoleFile>> {
  const kept = new Map(imported);
  const byCode = new Map(
    [...imported.values()]
      .filter(({ value: { codes } }) => codes.esco.length === 0 && codes.onet.length === 1)
      .map(({ value: { id, codes } }) => [codes.onet[0] ?? '', id]),
  );
  for (const [id, { value }] of imported) {
    const [code = '', ...more] = value.codes.onet;
    const twin = value.codes.esco.length > 0 && more.length === 0 ? byCode.get(code) : undefined;
    const entry = kept.get(twin ?? '');
    if (entry === undefined) continue;
    kept.delete(id);
    kept.set(entry.value.id, { ...entry, value: withNamesOf(entry.value, value) });
  }
  return kept;
}

function withNamesOf(role: RoleFile, { title, aliases, codes }: RoleFile): RoleFile {
  const known = new Set([role.title, ...role.aliases].map((name) => name.toLowerCase()));
  const added = [title, ...aliases].filter((name) => !known.has(name.toLowerCase()));
  return {
    ...role,
    aliases: [...role.aliases, ...added],
    codes: { ...role.codes, esco: [...role.codes.esco, ...codes.esco] },
  };
}

/** The entry of the latest pack, for each id. */
export function latest<T extends { readonly id: string }>(
  entries: readonly Entry<T>[],
): Map<string, Entry<T>> {
  return new Map(entries.map((entry) => [entry.value.id, entry]));
}

/** Finds the lines of facts that are about a role. */
function factFinder(
  facts: readonly Entry<FactLine>[],
): (role: RoleFile, imported: boolean) => Entry<FactLine>[] {
  const about = new Map<string, Entry<FactLine>[]>();
  for (const line of facts)
    for (const key of factSubjects(line.value)) {
      const lines = about.get(key);
      if (lines === undefined) about.set(key, [line]);
      else lines.push(line);
    }
  const find = (keys: readonly string[]) => [...new Set(keys.flatMap((key) => about.get(key) ?? []))];
  const named = facts.some(({ value }) => value.titles !== undefined);
  return (role, imported) => [
    ...find(codeKeys(role)),
    ...(named ? nearestNamed(role, find(nameKeys(role, imported))) : []),
  ];
}

/** Whether a line of facts gives way to those `chosen` for the role itself. */
function givesWay(chosen: readonly Entry<RoleFacts>[]): (line: Entry<FactLine>) => boolean {
  const packs = packsOf(chosen);
  return ({ value, origin }) =>
    value.fallback === true && [...(packs.get(value.source) ?? [])].some((pack) => pack !== origin.pack);
}

/** The role with its own facts and `others`, in each list those of the latest pack only that has any of their source. */
function joined(identity: Entry<RoleFile>, others: readonly Entry<RoleFacts>[]): RoleFile {
  const parts: readonly Entry<RoleFacts>[] = [identity, ...others];
  const lists = FACT_LISTS.map((name) => {
    const packs = packsOf(parts, [name]);
    const kept = parts.flatMap(({ value, origin }) =>
      value[name].filter(
        (fact) =>
          Math.max(...(packs.get(fact.source) ?? [])) === origin.pack && !isOfOthers(fact, identity.value),
      ),
    );
    return [name, kept.toSorted((a, b) => compareText(a.source, b.source))] as const;
  });
  return Object.assign({ ...identity.value }, Object.fromEntries(lists));
}

/** Whether pay is that of everybody who has no occupation of their own: nobody's, but for the occupation so titled. */
function isOfOthers(fact: object, { title }: RoleFile): boolean {
  return 'residual' in fact && fact.residual === true && (!('title' in fact) || fact.title !== title);
}

/** For each source, the packs with a fact of it in any of these lists. */
function packsOf(parts: readonly Entry<RoleFacts>[], lists = FACT_LISTS): Map<string, Set<number>> {
  const packs = new Map<string, Set<number>>();
  for (const { value, origin } of parts)
    for (const name of lists)
      for (const { source } of value[name])
        packs.set(source, (packs.get(source) ?? new Set()).add(origin.pack));
  return packs;
}
