import type { KnowledgeBase, Skill } from '../../knowledge/index.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { MAX_INPUT } from '../../src/parse.ts';

/** Skills that somebody says they have. */
export interface KnownSkills {
  readonly skills: readonly Skill[];
  /** Words that name no skill I know. */
  readonly unknown: readonly string[];
}

/** The most words that one skill's name is looked for in: longer runs are several skills. */
const MOST_WORDS = 5;

/**
 * Reads `python, sql and docker`, `python sql docker`, or the short form that buttons carry. What is no skill by name
 * is searched for, and reported where nothing is clearly meant.
 */
export function readKnownSkills(
  typed: string | undefined,
  role: string,
  knowledge: KnowledgeBase,
): KnownSkills {
  if (typed === undefined) return { skills: [], unknown: [] };
  const given = typed.split(',');
  const ticked = given.filter((part) => part.startsWith(MARK));
  const words = given.filter((part) => !part.startsWith(MARK)).join(',');
  const parts = words
    .slice(0, MAX_INPUT)
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.flatMap((part) => splitAtAnd(part, knowledge).map((each) => readPart(each, knowledge)));
  const kept = ticked.flatMap((value) => fromShort(value, role, knowledge));
  const named = read.flatMap((have) => have.skills);
  const skills = new Map([...kept, ...named].map((skill) => [skill.id, skill]));
  return { skills: [...skills.values()], unknown: read.flatMap((have) => have.unknown) };
}

/** "python and sql" are two; "Identity and access management" is the name of one. */
function splitAtAnd(part: string, { skills }: KnowledgeBase): string[] {
  if (skills.named(part) !== undefined) return [part];
  return part.split(/\s(?:and|und|y|e)\s/).filter((each) => each.trim() !== '');
}

function readPart(part: string, { skills }: KnowledgeBase): KnownSkills {
  const whole = skills.named(part);
  if (whole !== undefined) return { skills: [whole], unknown: [] };
  const runs = namedRuns(part.split(/\s+/), (name) => skills.named(name));
  if (runs.rest.length === 0) return { skills: runs.found, unknown: [] };
  const { match, entry } = skills.find(part);
  if (entry !== undefined && match.kind === 'close') return { skills: [entry], unknown: [] };
  return runs.found.length > 0 ? { skills: runs.found, unknown: runs.rest } : { skills: [], unknown: [part] };
}

/** Takes names out of a run of words, the longest first, from left to right. */
function namedRuns(words: readonly string[], named: (name: string) => Skill | undefined) {
  const found: Skill[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 0;
    for (let length = Math.min(MOST_WORDS, words.length - at); length > 0 && taken === 0; length -= 1) {
      const skill = named(words.slice(at, at + length).join(' '));
      if (skill === undefined) continue;
      found.push(skill);
      taken = length;
    }
    if (taken === 0) rest.push(words[at] ?? '');
    at += Math.max(1, taken);
  }
  return { found, rest };
}

/** Begins the short form. */
const MARK = '~';

/** Ids that fit in this many letters stand as they are, which people can read. */
const READABLE = 16;

/**
 * Skills as the value of a button: their ids, or three letters each where that gets long, since a whole question must
 * fit into a hundred characters. Only those are kept that the role asks for.
 */
export function knownSkillsValue(
  skills: readonly string[],
  role: string,
  knowledge: KnowledgeBase,
): string | undefined {
  const codes = codesOf(role, knowledge);
  const kept = [...new Set(skills)].filter((id) => codes.has(id));
  if (kept.length === 0) return undefined;
  const ids = kept.join(',');
  return ids.length <= READABLE ? ids : MARK + kept.map((id) => codes.get(id)).join('');
}

/** Skills of a role as the values of boxes in a form: short forms may stand in a row, with commas between them. */
export function knownSkillChecks(role: string, knowledge: KnowledgeBase): (skill: string) => string {
  const codes = codesOf(role, knowledge);
  return (skill) => MARK + (codes.get(skill) ?? short(skill));
}

function fromShort(value: string, role: string, knowledge: KnowledgeBase): Skill[] {
  const letters = value.slice(MARK.length);
  const wanted = new Set(
    Array.from({ length: letters.length / 3 }, (_, at) => letters.slice(3 * at, 3 * at + 3)),
  );
  const codes = codesOf(role, knowledge);
  const asked = skillListsOf(knowledge).of(role);
  return asked.flatMap(({ id }) => (wanted.has(codes.get(id) ?? '') ? (knowledge.skills.get(id) ?? []) : []));
}

/** What stands for each skill of a role, by its id: three letters made from it, or others where those are taken. */
function codesOf(role: string, knowledge: KnowledgeBase): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  const ids = skillListsOf(knowledge)
    .of(role)
    .map(({ id }) => id);
  for (const id of ids.toSorted()) {
    let code = short(id);
    for (let turn = 1; taken.has(code); turn += 1) code = short(`${id} ${turn}`);
    taken.add(code);
    codes.set(id, code);
  }
  return codes;
}

/** Three letters made from an id: the same in every process. */
function short(id: string): string {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % 46656).toString(36).padStart(3, '0');
}
