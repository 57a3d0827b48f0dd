import { createHash } from 'node:crypto';
import type { Catalogue, KnowledgeBase } from './index.ts';
import type { Content } from './merge.ts';
import { splitPair } from './pair.ts';
import type { Course, Role, Skill } from './schema.ts';
import { type Corpus, createCorpus } from './search/corpus.ts';
import { createIndex, type IndexEntry, normalise } from './search/index.ts';
import { gatherSkills } from './skills.ts';
import { createTransitions } from './transitions.ts';

/** What takes long to make of content, to be kept with it. */
export interface Made {
  readonly version: string;
  readonly skills: readonly Skill[];
  /** Every normalised name of a skill, with its place in `skills`. */
  readonly skillNames: ReadonlyMap<string, number>;
  /** The names of the roles, as their index holds them. */
  readonly roleNames: Corpus;
}

/** Makes all of it: a second for the whole of O*NET. */
export function makeOf(content: Content): Made {
  const skills = gatherSkills(content);
  return {
    version: versionOf(content),
    skills,
    skillNames: spellings(skills, skillEntry),
    roleNames: createCorpus(content.roles.map((role) => entryOf(role, roleEntry(role, content)))),
  };
}

/**
 * Makes joined facts findable. The same content gives the same knowledge, whatever the order of the files. `made` is what
 * was made of this content before, where that has been kept.
 */
export function createKnowledge(content: Content, made?: Made): KnowledgeBase {
  const roles = catalogue(content.roles, (role) => roleEntry(role, content), {
    aliases: aliasesOf(content),
    corpus: made?.roleNames,
  });
  // Nearly every question names a role, and the first one should not wait for the index.
  roles.suggest('', 1);
  const skills = once(() =>
    catalogue(made?.skills ?? gatherSkills(content), skillEntry, { spelt: made?.skillNames }),
  );
  const courses = once(() => catalogue(content.courses, courseEntry));
  const byId = new Map(content.roles.map((role) => [role.id, role]));
  return {
    roles,
    get courses() {
      return courses();
    },
    get skills() {
      return skills();
    },
    sources: new Map(content.sources.map((source) => [source.id, source])),
    transitions: createTransitions(content.transitions, byId),
    prompts: content.prompts,
    splitPair: (typed) => splitPair(typed, roles),
    version: made?.version ?? versionOf(content),
  };
}

/** Makes a value when it is first asked for: an index of 9,000 skills costs 0.2 s, and many processes ask for none. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

type Names = Omit<IndexEntry<unknown>, 'id' | 'entry'>;

function entryOf<T extends { readonly id: string }>(entry: T, names: Names): IndexEntry<T> {
  return { ...names, id: entry.id, entry };
}

/** What a catalogue need not make itself: kept names, and aliases other than those an entry is found by. */
interface Given<T> {
  readonly aliases?: (entry: T) => readonly string[];
  readonly corpus?: Corpus | undefined;
  readonly spelt?: ReadonlyMap<string, number> | undefined;
}

function catalogue<T extends { readonly id: string }>(
  all: readonly T[],
  names: (entry: T) => Names,
  { aliases, corpus, spelt: kept }: Given<T> = {},
): Catalogue<T> {
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  // Answers list skills by id far more often than anybody looks one up by name.
  const index = once(() =>
    createIndex(
      all.map((entry) => entryOf(entry, names(entry))),
      corpus,
    ),
  );
  const titled = once(
    () => new Map(all.toReversed().map((entry) => [names(entry).title.toLowerCase(), entry])),
  );
  const spelt = once(() => kept ?? spellings(all, names, aliases));
  return {
    all,
    get: (id) => byId.get(id),
    // Most facts use the title; giving 1,500 spellings their normal form takes 10 ms.
    named: (name) =>
      byId.get(name) ?? titled().get(name.toLowerCase()) ?? all[spelt().get(normalise(name)) ?? -1],
    find: (typed) => index().find(typed),
    suggest: (typed, limit) => index().suggest(typed, limit),
  };
}

/** Every id, title and alias in its normal form, with the place of its entry. What is set last wins: ids over titles over aliases, first entries over later ones. */
function spellings<T extends { readonly id: string }>(
  all: readonly T[],
  names: (entry: T) => Names,
  aliases = (entry: T) => names(entry).aliases,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const lists = [aliases, (entry: T) => [names(entry).title], (entry: T) => [entry.id]];
  for (const listOf of lists)
    for (const [at, entry] of [...all.entries()].toReversed())
      for (const name of listOf(entry)) found.set(normalise(name), at);
  return found;
}

function aliasesOf({ occupations }: Content): (role: Role) => readonly string[] {
  return ({ id, aliases }) => (occupations.has(id) ? [] : aliases);
}

/**
 * A role written by hand weighs at least twice an imported occupation, which settles the names that both have; among
 * roles written by hand, the one with more facts comes first, and none weighs twice another.
 */
function roleEntry(role: Role, { occupations }: Content): Names {
  const { title, aliases, codes, ...rest } = role;
  const facts = Object.values(rest).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  const weight = occupations.has(role.id) ? 1 : 2 + facts / (facts + 50);
  return { title, aliases, codes: [...codes.onet, ...codes.esco], weight };
}

function courseEntry({ title, aliases, facts }: Course): Names {
  const weight = 1 + facts.reduce((sum, { roles }) => sum + roles.length, 0);
  return { title, aliases, codes: [], weight };
}

function skillEntry({ name, aliases, wantedBy, taughtBy }: Skill): Names {
  return { title: name, aliases, codes: [], weight: 1 + wantedBy.length + taughtBy.length };
}

/** The first twelve hexadecimal digits of the SHA-256 of the content, whose lists are in the order of their ids. */
function versionOf(content: Content): string {
  const hash = createHash('sha256');
  for (const list of [
    content.roles,
    content.courses,
    content.skills,
    content.sources,
    content.transitions,
    content.prompts,
  ])
    for (const entry of list) hash.update(`${JSON.stringify(entry)}\n`);
  for (const { id } of content.roles) if (content.occupations.has(id)) hash.update(`${id}\n`);
  return hash.digest('hex').slice(0, 12);
}
