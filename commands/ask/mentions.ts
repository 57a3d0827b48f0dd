import type { Course, KnowledgeBase, Role, Skill } from '../../knowledge/index.ts';
import { normalise } from '../../knowledge/search/index.ts';
import { ORDINARY, RANKS } from './ordinary.ts';

/** Something of the knowledge that a question names: `at` is its first word, `length` how many words it takes. */
export interface Mention {
  readonly at: number;
  readonly length: number;
  /** As typed. */
  readonly words: string;
  readonly role?: Role;
  readonly skill?: Skill;
  readonly course?: Course;
}

/** The most words of a name. */
const MOST_WORDS = 6;

/** Names of one or two letters that are words or parts of words: they count as written in capitals only. */
const SHORT = 2;

/**
 * The roles, skills and courses that the words of a question name, from left to right, the longest name first. Looked
 * up, not searched for; a word that people use about anything is no name by itself, nor one of those in `asking`.
 */
export function mentionsIn(
  words: readonly string[],
  knowledge: KnowledgeBase,
  asking: ReadonlySet<string>,
): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const mention = longestAt(at, words, knowledge, asking);
    if (mention !== undefined) found.push(mention);
    at += mention?.length ?? 1;
  }
  return found;
}

function longestAt(
  at: number,
  words: readonly string[],
  knowledge: KnowledgeBase,
  asking: ReadonlySet<string>,
): Mention | undefined {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    const span = words.slice(at, at + length);
    if (!mayBeName(span, asking)) continue;
    const mention = mentionOf(at, span, knowledge);
    if (mention !== undefined) return mention;
  }
  return undefined;
}

/**
 * A name of several words has one that is not ordinary; a name of one word is none, nor a rank, nor a word that people
 * ask with ("outlook"), and a short one is written in capitals.
 */
function mayBeName(span: readonly string[], asking: ReadonlySet<string>): boolean {
  const lower = span.map((word) => word.toLowerCase());
  const [first = ''] = span;
  const [only = '', ...more] = lower;
  if (more.length > 0) return lower.some((word) => !ORDINARY.has(word));
  if (ORDINARY.has(only) || RANKS.has(only) || asking.has(normalise(only))) return false;
  return only.length > SHORT || first === first.toUpperCase() || KNOWN_SHORT.has(only);
}

/** Short names that nobody bothers to write in capitals. */
const KNOWN_SHORT = new Set(['ml', 'ai', 'qa', 'ux', 'ui', 'bi', 'js', 'c#', 'ds', 'de', 'da']);

function mentionOf(at: number, span: readonly string[], knowledge: KnowledgeBase): Mention | undefined {
  const words = span.join(' ');
  const skill = knowledge.skills.named(words);
  const role =
    roleNamed(words, knowledge) ?? (span.length > 1 ? roleOfWork(words, skill, knowledge) : undefined);
  const course = knowledge.courses.named(words);
  if (role === undefined && skill === undefined && course === undefined) return undefined;
  return {
    at,
    length: span.length,
    words,
    ...(role === undefined ? {} : { role }),
    ...(skill === undefined ? {} : { skill }),
    ...(course === undefined ? {} : { course }),
  };
}

/** A name that several roles share is settled as a search settles it, or names none. */
function roleNamed(words: string, { roles }: KnowledgeBase): Role | undefined {
  if (roles.named(words) === undefined) return undefined;
  const { match, entry } = roles.find(words);
  return match.kind === 'exact' ? entry : undefined;
}

/** Words between names of the same kind, and words before the name of a skill. */
const BETWEEN = new Set(['or', 'and', 'vs', 'versus', 'than']);
const BEFORE_SKILL = new Set(['learn', 'learning', 'study', 'know']);

/**
 * Skills that their place alone makes one: of one or two small letters ("python or r", "learn go or rust"), or called by
 * a word that people ask with ("bash and networking").
 */
export function withShort(
  found: readonly Mention[],
  words: readonly string[],
  { skills }: KnowledgeBase,
  asking: ReadonlySet<string>,
): Mention[] {
  const isSkill = (at: number) =>
    found.some((each) => each.skill !== undefined && at >= each.at && at < each.at + each.length);
  const isBetween = (at: number) => BETWEEN.has(words[at]?.toLowerCase() ?? '');
  const short = words.flatMap((word, at): Mention[] => {
    const isDoubtful =
      word.length <= SHORT || (asking.has(normalise(word)) && !ORDINARY.has(word.toLowerCase()));
    if (!isDoubtful || found.some((each) => at >= each.at && at < each.at + each.length)) return [];
    const besideOne = (isBetween(at - 1) && isSkill(at - 2)) || (isBetween(at + 1) && isSkill(at + 2));
    const isLearnt = BEFORE_SKILL.has(words[at - 1]?.toLowerCase() ?? '') && words[at + 1] === undefined;
    const skill = besideOne || isLearnt ? skills.named(word) : undefined;
    return skill === undefined ? [] : [{ at, length: 1, words: word, skill }];
  });
  return [...found, ...short].sort((a, b) => a.at - b.at);
}

