import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { type Action, askButton } from '../../src/reply.ts';
import { message, say } from '../../src/message/say.ts';
import { guideOf } from './guide/guide.ts';
import { coursesFor } from './courses-for.ts';

interface Tab {
  readonly command: string;
  readonly option: string;
  /** A sentence of the catalogue. */
  readonly label: string;
  /** Whether there is something to see behind it. */
  readonly has: (role: Role, knowledge: KnowledgeBase) => boolean;
}

const always = (): boolean => true;
const isGuided = (role: Role, knowledge: KnowledgeBase): boolean => guideOf(role, knowledge) !== undefined;
const asksForSkills = ({ id }: Role, knowledge: KnowledgeBase): boolean =>
  skillListsOf(knowledge).of(id).length > 0;

/** The questions about one role, in the order they are offered. */
const TABS: readonly Tab[] = [
  { command: 'role', option: 'role', label: message('Overview'), has: always },
  { command: 'salary', option: 'role', label: message('Pay'), has: ({ pay }) => pay.length > 0 },
  { command: 'skills', option: 'role', label: message('Skills'), has: asksForSkills },
  {
    command: 'ladder',
    option: 'role',
    label: message('Ladder'),
    has: (role, knowledge) => role.ladder.length > 0 || isGuided(role, knowledge),
  },
  {
    command: 'roadmap',
    option: 'role',
    label: message('Roadmap'),
    has: (role, knowledge) => role.roadmap.length > 0 || isGuided(role, knowledge),
  },
  {
    command: 'interview',
    option: 'role',
    label: message('Interview'),
    has: (role, knowledge) => role.interview.length > 0 || isGuided(role, knowledge),
  },
  { command: 'plan', option: 'to', label: message('Plan it'), has: isGuided },
  { command: 'transition', option: 'from', label: message('Ways in and out'), has: always },
  {
    command: 'course',
    option: 'about',
    label: message('Courses'),
    has: ({ id }, knowledge) => coursesFor(id, knowledge).length > 0,
  },
];

/** What somebody asks next who has just read the answer of a command: places make buttons of the first. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  role: ['salary', 'plan'],
  salary: ['transition', 'ladder'],
  skills: ['plan', 'course'],
  ladder: ['salary', 'plan'],
  roadmap: ['plan', 'course'],
  plan: ['course', 'roadmap'],
  transition: ['plan', 'course'],
  course: ['plan', 'roadmap'],
  interview: ['skills', 'plan'],
};

/**
 * Buttons to everything else there is about a role, what is asked next first; `shown` are the commands that the answer is
 * of already, the one that was asked before the others.
 */
export function tabs(role: Role, knowledge: KnowledgeBase, ...shown: readonly string[]): Action[] {
  const after = AFTER[shown[0] ?? ''] ?? [];
  const offered = TABS.filter(({ command, has }) => !shown.includes(command) && has(role, knowledge));
  const first = after.flatMap((name) => offered.filter(({ command }) => command === name));
  return [...first, ...offered.filter((tab) => !first.includes(tab))].map(({ command, option, label }) =>
    askButton(say(label), command, { [option]: role.id }),
  );
}
