import { createHash } from 'node:crypto';
import { refFinder } from './load/evidence.ts';
import type { KnowledgeBase, Repository } from './index.ts';
import type { Content } from './load/load-checked.ts';
import { compareText } from './finding.ts';
import { isRecord } from './record.ts';
import { splitPair } from './pair.ts';
import { once } from './once.ts';
import { createRepository, indexEntries, type SearchNames, spellingsOf } from './repository.ts';
import type { Priority } from './scales.ts';
import type { Role, Skill } from './linked.ts';
import { type Corpus, createCorpus } from './search/corpus.ts';
import type { Surroundings } from './search/index.ts';
import { createTransitions } from './transitions.ts';

/** What takes long to derive from content, to be kept with it. */
export interface Derived {
  readonly version: string;
  /** Every normalised name of a skill, with its place in the list of skills. */
  readonly skillNames: ReadonlyMap<string, number>;
  /** The names of the roles, as their index holds them. */
  readonly roleNames: Corpus;
}

/** Derives all of it: a second for the whole of O*NET. */
export function derive(content: Content): Derived {
  return {
    version: versionOf(content),
    skillNames: spellingsOf({ all: content.skills, key: idOf, names: skillNames }),
    roleNames: createCorpus(
      indexEntries({ all: content.entries.role, key: idOf, names: roleNames(content) }),
    ),
  };
}

/**
 * Makes joined facts findable. The same content gives the same knowledge, whatever the order of the files. `derived` is
 * what was derived from this content before, where that has been kept.
 */
export function createKnowledge(content: Content, derived?: Derived): KnowledgeBase {
  const { entries } = content;
  const roles = createRepository({
    all: entries.role,
    key: idOf,
    names: roleNames(content),
    aliases: ({ id, aliases }) => (content.occupations.has(id) ? [] : aliases),
    translations: content.translations['role'],
    corpus: derived?.roleNames,
    surroundings: surroundingsOf(content, () => skills()),
  });
  // Nearly every question names a role, and the first one should not wait for the index.
  roles.suggest('', 1);
  const skills = once(() => skillRepository(content, derived));
  const others = new Map(
    Object.keys(entries).map((kind) => [kind, once(() => plainRepository(content, kind))]),
  );
  const of = (kind: string) => (kind === 'role' ? roles : kind === 'skill' ? skills() : others.get(kind)?.());
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each kind's own entries are in its repository
    of: of as KnowledgeBase['of'],
    roles,
    get courses() {
      return this.of('course');
    },
    get skills() {
      return skills();
    },
    sources: new Map(entries.source.map((source) => [source.id, source])),
    transitions: createTransitions(entries.transition, new Map(entries.role.map((role) => [role.id, role]))),
    prompts: entries.prompt,
    refOf: refFinder(
      entries,
      content.refs,
      (kind, at) => content.names[kind]?.[at]?.key ?? entries.role[at]?.id ?? '',
    ),
    splitPair: (typed) => splitPair(typed, roles),
    version: derived?.version ?? versionOf(content),
  };
}

/** Names of skills, and which roles written by hand want a skill: those first that most sources say need it most. */
function surroundingsOf(content: Content, skills: () => Repository<Skill>): Surroundings {
  const { occupations, entries } = content;
  const weights = once(() => {
    const names = roleNames(content);
    return new Map(entries.role.map((role) => [role.id, names(role).weight]));
  });
  const weight = (id: string) => weights().get(id) ?? 0;
  return {
    areTitles: true,
    isSkill: (name) => skills().named(name) !== undefined,
    wanting: (name) => {
      const uses = (skills().named(name)?.wantedBy ?? []).filter(({ role }) => !occupations.has(role));
      const need = new Map<string, number>();
      for (const { role, priority } of uses) need.set(role, (need.get(role) ?? 0) + NEED[priority]);
      return [...need]
        .toSorted(([a, n], [b, m]) => m - n || weight(b) - weight(a) || compareText(a, b))
        .map(([role]) => role);
    },
  };
}

