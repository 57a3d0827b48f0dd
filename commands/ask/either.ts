import type { KnowledgeBase } from '../../knowledge/index.ts';
import { normalise } from '../../knowledge/search/index.ts';
import type { Ask } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { VOCABULARY } from './intents.ts';
import { ORDINARY, RANKS } from './ordinary.ts';

const JOINING = new Set(['or', 'vs', 'versus']);
/** Words before the first of two that say that one of them is chosen. */
const CHOOSING = new Set([
  'choose',
  'choosing',
  'pick',
  'prefer',
  'do',
  'enter',
  'join',
  'between',
  'either',
]);

/** The most words of a name. */
const LONGEST = 4;

/** One of two names with a word such as "or" between them: what it may name. */
interface Side {
  readonly words: string;
  /** How near it is to a role, and the role's id where it is exactly one. */
  readonly role: 'exact' | 'near' | undefined;
  readonly id: string | undefined;
  /** Whether it names a skill or a course and no role. */
  readonly subject: 'skill' | 'course' | undefined;
  /** Whether it may be the name of something that I do not know. */
  readonly strange: boolean;
}

/** What "A or B" asks: roles side by side, or what teaches each; `stranger` is the one that I do not know. */
export interface Either {
  readonly asks: readonly Ask[];
  readonly stranger?: string;
}

/** Reads two names with "or" between them of which at most one is surely a role; undefined where it says something else. */
export function eitherOf(words: readonly string[], knowledge: KnowledgeBase): Either | undefined {
  const sides = sidesOf(words, knowledge);
  if (sides === undefined) return undefined;
  const [left, right] = sides;
  const isRole = sides.every(({ role, subject }) => role !== undefined && subject === undefined);
  const isBesideRole = sides.some(({ role }) => role === 'exact') && sides.some(({ strange }) => strange);
  if (isRole || isBesideRole)
    return { asks: [askOf('compare', { first: left.id ?? left.words, second: right.id ?? right.words })] };
  const asks = sides.flatMap(askOfOne);
  const isSame = left.subject === right.subject && left.role === right.role;
  if (asks.length === sides.length && !isSame) return { asks };
  const course = sides.find(({ subject }) => subject === 'course');
  const stranger = sides.find(({ strange }) => strange)?.words;
  return course === undefined || stranger === undefined
    ? undefined
    : { asks: [askOf('course', { about: course.words })], stranger };
}

function askOfOne({ words, subject, id }: Side): Ask[] {
  if (id !== undefined) return [askOf('role', { role: id })];
  return subject === undefined ? [] : [askOf('course', { about: words })];
}

function sidesOf(words: readonly string[], knowledge: KnowledgeBase): readonly [Side, Side] | undefined {
  const at = words.findIndex((word) => JOINING.has(word.toLowerCase()));
  if (at === -1 || words.some((word, i) => i > at && JOINING.has(word.toLowerCase()))) return undefined;
  const left = words.slice(0, at);
  const right = words.slice(at + 1);
  const first = left.slice(left.findIndex((word) => !isAround(word)));
  const start = right.findIndex((word) => !isAround(word));
  const second = right.slice(start, right.findLastIndex((word) => !isAround(word)) + 1);
  const isWhole = [first, second].every(
    (side) => side.length <= LONGEST && side.every((word) => !isAround(word)),
  );
  if (!isWhole || left.every(isAround) || start === -1) return undefined;
  return [sideOf(first, knowledge), sideOf(second, knowledge)];
}

/** Words about a name: "should i choose …", "… first". */
function isAround(word: string): boolean {
  const lower = word.toLowerCase();
  return ORDINARY.has(lower) || CHOOSING.has(lower);
}

function sideOf(side: readonly string[], { roles, skills, courses }: KnowledgeBase): Side {
  const words = side.join(' ');
  const isRank = side.every((word) => RANKS.has(word.toLowerCase()));
  const { match } = roles.find(words);
  const isNear = match.kind === 'close' || match.kind === 'ambiguous';
  const role = isRank || match.kind === 'none' ? undefined : isNear ? 'near' : 'exact';
  const subject = skills.named(words) !== undefined ? 'skill' : courses.named(words) && 'course';
  return {
    words,
    role,
    id: match.kind === 'exact' ? match.id : undefined,
    subject: role === 'exact' ? undefined : subject,
    strange:
      role === undefined && !subject && !isRank && !side.some((word) => VOCABULARY.has(normalise(word))),
  };
}
