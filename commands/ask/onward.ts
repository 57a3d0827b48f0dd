import type { KnowledgeBase } from '../../knowledge/index.ts';
import { askOf } from '../input/resolve.ts';
import type { Reading } from './reading.ts';
import type { Meant } from './meant.ts';
import { phrasesOf, says } from './phrases.ts';

const NEXT = phrasesOf('next; what now; now what; what after; what come after; where do i go; where to go');
const DONE = phrasesOf(
  'i have; ive; i got; just got; got; got my; i finished; finished; finish; just finished; passed; pass; i passed; i did; did; completed; complete; graduated; graduate; earned; earn',
);
const LEARNT = phrasesOf(
  'bootcamp; cert; certificate; certification; course; class; degree; diploma; bachelor; master; training; exam; program',
);

/**
 * "I got a bootcamp certificate in web development, what's next": ways on from the role that was learnt for; after a
 * certificate, the roads of the roles that sources name it for; else the role is asked for. Undefined where nobody has
 * learnt anything, or asks something else.
 */
export function onwardOf(
  around: readonly string[],
  meant: Meant,
  knowledge: KnowledgeBase,
): Reading | undefined {
  const { roles, courses, skills } = meant;
  if (!says(NEXT, around) || !says(DONE, around)) return undefined;
  if (courses.length === 0 && !says(LEARNT, around)) return undefined;
  const [role, another] = roles;
  if (another !== undefined) return undefined;
  if (role !== undefined)
    return {
      kind: 'command',
      ask: askOf('transition', { from: role }),
      others: [askOf('roadmap', { role })],
      faq: undefined,
    };
  const named = [
    ...new Set(courses.flatMap(({ facts }) => facts.flatMap((fact) => fact.roles.map((each) => each.role)))),
  ];
  const known = named.filter((id) => knowledge.roles.get(id) !== undefined).slice(0, MOST);
  if (known.length > 0) return { kind: 'which', readings: known.map((id) => askOf('roadmap', { role: id })) };
  return { kind: 'whom', about: { command: 'roadmap', option: 'role', values: {} }, skill: skills[0] };
}

/** As many readings as are offered. */
const MOST = 4;
