import type { Ask } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import type { SectionName } from '../role/sections.ts';
import type { Slots } from './slots.ts';

/** What is asked without its subject: the command, with the option that is still to be told. */
export interface Unfilled extends Pick<Ask, 'command' | 'values'> {
  readonly option: string;
}

/** Something people ask, with the command that answers it. Its utterances are `utterances/<language>/<name>.yaml`. */
export interface Intent {
  /** The command with its values; undefined where what it needs is not named. */
  readonly ask: (slots: Slots) => Ask | undefined;
  /** The same without its subject, to be asked back. */
  readonly unfilled?: Unfilled;
  /** The intent that is meant where no role is named, and where one is. */
  readonly withoutRole?: string;
  readonly withRole?: string;
  /** The intent that is meant where roles are named side by side, and where it is one skill or another. */
  readonly withRoles?: string;
  readonly withSkills?: string;
}

type Values = Readonly<Record<string, string>>;

/** A question about one role: a command with what it says besides. */
function about(command: string, values: Values = {}, rest: Partial<Intent> = {}): Intent {
  return {
    ask: ({ role }) => (role === undefined ? undefined : askOf(command, { role, ...values })),
    unfilled: { command, option: 'role', values },
    ...rest,
  };
}

function section(name: SectionName, rest: Partial<Intent> = {}): Intent {
  return about('role', { section: name }, rest);
}

function advice(topic: string, withRole?: string): Intent {
  return { ask: () => askOf('advice', { topic }), ...(withRole === undefined ? {} : { withRole }) };
}

function plainly(command: string): Intent {
  return { ask: () => askOf(command, {}) };
}

const FOR_A_PLAN: Unfilled = { command: 'plan', option: 'to', values: {} };

const SIDE_BY_SIDE = { withRoles: 'compare' };
const ONE_OR_THE_OTHER = { withSkills: 'compare-skills' };

/** Every intent by its name. */
export const INTENTS: Readonly<Record<string, Intent>> = {
  overview: about('role', {}, SIDE_BY_SIDE),
  week: section('week', SIDE_BY_SIDE),
  hard: section('week'),
  people: section('week'),
  interview: section('interview', { withoutRole: 'advice-interviewing' }),
  portfolio: section('portfolio', { withoutRole: 'advice-portfolio' }),
  resume: section('resume', { withoutRole: 'advice-resume' }),
  jobs: section('jobs', { withoutRole: 'advice-first-job' }),
  employers: section('employers'),
  ai: section('ai', { withoutRole: 'advice-ai-and-jobs' }),
  outlook: section('outlook', SIDE_BY_SIDE),
  education: {
    ...section('questions', { withoutRole: 'advice-degree-or-bootcamp' }),
    ask: ({ role, isAnswered }) =>
      role === undefined
        ? undefined
        : askOf('role', { role, section: isAnswered(role) ? 'questions' : 'outlook' }),
  },
  pay: {
    ask: ({ role, level, place }) =>
      role === undefined ? undefined : askOf('salary', { role, level, place }),
    unfilled: { command: 'salary', option: 'role', values: {} },
    ...SIDE_BY_SIDE,
  },
  'pay-why': about('salary', { view: 'why' }),
  'pay-factors': about('salary', { view: 'factors' }, { withoutRole: 'advice-negotiating' }),
  'pay-spread': about('salary', { view: 'spread' }),
  skills: about('skills', {}, { ...SIDE_BY_SIDE, ...ONE_OR_THE_OTHER }),
  gap: {
    ask: (slots) => {
      const { role, from } = aimOf(slots);
      if (role === undefined) return undefined;
      if (slots.skills.length === 0 && from !== undefined) return askOf('plan', { to: role, from });
      return askOf('skills', { role, have: listed(slots.skills) });
    },
    unfilled: { command: 'skills', option: 'role', values: {} },
  },
  ladder: about('ladder'),
  roadmap: {
    ask: (slots) => {
      const { role, from } = aimOf(slots);
      if (from !== undefined) return moved(slots);
      return role === undefined
        ? undefined
        : askOf('roadmap', { role, 'hours-per-week': slots.hoursPerWeek });
    },
    unfilled: { command: 'roadmap', option: 'role', values: {} },
    ...ONE_OR_THE_OTHER,
  },
  plan: { ask: planned, unfilled: FOR_A_PLAN, withoutRole: 'advice-learning-plan-beside-a-job' },
  'ways-out': {
    ask: (slots) => between(slots) ?? leaving(slots.from ?? slots.roles[0]),
    unfilled: { command: 'transition', option: 'from', values: {} },
  },
  'ways-in': {
    ...about('role', { section: 'transitions' }),
    ask: (slots) =>
      between(slots) ??
      (slots.role === undefined ? undefined : askOf('role', { role: slots.role, section: 'transitions' })),
  },
  transition: { ask: moved, unfilled: FOR_A_PLAN, withoutRole: 'advice-changing-careers-at-forty' },
  compare: {
    ...ONE_OR_THE_OTHER,
    ask: compared,
    unfilled: { command: 'compare', option: 'first', values: {} },
  },
  'compare-skills': { ask: compared, unfilled: { command: 'compare', option: 'first', values: {} } },
  course: { ask: taught, unfilled: { command: 'course', option: 'about', values: {} } },
  certificate: {
    ask: certified,
    unfilled: { command: 'course', option: 'about', values: { kind: 'certification' } },
  },
  'rank-best-paid': { ask: ({ family, pay }) => askOf('rank', { by: 'pay', of: family, over: pay }) },
  'rank-fastest-growing': { ask: ({ family }) => askOf('rank', { by: 'growth', of: family }) },
  'rank-most-wanted-skills': { ask: ({ family }) => askOf('rank', { by: 'skills', of: family }) },
  'rank-easiest': { ask: ({ family }) => askOf('rank', { by: 'effort', of: family }) },
  'rank-roles-wanting-a-skill': {
    withRole: 'gap',
    ask: ({ skills }) =>
      skills.length === 0 ? undefined : askOf('rank', { by: 'roles', of: listed(skills) }),
    unfilled: { command: 'rank', option: 'of', values: { by: 'roles' } },
  },
  'advice-first-job': advice('first-job'),
  'advice-degree-or-bootcamp': advice('degree-or-bootcamp', 'education'),
  'advice-resume': advice('resume', 'resume'),
  'advice-portfolio': advice('portfolio', 'portfolio'),
  'advice-interviewing': advice('interviewing', 'interview'),
  'advice-system-design': advice('system-design'),
  'advice-negotiating': advice('negotiating', 'pay-factors'),
  'advice-remote-work': advice('remote-work'),
  'advice-ai-and-jobs': advice('ai-and-jobs', 'ai'),
  'advice-changing-careers-at-forty': advice('changing-careers-at-forty'),
  'advice-learning-plan-beside-a-job': advice('learning-plan-beside-a-job', 'plan'),
  // What is somebody's own is not shown to a channel: the help has the button.
  study: { ask: () => askOf('help', { command: 'study' }) },
  sources: plainly('sources'),
  help: plainly('help'),
  report: { ask: () => askOf('help', { command: 'report' }) },
  unclear: { ask: () => undefined },
  'out-of-scope': { ask: () => undefined },
};