/** What work is called by. */
const WORK = /(?:ing|ment|tion|ysis|ence|ture|design)$/i;

/** "Network engineering" that no course teaches is what a role does, though a source lists it as a skill. */
function roleOfWork(words: string, skill: Skill | undefined, { roles }: KnowledgeBase): Role | undefined {
  if (skill === undefined || skill.taughtBy.length > 0 || !WORK.test(words)) return undefined;
  const { match, entry } = roles.find(words);
  return match.kind === 'exact' || match.kind === 'close' ? entry : undefined;
}

/** The most runs of words that are searched for: each costs milliseconds. */
const MOST_RUNS = 6;

const LONG_ENOUGH = 6;

/** The most words of a run that is searched for. */
const RUN = 4;

/**
 * Roles that are misspelt or said in other words, among the words that nothing else explains: each run of them is
 * searched for. A run of nothing but words that are names of skills already is left alone.
 */
export function searchedRoles(
  words: readonly string[],
  explained: (at: number) => boolean,
  named: (at: number) => boolean,
  knowledge: KnowledgeBase,
): Mention[] {
  const found: Mention[] = [];
  const firm = words.some((_, at) => named(at));
  let unknown = 0;
  let runs = 0;
  for (const { at, span } of openRuns(words, explained, titleWords(knowledge))) {
    if (span.every((_, i) => named(at + i))) continue;
    if (runs >= MOST_RUNS) break;
    runs += 1;
    const mention = searched(at, span, knowledge) ?? searchedWithin(at, span, knowledge);
    if (mention !== undefined) found.push(mention);
    else if (knowledge.roles.find(span.join(' ')).match.kind === 'none') unknown += 1;
  }
  // Beside names, or among words that mean nothing to me, one word alone is a likeness by chance: "in Berlin".
  const isChance = firm || unknown > 0;
  return found.filter(({ length, words: typed }) => {
    const isExact = knowledge.roles.find(typed).match.kind === 'exact';
    return isExact || !(isChance && length === 1);
  });
}

/** The role that these words are near enough to. A short word by itself is near to too many names. */
function searched(at: number, span: readonly string[], { roles }: KnowledgeBase): Mention | undefined {
  const words = span.join(' ');
  const { match, entry } = roles.find(words);
  const isSure = match.kind === 'exact' || (match.kind === 'close' && words.length >= LONG_ENOUGH);
  return entry !== undefined && isSure ? { at, length: span.length, words, role: entry } : undefined;
}

/** The same without the last word or the first one, which may be no part of a name: "data enginner tbh". */
function searchedWithin(at: number, span: readonly string[], knowledge: KnowledgeBase): Mention | undefined {
  if (span.length < 3) return undefined;
  return searched(at, span.slice(0, -1), knowledge) ?? searched(at + 1, span.slice(1), knowledge);
}

/**
 * Runs of words that nothing explains. A word that people ask with belongs to one where titles have it too: "data" in
 * "data enginer".
 */
function openRuns(
  words: readonly string[],
  explained: (at: number) => boolean,
  titled: ReadonlySet<string>,
): { readonly at: number; readonly span: readonly string[] }[] {
  const runs: { at: number; span: string[]; open: boolean }[] = [];
  for (const [at, word] of words.entries()) {
    // "IT auditing" is typed in small letters.
    const isOpen =
      !explained(at) || (word.toLowerCase() === 'it' && at + 1 < words.length && !explained(at + 1));
    if (!isOpen && (ORDINARY.has(word.toLowerCase()) || !titled.has(normalise(word)))) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.at + last.span.length === at && last.span.length < RUN) {
      last.span.push(word);
      last.open ||= isOpen;
    } else runs.push({ at, span: [word], open: isOpen });
  }
  return runs.filter(({ span, open }) => open && span.join('').length > SHORT);
}

const titles = new WeakMap<KnowledgeBase, ReadonlySet<string>>();

/** The words of all titles of roles. */
export function titleWords(knowledge: KnowledgeBase): ReadonlySet<string> {
  const known =
    titles.get(knowledge) ?? new Set(knowledge.roles.all.flatMap(({ title }) => normalise(title).split(' ')));
  titles.set(knowledge, known);
  return known;
}
