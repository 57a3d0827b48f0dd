import { restsOn } from '../views/section.ts';
import { citeAll, type Course } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { shortDate } from '../../src/message/dates.ts';
import { joined, message, phrase, type Said, say } from '../../src/message/say.ts';
import {
  type Action,
  askButton,
  bold,
  type Draft,
  quiet,
  type ReplyNode,
  type Text,
} from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { type CourseFact, offer, remarks } from '../views/courses.ts';
import { priorityName, roleTitle, sourceName } from '../views/names.ts';

const KINDS: Readonly<Record<Course['kind'], string>> = {
  course: message('Course'),
  certification: message('Certification'),
  book: message('Book'),
  video: message('Video'),
  practice: message('Practice'),
  reference: message('Reference'),
};

/** Everything known about one course. */
export function answerCourse(course: Course, context: CommandContext): Draft {
  const { knowledge } = context;
  const teaches: ReplyNode[] =
    course.teaches.length === 0
      ? []
      : [{ kind: 'text', title: say('Teaches'), text: [course.teaches.join(' · ')] }];
  const said = course.facts.map((fact) => factText(fact, context));
  return {
    title: course.title,
    lead: [say(KINDS[course.kind]), ...offer(course, knowledge)],
    body: [
      { kind: 'list', title: say('What is said of it'), items: said },
      ...teaches,
      ...stateNodes(course, context),
      ...nextActions(offers(course, context)),
    ],
    ...restsOn(citeAll(course.facts), context),
  };
}

/** When somebody last looked whether it is still there, and since when it is not, with what replaced it. */
function stateNodes(
  { published, checked, retired, replacedBy }: Course,
  { knowledge }: CommandContext,
): ReplyNode[] {
  const instead = knowledge.courses.get(replacedBy ?? '')?.title;
  const said = [
    ...(retired === undefined ? [] : [say('Retired {date}.', { date: dayOrWords(retired) })]),
    ...(instead === undefined ? [] : [say('Replaced by {course}.', { course: instead })]),
    ...(published === undefined ? [] : [say('Published {date}.', { date: dayOrWords(published) })]),
    ...(checked === undefined ? [] : [say('Checked {date}.', { date: shortDate(checked) })]),
  ];
  return said.length === 0 ? [] : [{ kind: 'note', text: [joined(said, ' ')] }];
}

/** A whole day as its reader writes it, and anything less exact as it stands: "April 2022". */
function dayOrWords(printed: string): Said {
  return /^\d{4}-\d{2}-\d{2}$/.test(printed) ? shortDate(printed) : printed;
}

function factText(fact: CourseFact, { knowledge }: CommandContext): Text {
  const { source, stage, roles } = fact;
  const said = joined(remarks(fact), ' ');
  const wanted = roles.map(({ role, priority }) =>
    joined([roleTitle(role, knowledge), ...(priority === undefined ? [] : [priorityName(priority)])], ': '),
  );
  const head = [sourceName(source, knowledge), stage].filter(Boolean).join(', ');
  return [
    bold(head),
    ...(said === '' ? [] : [phrase`: ${said}`]),
    ...(wanted.length > 0 ? [quiet(phrase` ${say('(for {roles})', { roles: joined(wanted, '; ') })}`)] : []),
  ];
}

function offers({ url, facts }: Course, { knowledge }: CommandContext): Action[] {
  const roles = [...new Set(facts.flatMap((fact) => fact.roles.map(({ role }) => role)))];
  return [
    ...(url === undefined ? [] : [{ kind: 'link', label: say('Open it'), url } as const]),
    ...roles.map((role) =>
      askButton(say('More for {role}', { role: roleTitle(role, knowledge) }), 'course', { about: role }),
    ),
  ];
}
