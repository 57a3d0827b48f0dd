import type { Skill } from '../../knowledge/schema.ts';
import type { Amounts } from './amounts.ts';
import { amountsIn } from './amounts.ts';
import { RANKS } from './ordinary.ts';
import type { Rank } from './ranks.ts';
import { ranksIn } from './ranks.ts';
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
  /** Whether a role is named with a rank, such as senior. */
  readonly ranked: boolean;
  /** The levels that ranks in it name: senior, entry. */
  readonly ranks: readonly Rank[];
  readonly skills: readonly Skill[];
  /** Whether the skills are said to be known. */
  readonly knowing: boolean;
  /** What courses are asked about, as typed. */
  readonly subject: string | undefined;
  /** Every skill that is named, as typed. */
  readonly subjects: readonly string[];
  readonly amounts: Amounts;
  readonly cost: 'free' | 'paid' | undefined;
  readonly level: 'beginner' | 'intermediate' | 'advanced' | undefined;
}

/** Gathers what the names and figures of a question say together; `rest` is what nothing else explains. */
export function meantBy(
  question: string,
  words: readonly string[],
  found: readonly Mention[],
  rest: string,
): Meant {
  const knowing = words.findLastIndex((word, at) => KNOWING.has(word.toLowerCase()) && !isDuty(words, at));
  const mentions = asSkills(found, words, knowing);
  const named = mentions.filter(({ role }) => role !== undefined);
  const roles = [...new Set(named.flatMap(({ role }) => role?.id ?? []))];
  const skills = mentions.flatMap(({ role, skill }) =>
    role === undefined && skill !== undefined ? [skill] : [],
  );
  const way = direction(words, named);
  const titled = ranksIn(named.flatMap(({ role }) => role?.title.split(' ') ?? []));
  return {
    roles,
    role: way.explicit ? (way.to ?? roles[0]) : roles[0],
    ...way,
    // "Staff engineer" is a role, not a level of one.
    ranks: ranksIn(words).filter((rank) => !titled.includes(rank)),
    ranked: named.some(({ words: typed }) => RANKS.has(typed.split(' ')[0]?.toLowerCase() ?? '')),
    skills,
    knowing: knowing !== -1,
    subject: subjectOf(mentions, rest),
    subjects: mentions
      .filter(({ role, skill }) => role === undefined && skill !== undefined)
      .map((each) => each.words),
    amounts: amountsIn(question),
    cost: costIn(words),
    level: levelIn(words),
  };
}

/** "Need to know" and "have to code" say what is asked of somebody, not what they know. */
function isDuty(words: readonly string[], at: number): boolean {
  return words[at - 1]?.toLowerCase() === 'to' || words[at + 1]?.toLowerCase() === 'to';
}

const KNOWING = new Set(['know', 'knows', 'have', 'with', 'using', 'used']);

const JOINING = new Set(['and', 'or', 'plus', 'some', 'basic', 'a', 'bit', 'of', 'also', 'well', 'good']);

/** What is said to be known is a skill, though a role may be called so too: "I know python and statistics". */
function asSkills(
  mentions: readonly Mention[],
  words: readonly string[],
  knowing: number,
): readonly Mention[] {
  const others = mentions.some(({ role, skill }) => role !== undefined && skill === undefined);
  if (knowing === -1 || !others) return mentions;
  const listed = new Set<Mention>();
  for (let at = knowing + 1; at < words.length;) {
    const mention = mentions.find((each) => each.at === at);
    if (mention?.skill !== undefined) listed.add(mention);
    else if (!JOINING.has((words[at] ?? '').toLowerCase())) break;
    at += mention?.length ?? 1;
  }
  return mentions.map((mention) => {
    if (!listed.has(mention) || mention.skill === undefined) return mention;
    const { at, length, words: typed, skill } = mention;
    return { at, length, words: typed, skill };
  });
}

/** A skill before a course before a role: "python courses for data engineers" are about Python. */
function subjectOf(mentions: readonly Mention[], rest: string): string | undefined {
  const skill = mentions.find((mention) => mention.role === undefined && mention.skill !== undefined);
  const course = mentions.find((mention) => mention.course !== undefined);
  const subject = skill ?? course ?? mentions[0];
  if (subject !== undefined) return subject.words;
  return rest === '' ? undefined : rest;
}

const COMING = new Set([
  'from',
  'as',
  'am',
  "i'm",
  'im',
  'currently',
  'being',
  'was',
  'ex',
  'leave',
  'leaving',
  'after',
  'former',
]);
const GOING = new Set(['to', 'into', 'become', 'becoming', 'be', 'toward', 'towards', '->', '→', 'in']);

/** How far before a name the word stands that says whether it is where one comes from or goes. */
const REACH = 4;

/** Which of two roles is the start: as the words before them say, else in the order in which they stand. */
function direction(
  words: readonly string[],
  named: readonly Mention[],
): Pick<Meant, 'from' | 'to' | 'explicit'> {
  const distinct = named.filter(({ role }, at) => named.findIndex((each) => each.role === role) === at);
  const [first, second] = distinct;
  const [one, two] = [first?.role?.id, second?.role?.id];
  if (first === undefined || second === undefined) {
    const coming = first !== undefined && signBefore(words, first.at, 0) === 'from';
    return { from: coming ? one : undefined, to: coming ? undefined : one, explicit: coming };
  }
  const sign = signBefore(words, first.at, 0);
  const other = signBefore(words, second.at, first.at + first.length);
  const turned = sign !== 'from' && (other === 'from' || (sign === 'to' && other !== 'to'));
  const explicit = sign === 'from' || other !== undefined;
  return turned ? { from: two, to: one, explicit } : { from: one, to: two, explicit };
}

/** The nearest such word before a name, at most `REACH` words away. */
function signBefore(words: readonly string[], at: number, start: number): 'from' | 'to' | undefined {
  for (let i = at - 1; i >= Math.max(start, at - REACH); i -= 1) {
    const word = (words[i] ?? '').toLowerCase();
    if (COMING.has(word)) return 'from';
    if (GOING.has(word)) return 'to';
  }
  return undefined;
}

const FREE = new Set(['free', 'cost-free', 'gratis', 'unpaid']);
const LEVELS = new Map([
  ['beginner', 'beginner'],
  ['beginners', 'beginner'],
  ['introductory', 'beginner'],
  ['intermediate', 'intermediate'],
  ['advanced', 'advanced'],
] as const);

function costIn(words: readonly string[]): Meant['cost'] {
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => FREE.has(word)) || lower.join(' ').includes('without paying')) return 'free';
  return lower.includes('paid') ? 'paid' : undefined;
}

function levelIn(words: readonly string[]): Meant['level'] {
  for (const [word, level] of LEVELS) if (words.some((each) => each.toLowerCase() === word)) return level;
  return undefined;
}
