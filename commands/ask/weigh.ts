import type { Intent } from './intents.ts';
import type { Meant } from './meant.ts';
import { phrasesOf, weightOf } from './phrases.ts';

/** How much a question says of an intent: by its phrases, and by the names and figures in it. */
export function weigh({ name, phrases }: Intent, words: readonly string[], meant: Meant): number {
  const said = weightOf(phrases, words);
  return (name === 'role' ? Math.min(said, OVERVIEW) : said) + hint(name, said, words, meant);
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
  'different; differ; difference; same as; same thing; same job; similar to; versus; vs',
);

const ROAD = phrasesOf('roadmap; road map; timeline');

const TAUGHT = phrasesOf(
  'course; class; cert; certification; certificate; book; training; bootcamp; tutorial',
);

const SCHOOL = phrasesOf('degree; college; university; diploma; phd; bachelor; school; without school');

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

function hint(name: string, said: number, words: readonly string[], meant: Meant): number {
  const { amounts, roles, skills, cost, level, explicit, ranked, ranks, way } = meant;
  switch (name) {
    case 'plan':
      if (amounts.hoursPerWeek !== undefined) return weightOf(ROAD, words) > 0 ? 0 : CERTAIN;
      if (amounts.budget !== undefined) return weightOf(TAUGHT, words) > 0 ? 0 : CLEAR;
      // "I know python, what do I need to become a data engineer" asks for the gap.
      if (meant.knowing && skills.length > 0 && weightOf(GOAL, words) > 0) return CLEAR + LIKELY;
      return explicit && skills.length > 0 ? CLEAR + LIKELY : 0;
    case 'course':
      return (
        2 * [amounts.hours, cost, level].filter((each) => each !== undefined).length +
        (roles.length === 0 && skills.length > 0 ? 1 : 0)
      );
    case 'salary':
      return amounts.pay === undefined ? 0 : 3;
    case 'pay':
      return roles.length > 1 && said > 0 ? CLEAR : 0;
    case 'transition':
      if (way === 'out' || (roles.length === 1 && explicit && weightOf(OUTWARD, words) > 0)) return CLEAR;
      return roles.length === 2 && explicit ? CLEAR : 0;
    case 'roadmap':
      if (weightOf(ROAD, words) > 0 && amounts.hoursPerWeek !== undefined) return CERTAIN;
      return way === 'in' && weightOf(MOVING, words) > 0 ? LIKELY : 0;
    case 'role section:outlook':
      return roles.length > 0 && weightOf(SCHOOL, words) > 0 ? CLEAR : 0;
    case 'skills':
      return roles.length === 1 && skills.length > 0 && !meant.knowing && weightOf(WANTED, words) > 0
        ? CLEAR
        : 0;
    // That two roles are named says that they are compared only where something is asked of them.
    case 'compare':
      // "Different from" is no way from one to the other.
      if (roles.length > 1 && weightOf(ALIKE, words) > 0) return CERTAIN;
      return roles.length > 1 && !explicit && said + weightOf(COMPARABLE, words) > 0 ? CLEAR : 0;
    // "become a senior data scientist" asks for the way up.
    case 'ladder':
      if (ranks.length > 1) return CERTAIN;
      return ranked && weightOf(BECOMING, words) > 0 ? CLEAR : 0;
    default:
      return 0;
  }
}