export const INTENT_NAMES: ReadonlySet<string> = new Set(Object.keys(INTENTS));

function listed(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join(',');
}

/** Where a road leads, and where it begins: a role alone is where it leads, whatever the words around it. */
function aimOf({ goal, role, from, likelyEnds }: Slots): Pick<Slots, 'role' | 'from'> {
  if (likelyEnds !== undefined) return { role: likelyEnds.goal, from: likelyEnds.from };
  return goal === undefined ? { role, from: from === role ? undefined : from } : { role: goal, from };
}

function planned(slots: Slots): Ask | undefined {
  const { skills, hoursPerWeek, money } = slots;
  const { role, from } = aimOf(slots);
  if (role === undefined) return undefined;
  return askOf('plan', {
    to: role,
    from,
    have: listed(skills),
    'hours-per-week': hoursPerWeek,
    budget: money,
  });
}

function leaving(start: Slots['from']): Ask | undefined {
  return start === undefined ? undefined : askOf('transition', { from: start });
}

/** A move, where both its ends are named. */
function between(slots: Slots): Ask | undefined {
  const { from, goal } = slots.likelyEnds ?? slots;
  return from !== undefined && goal !== undefined && from !== goal ? moved(slots) : undefined;
}

/** A move; from what is no role I know, or with hours and skills of one's own, a plan. */
function moved(slots: Slots): Ask | undefined {
  const { isRole, skills, hoursPerWeek, money } = slots;
  const { from, goal } = slots.likelyEnds ?? slots;
  if (goal === undefined) return leaving(from);
  const isPlan = skills.length > 0 || hoursPerWeek !== undefined || money !== undefined;
  if (from !== undefined && isRole(from) && !isPlan) return askOf('transition', { from, to: goal });
  return from === undefined && !isPlan
    ? askOf('role', { role: goal, section: 'transitions' })
    : planned(slots);
}

const PLACES = ['first', 'second', 'third', 'fourth'] as const;

/** Roles side by side, or skills, or certificates. */
function compared({ roles, skills, topics, courses }: Slots): Ask | undefined {
  const [only] = roles;
  const things = courses.length > 1 ? courses : skills.length > 1 ? skills : roles.length === 0 ? topics : [];
  if (roles.length < 2 && things.length > 1)
    return askOf('rank', { by: 'side-by-side', of: things.slice(0, PLACES.length).join(','), role: only });
  if (roles.length === 0) return undefined;
  return askOf(
    'compare',
    Object.fromEntries(PLACES.flatMap((name, at) => (roles[at] === undefined ? [] : [[name, roles[at]]]))),
  );
}

function taught({ subject, cost, courseLevel, kind, hours, money }: Slots): Ask | undefined {
  if (subject === undefined) return undefined;
  return askOf('course', {
    about: subject,
    cost,
    level: courseLevel,
    hours,
    budget: money,
    kind,
  });
}

function certified(slots: Slots): Ask | undefined {
  if (slots.courses.length > 0) return askOf('course', { about: slots.subject });
  return taught({ ...slots, kind: 'certification' });
}
