import type { Intent } from './intents.ts';
import type { Meant } from './meant.ts';
import { phrasesOf, says, weightOf } from './phrases.ts';

/** How much a question says of an intent: by its phrases, and by the names and figures in it. */
export function weigh({ name, phrases }: Intent, words: readonly string[], meant: Meant): number {
  const said = weightOf(phrases, words);
  return (name === 'role' ? Math.min(said, OVERVIEW) : said) + (HINTS[name]?.(meant, words, said) ?? 0);
}

/** "What is" says less than any other two words do: an overview answers nothing that is asked besides. */
const OVERVIEW = 2;
/** More than any phrase says. */
const CERTAIN = 20;
/** More than the strongest single word says. */
const CLEAR = 8;
const LIKELY = 6;

const BECOMING = phrasesOf('become; how do i become; how to become; get to; reach; to be; year');

const GOAL = phrasesOf('become; need; missing; miss; lack; get into; to be; want to be; left to learn');

const ALIKE = phrasesOf(
  'different; differ; difference; same as; same thing; same job; similar to; versus; vs; share; in common; common; overlap; need that',
);

const ROAD = phrasesOf('roadmap; road map; timeline');

const TAUGHT = phrasesOf(
  'course; class; cert; certification; certificate; book; training; bootcamp; tutorial',
);

const SCHOOL = phrasesOf(
  'degree; college; university; diploma; phd; bachelor; master; msc; bsc; school; uni; dropout; self taught',
);

/** "I have a degree" asks for no degree. */
const HAVING = phrasesOf('i have; i got; ive; im a; im an; as a; with a; my');
const LACKING = phrasesOf('no; without; not; dont; need');

const WHY = phrasesOf('why; how come');
const PAY = phrasesOf('pay; paid; salary; range; figure; number; earn; wage');

/** That somebody moves, wherever from. */
const MOVING = phrasesOf(
  'from; switch; move; moving; change; transition; go; get into; come; enter; into; pivot',
);

/** Ways out of what somebody is. */
const OUTWARD = phrasesOf(
  'next; else; switch; move; other; change; where can i go; where to; where can go; transition; pivot; similar; which role; which job; what role; what job; can i become; could i become; could i do; after',
);

/** That a skill is wanted: "is SQL needed", "should I learn Python". */
const WANTED = phrasesOf(
  'need; need to know; know; essential; necessary; important; required; require; use; useful; must; matter; should i learn; have to; good at; without; worth; mandatory; expected',
);

/** What is asked of two roles in one breath, to have it side by side. */
const COMPARABLE = phrasesOf('salary; pay; paid; earn; make; skill; wage; difference');

/** How much the names, the figures and a few words of a question say of an intent, beside what its phrases say. */
type Hint = (meant: Meant, words: readonly string[], said: number) => number;

const HINTS: Readonly<Record<string, Hint>> = {
  plan: hintOfPlan,
  course: ({ amounts, cost, level, roles, skills }) =>
    2 * [amounts.hours, amounts.budget, cost, level].filter((each) => each !== undefined).length +
    (roles.length === 0 && skills.length > 0 ? 1 : 0),
  salary: ({ amounts }) => (amounts.pay === undefined ? 0 : 3),
  'salary view:why': (_, words) => (says(WHY, words) && says(PAY, words) ? CLEAR : 0),
  pay: ({ roles }, _, said) => (roles.length > 1 && said > 0 ? CLEAR : 0),
  transition: hintOfMove,
  roadmap: ({ amounts, way, stranger }, words) => {
    if (amounts.hoursPerWeek !== undefined && says(ROAD, words)) return CERTAIN;
    return way === 'in' && (stranger !== undefined || says(MOVING, words)) ? LIKELY : 0;
  },
  'role section:outlook': ({ roles, way }, words) => {
    const isHad = says(HAVING, words) && !says(LACKING, words);
    return roles.length > 0 && says(SCHOOL, words) && !(way === 'in' && isHad) ? CLEAR : 0;
  },
  skills: ({ roles, skills, courses, knowing }, words) =>
    roles.length === 1 &&
    skills.length + courses.length > 0 &&
    !knowing &&
    says(WANTED, words) &&
    !says(TAUGHT, words)
      ? CLEAR
      : 0,
  // That two roles are named says that they are compared only where something is asked of them.
  compare: ({ roles, explicit }, words, said) => {
    if (roles.length < 2) return 0;
    // "Different from" is no way from one to the other.
    if (says(ALIKE, words)) return CERTAIN;
    return !explicit && (said > 0 || says(COMPARABLE, words)) ? CLEAR : 0;
  },
  // "Become a senior data scientist" asks for the way up.
  ladder: ({ ranks, ranked, way }, words) => {
    if (ranks.length > 1) return CERTAIN;
    return ranked && (way === 'out' || says(BECOMING, words)) ? CLEAR : 0;
  },
};

function hintOfPlan({ amounts, knowing, explicit, skills }: Meant, words: readonly string[]): number {
  if (amounts.hoursPerWeek !== undefined) return says(ROAD, words) ? 0 : CERTAIN;
  if (amounts.budget !== undefined) return says(TAUGHT, words) ? 0 : CLEAR;
  if (skills.length === 0) return 0;
  // "I know python, what do I need to become a data engineer" asks for the gap.
  return explicit || (knowing && says(GOAL, words)) ? CLEAR + LIKELY : 0;
}

/** "Jobs like UX researcher", not "what is the job like". */
const LIKE = /^(?:(?:show|find|any|other|more|me|some) )*(?:job|role|career|position) like\b/;

function hintOfMove({ roles, explicit, ranks, way }: Meant, words: readonly string[]): number {
  if (roles.length === 1 && LIKE.test(words.join(' '))) return CLEAR;
  if (way === 'out' && ranks.length === 0) return CLEAR;
  // "What would I earn as a tester after five years" asks for pay.
  if (roles.length === 1 && says(PAY, words)) return 0;
  return explicit && (roles.length === 2 || (roles.length === 1 && says(OUTWARD, words))) ? CLEAR : 0;
}
