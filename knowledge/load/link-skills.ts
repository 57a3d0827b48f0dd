import { compareText } from '../finding.ts';
import type { GuideFile } from '../kinds/guide.ts';
import type { Merged } from './merge.ts';
import { PRIORITIES, type Priority } from '../scales.ts';
import type { Role, Skill } from '../linked.ts';
import type { RoleFile } from '../kinds/role.ts';
import type { SkillFile } from '../kinds/skill.ts';
import { normalise } from '../search/index.ts';

type Use = Skill['wantedBy'][number];

/** What the facts say about one skill, under all its spellings. */
interface Gathered {
  readonly spellings: Map<string, number>;
  readonly wantedBy: Use[];
  readonly taughtBy: Set<string>;
}

/** The skills of all facts, and the roles whose facts name them. */
interface Linked {
  readonly skills: readonly Skill[];
  readonly role: readonly Role[];
}

/**
 * Every skill that has a file or that a fact names: skills of roles and of guides, in roadmaps, what courses teach.
 * Names that differ in case or punctuation only, and the aliases in a skill's file, are one skill. Without a file, it
 * is called as most facts call it, and its id is made from that name. Each use of a skill in a role gets that id.
 */
export function linkSkills(entries: Merged['entries']): Linked {
  const fold = folder(entries);
  const gathered = new Map<string, Gathered>();
  const at = (name: string): Gathered => {
    const folded = fold(name);
    const skill = gathered.get(folded) ?? { spellings: new Map(), wantedBy: [], taughtBy: new Set() };
    gathered.set(folded, skill);
    skill.spellings.set(name, (skill.spellings.get(name) ?? 0) + 1);
    return skill;
  };
  for (const role of entries.role) for (const { name, use } of usesOf(role)) at(name).wantedBy.push(use);
  for (const each of entries.guide) for (const { name, use } of guideUses(each)) at(name).wantedBy.push(use);
  for (const { id, teaches, retired } of entries.course)
    for (const name of teaches) {
      const { taughtBy } = at(name);
      if (retired === undefined) taughtBy.add(id);
    }
  const { skills, idOf } = named(entries.skill, gathered);
  const skillId = (name: string) => idOf.get(fold(name)) ?? '';
  // Guides too are ours, and were read a moment ago.
  for (const { skills: learned } of entries.guide)
    for (const skill of learned) Object.assign(skill, { skillId: skillId(skill.name) });
  return { skills, role: entries.role.map((role) => linked(role, skillId)) };
}

/** Gives every spelling of a skill the same form. Remembers them, since facts name the same few thousand all the time. */
function folder({ skill: files }: Merged['entries']): (name: string) => string {
  const forms = new Map<string, string>();
  for (const { name, aliases } of files)
    for (const spelling of [name, ...aliases]) forms.set(normalise(spelling), normalise(name));
  const folded = new Map<string, string>();
  return (name) => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    const form = normalise(name);
    folded.set(name, forms.get(form) ?? form);
    return forms.get(form) ?? form;
  };
}

/** Gives each skill the name and id of its file, or makes them from its commonest spelling. */
function named(files: readonly SkillFile[], gathered: ReadonlyMap<string, Gathered>) {
  const idOf = new Map(files.map(({ id, name }) => [normalise(name), id]));
  const filed = files.map((file) => ({ ...file, ...summed(gathered.get(normalise(file.name))) }));
  const taken = new Set(filed.map(({ id }) => id));
  const found = [...gathered]
    .filter(([form]) => !idOf.has(form))
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([form, facts]) => {
      const spellings = [...facts.spellings].toSorted(([a, n], [b, m]) => m - n || compareText(a, b));
      const name = spellings[0]?.[0] ?? '';
      const id = freeId(name, taken);
      idOf.set(form, id);
      return { id, name, aliases: [], ...summed(facts) };
    });
  return { skills: [...filed, ...found].toSorted((a, b) => compareText(a.id, b.id)), idOf };
}

/** A role whose facts name skills by id too. The facts are not copied: they were read a moment ago, and are ours. */
function linked(role: RoleFile, skillId: (name: string) => string): Role {
  for (const item of role.skills.flatMap(({ items }) => items))
    Object.assign(item, { skillId: skillId(item.name) });
  for (const item of role.roadmap.flatMap(({ phases }) => phases.flatMap(({ items }) => items)))
    if (item.kind === 'skill') Object.assign(item, { skillId: skillId(item.name) });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every use of a skill has its id now
  return role as unknown as Role;
}

function summed(facts: Gathered | undefined): Pick<Skill, 'wantedBy' | 'taughtBy'> {
  const strongest = new Map<string, Use>();
  for (const use of facts?.wantedBy ?? []) {
    const key = `${use.role} ${use.source}`;
    const other = strongest.get(key);
    if (other === undefined || rank(use.priority) < rank(other.priority)) strongest.set(key, use);
  }
  return { wantedBy: [...strongest.values()], taughtBy: [...(facts?.taughtBy ?? [])] };
}

function rank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

function* usesOf(role: RoleFile): Generator<{ name: string; use: Use }> {
  for (const { source, items } of role.skills)
    for (const { name, priority } of items) yield { name, use: { role: role.id, priority, source } };
  for (const { source, phases } of role.roadmap)
    for (const { kind, name, priority = 'listed' } of phases.flatMap(({ items }) => items))
      if (kind === 'skill') yield { name, use: { role: role.id, priority, source } };
}

/** What a guide makes of its skills: nobody is hired without some of them, the others come later. */
function* guideUses({ role, source, skills }: GuideFile): Generator<{ name: string; use: Use }> {
  for (const { name, when } of skills)
    yield { name, use: { role, priority: when === 'first' ? 'essential' : 'recommended', source } };
}

/** `C++ (advanced)` → `c-plus-plus-advanced`; numbered where two names give the same. */
function freeId(name: string, taken: Set<string>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(^|\s)\.net\b/, '$1dotnet')
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .match(/[a-z0-9]+/g);
  const plain = words?.join('-') ?? 'skill';
  let id = plain;
  for (let n = 2; taken.has(id); n += 1) id = `${plain}-${n}`;
  taken.add(id);
  return id;
}
