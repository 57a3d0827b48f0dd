import type { Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft } from '../../src/reply.ts';
import { COSTS, COURSE_KINDS, COURSE_LEVELS, type Filter } from './filter.ts';
import { answerList } from './list.ts';
import { answerCourse } from './details.ts';
import { answerSkill } from './skill.ts';
import { resolveSubject, type Subject, suggestSubjects } from './subject.ts';
import { askOf } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { coursesFor } from '../views/courses-for.ts';
import { roleTitle } from '../views/names.ts';
import { tabs } from '../views/tabs.ts';

/** What teaches a role or a skill, or what is known about one course. */
export const course = defineCommand({
  name: 'course',
  summary: 'Courses, books and certificates for a role or a skill, or one by its name',
  options: {
    about: {
      kind: 'words',
      description: 'A role, a skill or a course',
      required: true,
      suggest: suggestSubjects,
    },
    cost: { kind: 'choice', description: 'Only what is free, or only what is paid', choices: COSTS },
    level: { kind: 'choice', description: 'The level a source states', choices: COURSE_LEVELS },
    hours: { kind: 'number', description: 'At most this many hours', min: 1, max: 2000 },
    budget: {
      kind: 'number',
      description: 'The most it may cost, as printed; 0 for free only',
      min: 0,
      max: 100_000,
    },
    kind: {
      kind: 'choice',
      description: 'Only one kind, such as books or certifications',
      choices: COURSE_KINDS,
    },
    view: { kind: 'choice', description: 'On one screen, or in full', choices: ['short', 'full'] },
  },
  examples: [
    'course ml-engineer free',
    'course pytorch',
    'course about:"made with ml"',
    'course ml-engineer hours:60',
    'course cloud-engineer budget:200',
  ],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const { about, cost = 'any', level = 'any', hours, budget, kind = 'any' } = values;
    const filter: Filter = { kind, cost, level, hours, budget };
    const subject = resolveSubject(about, askOf('course', values), context);
    if (subject.kind === 'unresolved') return subject.reply;
    const draft = answerSubject(subject, filter, values.view === 'full', context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...subject.guess],
      match: subject.match,
      ask: askOf('course', { ...values, about: idOrWords(subject, about, context) }),
    };
  },
});

/** A course that shares its id with a skill is asked about by its name, since ids mean the skill. */
function idOrWords(
  { kind, entry }: Exclude<Subject, { kind: 'unresolved' }>,
  typed: string,
  { knowledge }: CommandContext,
): string {
  return kind === 'course' && knowledge.skills.get(entry.id) !== undefined ? typed : entry.id;
}

function answerSubject(
  subject: Exclude<Subject, { kind: 'unresolved' }>,
  filter: Filter,
  isFull: boolean,
  context: CommandContext,
): Draft {
  switch (subject.kind) {
    case 'role':
      return answerRole(subject.entry, filter, isFull, context);
    case 'skill':
      return answerSkill(subject.entry, filter, isFull, context);
    case 'course':
      return answerCourse(subject.entry, context);
  }
}

function answerRole(
  role: Role,
  filter: Filter,
  isFull: boolean,
  { knowledge, ...rest }: CommandContext,
): Draft {
  const { id, title, related } = role;
  const courses = coursesFor(id, knowledge);
  const more = [askButton(say('What is said of each'), 'role', { role: id, section: 'courses' })];
  const beside = tabs(role, knowledge, 'course');
  if (courses.length > 0)
    return answerList({ id, title, isFull, more, beside }, courses, filter, { knowledge, ...rest });
  const near = [...new Set(related.map((each) => each.role))];
  const choices = near
    .filter((other) => coursesFor(other, knowledge).length > 0)
    .map((other) => ({
      label: say('For {role}', { role: roleTitle(other, knowledge) }),
      ask: { command: 'course', values: { about: other } },
    }));
  return {
    tone: 'miss',
    title: say('{about} · courses', { about: title }),
    lead: [say('No source I have names a course for {role}.', { role: title })],
    body: nextActions([...asButtonsOrMenu(say('For a related role'), choices), ...beside]),
  };
}
