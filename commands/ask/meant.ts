import type { Course, Skill } from '../../knowledge/index.ts';
import { type Amounts, amountsIn } from './amounts.ts';
import { RANKS } from './ordinary.ts';
import { type Rank, ranksIn } from './ranks.ts';
import { costIn, kindIn, levelIn } from './sifting.ts';
import { direction, wayBefore } from './way.ts';
import type { Mention } from './mentions.ts';

/** What a question names, as far as it was recognised. Roles are ids. */
export interface Meant {
  readonly roles: readonly string[];
  /** The only role named, or the one to go to, or the first. */
  readonly role: string | undefined;
  /** Where somebody comes from and wants to go, where two roles are named. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Whether words say so, such as "from" or "into"; else the order does. */
  readonly explicit: boolean;
  /** Whether the only role is left ("after being a scrum master") or aimed at ("into ux design"). */
  readonly way: 'out' | 'in' | undefined;
  /** What somebody is or wants to be that is no role I know. */
  readonly stranger: string | undefined;
  /** Whether a role is named with a rank, such as senior. */
  readonly ranked: boolean;
  /** The levels that ranks in it name: senior, entry. */
  readonly ranks: readonly Rank[];
  readonly skills: readonly Skill[];
  /** Courses that are named, certificates among them. */
  readonly courses: readonly Course[];
  /** The skill that others are for: Android in "Java or Kotlin for Android". */
  readonly purpose: Skill | undefined;
  /** Whether the skills are said to be known. */
  readonly knowing: boolean;
  /** What courses are asked about, as typed. */
  readonly subject: string | undefined;
  /** Every skill that is named, as typed. */
  readonly subjects: readonly string[];
  readonly amounts: Amounts;
  readonly cost: 'free' | 'paid' | undefined;
  /** A kind of course that is asked for: books, certifications. */
  readonly kind: 'book' | 'certification' | 'video' | undefined;
  readonly level: 'beginner' | 'intermediate' | 'advanced' | undefined;
}

/** A question taken apart: its words as typed and as phrases have them, the names in it, and what nothing explains. */
interface Parts {
  readonly question: string;
  readonly words: readonly string[];
  readonly plain: readonly string[];
  readonly found: readonly Mention[];
  readonly rest: string;
  readonly stranger: string | undefined;
}

/** Gathers what the names and figures of a question say together; `rest` is what nothing else explains. */
export function meantBy({ question, words, plain, found, rest, stranger }: Parts): Meant {
  const knowing = words.findLastIndex((word, at) => KNOWING.has(word.toLowerCase()) && !isDuty(words, at));
  const mentions = asSkills(found, words, knowing);
  const named = mentions.filter(({ role }) => role !== undefined);
  const roles = [...new Set(named.flatMap(({ role }) => role?.id ?? []))];
  const skills = mentions.flatMap(({ role, skill }) =>
    role === undefined && skill !== undefined ? [skill] : [],
  );
  const way = direction(words, named);
  const [only] = named;
  const titled = ranksIn(named.flatMap(({ role }) => role?.title.split(' ') ?? []));
  return {
    roles,
    stranger,
    role: way.explicit ? (way.to ?? roles[0]) : roles[0],
    ...way,
    way: roles.length === 1 && only !== undefined ? wayBefore(plain, only.at) : undefined,
    // "Staff engineer" is a role, not a level of one.
    ranks: ranksIn(plain).filter((rank) => !titled.includes(rank)),
    ranked: named.some(({ words: typed }) => RANKS.has(typed.split(' ')[0]?.toLowerCase() ?? '')),
    skills,
    courses: mentions.flatMap(({ role, skill, course }) =>
      role === undefined && skill === undefined ? (course ?? []) : [],
    ),
    purpose: mentions.find(({ at, role }) => role === undefined && plain[at - 1] === 'for')?.skill,
    knowing: knowing !== -1,
    subject: subjectOf(mentions, rest),
    subjects: mentions
      .filter(({ role, skill, course }) => role === undefined && (skill ?? course) !== undefined)
      .map((each) => each.words),
    amounts: amountsIn(question),
    cost: costIn(plain),
    level: levelIn(plain),
    kind: kindIn(plain),
  };
}

/** "Need to know", "have to code" and "is it used" say what is asked of somebody or something, not what one knows. */
function isDuty(words: readonly string[], at: number): boolean {
  const word = words[at]?.toLowerCase() ?? '';
  if (words[at - 1]?.toLowerCase() === 'to' || words[at + 1]?.toLowerCase() === 'to') return true;
  return (
    !MEANS.has(word) && at > 0 && !words.slice(Math.max(0, at - 3), at).some((each) => isWho(each, word))
  );
}

/** Somebody of whom it is said; "who knows" and "likes" say so themselves. */
function isWho(before: string, word: string): boolean {
  return SOMEBODY.has(before.toLowerCase()) || /[^s]s$/.test(word);
}

const MEANS = new Set(['with', 'using']);
const SOMEBODY = new Set("i im i'm ive i've we you u who already people someone".split(' '));

const KNOWING = new Set([
  'know',
  'knows',
  'have',
  'with',
  'using',
  'used',
  'like',
  'likes',
  'love',
  'loves',
  'enjoy',
  'enjoys',
]);

/** "Which role", "what kind of jobs": what is named besides is no role. */
function asksForRoles(words: readonly string[]): boolean {
  return /\b(?:which|what)(?: \w+){0,3} (?:roles?|jobs?|careers?)\b/i.test(words.join(' '));
}

const JOINING = new Set(['and', 'or', 'plus', 'some', 'basic', 'a', 'bit', 'of', 'also', 'well', 'good']);

/** What is said to be known is a skill, though a role may be called so too: "I know python and statistics". */
function asSkills(
  mentions: readonly Mention[],
  words: readonly string[],
  knowing: number,
): readonly Mention[] {
  const others = mentions.some(({ role, skill }) => role !== undefined && skill === undefined);
  if (others && mentions.some((mention) => isToKnow(mention, words)))
    return mentions.map((mention) => (isToKnow(mention, words) ? asSkill(mention) : mention));
  if (knowing === -1 || !(others || asksForRoles(words))) return mentions;
  const listed = new Set<Mention>();
  for (let at = knowing + 1; at < words.length;) {
    const mention = mentions.find((each) => each.at === at);
    if (mention?.skill !== undefined) listed.add(mention);
    else if (!JOINING.has((words[at] ?? '').toLowerCase())) break;
    at += mention?.length ?? 1;
  }
  return mentions.map((mention) => (listed.has(mention) ? asSkill(mention) : mention));
}

function asSkill({ at, length, words, role, skill, course }: Mention): Mention {
  if (skill === undefined) return { at, length, words, ...(role && { role }), ...(course && { course }) };
  return { at, length, words, skill };
}

const TO_KNOW = new Set(['know', 'about', 'learn', 'need', 'use', 'without', 'good']);

/** "Need to know about statistics": a name after such a word is of something to know. */
function isToKnow({ at, role, skill }: Mention, words: readonly string[]): boolean {
  return role !== undefined && skill !== undefined && TO_KNOW.has(words[at - 1]?.toLowerCase() ?? '');
}

/** A skill before a course before a role: "python courses for data engineers" are about Python. */
function subjectOf(mentions: readonly Mention[], rest: string): string | undefined {
  const skill = mentions.find((mention) => mention.role === undefined && mention.skill !== undefined);
  const course = mentions.find((mention) => mention.course !== undefined);
  const subject = skill ?? course ?? mentions[0];
  if (subject !== undefined) return subject.words;
  return rest === '' ? undefined : rest;
}