/** How much more a source says that calls a skill essential. */
const NEED: Readonly<Record<Priority, number>> = {
  essential: 8,
  important: 4,
  recommended: 2,
  bonus: 1,
  listed: 1,
};

function skillRepository(content: Content, derived?: Derived): Repository<Skill> {
  return createRepository({
    all: content.skills,
    key: idOf,
    names: skillNames,
    spellings: derived?.skillNames,
    translations: content.translations['skill'],
  });
}

/** Entries of a kind that is found by the names which the kind itself gives. */
function plainRepository(content: Content, kind: string): Repository<object> {
  const names = content.names[kind] ?? [];
  return createRepository({
    all: new Map<string, readonly object[]>(Object.entries(content.entries)).get(kind) ?? [],
    key: (_, at) => names[at]?.key ?? '',
    names: (_, at) => names[at] ?? NAMELESS,
    translations: content.translations[kind],
  });
}

const NAMELESS: SearchNames = { title: '', aliases: [], weight: 1 };

function idOf({ id }: { readonly id: string }): string {
  return id;
}

/**
 * Gives a role's names and how likely it is meant. A role written by hand weighs at least twice an imported occupation, which
 * settles the names that both have. Among roles written by hand the one comes first that most sources speak of and most
 * other roles name as related, for that is what people ask about; none weighs twice another.
 */
function roleNames({ entries, occupations }: Content): (role: Role) => SearchNames {
  const named = new Map<string, number>();
  for (const { id, related } of entries.role)
    if (!occupations.has(id))
      for (const role of new Set(related.map((other) => other.role)))
        named.set(role, (named.get(role) ?? 0) + 1);
  const lent = namesByCode(entries.role.filter(({ id }) => !occupations.has(id)));
  return (role) => {
    const { id, title, aliases, codes, names } = role;
    const known = sourcesOf(role).size + (named.get(id) ?? 0);
    const weight = occupations.has(id) ? 1 : 2 + known / (known + HALFWAY);
    const all = [...codes.onet, ...codes.esco];
    if (!occupations.has(id)) return { title, aliases, names, codes: all, weight };
    const own = new Set([title, ...aliases]);
    const near = codes.onet.flatMap((code) => lent.get(code) ?? []).filter((name) => !own.has(name));
    return { title, aliases, names, lent: near, codes: all, weight };
  };
}

/** The names of roles by the codes of the occupations that they stand for. */
function namesByCode(roles: readonly Role[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { title, aliases, codes } of roles)
    for (const code of codes.onet) {
      const own = names.get(code) ?? [];
      names.set(code, own);
      own.push(title, ...aliases);
    }
  return names;
}

/** How many sources and related roles bring a role half of the way from 2 to 3. */
const HALFWAY = 20;

/** The sources that say anything about a role, in any of its lists of facts. */
function sourcesOf(role: Role): Set<unknown> {
  const facts = Object.values(role).flatMap((list: unknown) => (Array.isArray(list) ? list : []));
  return new Set(
    facts.flatMap((fact: unknown) => (isRecord(fact) && 'source' in fact ? [fact['source']] : [])),
  );
}

function skillNames({ name, aliases, wantedBy, taughtBy }: Skill): SearchNames {
  return { title: name, aliases, weight: 1 + wantedBy.length + taughtBy.length };
}

/** The first twelve hexadecimal digits of the SHA-256 of the content, whose lists are in the order of their ids. */
function versionOf({ entries, occupations, translations }: Content): string {
  const hash = createHash('sha256');
  for (const list of Object.values(entries))
    for (const entry of list) hash.update(`${JSON.stringify(entry)}\n`);
  for (const { id } of entries.role) if (occupations.has(id)) hash.update(`${id}\n`);
  hash.update(JSON.stringify(translations));
  return hash.digest('hex').slice(0, 12);
}
