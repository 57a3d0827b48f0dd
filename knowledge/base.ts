import { createHash } from 'node:crypto';
import type { Catalogue, KnowledgeBase } from './index.ts';
import { type Content, FACT_LISTS } from './merge.ts';
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
  const names = roleEntries(content);
  return {
    version: versionOf(content),
    skills,
    skillNames: spellings(skills, skillEntry),
    roleNames: createCorpus(content.roles.map((role) => entryOf(role, names(role)))),
  };
}

/**
 * Makes joined facts findable. The same content gives the same knowledge, whatever the order of the files. `made` is what
 * was made of this content before, where that has been kept.
 */
export function createKnowledge(content: Content, made?: Made): KnowledgeBase {
  const roles = catalogue(content.roles, roleEntries(content), {
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
 * Gives a role's names and how likely it is meant. A role written by hand weighs at least twice an imported occupation, which
 * settles the names that both have. Among roles written by hand the one comes first that most sources speak of and most
 * other roles name as related, for that is what people ask about; none weighs twice another.
 */
function roleEntries({ roles, occupations }: Content): (role: Role) => Names {
  const named = new Map<string, number>();
  for (const { id, related } of roles)
    if (!occupations.has(id))
      for (const role of new Set(related.map((other) => other.role)))
        named.set(role, (named.get(role) ?? 0) + 1);
  return (role) => {
    const { id, title, aliases, codes } = role;
    const known = sourcesOf(role).size + (named.get(id) ?? 0);
    const weight = occupations.has(id) ? 1 : 2 + known / (known + HALFWAY);
    return { title, aliases, codes: [...codes.onet, ...codes.esco], weight };
  };
}

/** How many sources and related roles bring a role half of the way from 2 to 3. */
const HALFWAY = 20;

/** The sources that say anything about a role. */
function sourcesOf(role: Role): Set<string> {
  return new Set(FACT_LISTS.flatMap((list) => role[list].map(({ source }) => source)));
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
