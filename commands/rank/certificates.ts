import { citeAll } from '../../knowledge/load/evidence.ts';
import type { Course, Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { offer } from '../views/courses.ts';
import { restsOn } from '../views/section.ts';
import { roleTitle } from '../views/names.ts';
import { courseSaid } from './roles-wanting.ts';

/** Courses or certificates side by side: price, what each teaches and for which roles sources name it. */
export function certificatesBeside(
  courses: readonly Course[],
  role: Role | undefined,
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const names = courses.map((course) => shortName(course, context));
  const said = role === undefined ? [] : courses.map((course) => courseSaid(course, role.id, knowledge));
  return {
    title: names.join(' · '),
    lead: [joined([say('No source says which one is better.'), ...said], ' ')],
    body: [
      { kind: 'list', items: courses.map((course) => courseText(course, context)) },
      ...nextActions([
        ...courses.map(({ id }, at) => askButton(names[at] ?? '', 'course', { about: id })),
        ...(role === undefined
          ? []
          : [askButton(say('Courses: {name}', { name: role.title }), 'course', { about: role.id })]),
      ]),
    ],
    ...restsOn(
      courses.flatMap(({ facts }) => citeAll(facts)),
      context,
    ),
    ask: askOf('rank', { by: 'side-by-side', of: names.join(', '), role: role?.id }),
  };
}

/** Titles as short as this are used as they are. */
const SHORT = 20;

/** What people call a course: its title, if that is short, or its shortest name that means it alone. */
function shortName({ id, title, aliases }: Course, { knowledge }: CommandContext): string {
  if (title.length <= SHORT) return title;
  const own = [title, ...aliases].filter((name) => knowledge.courses.named(name)?.id === id);
  return own.sort((a, b) => a.length - b.length)[0] ?? title;
}

/** "CCNA in full · Cisco · $330, teaches …, for …": a course in three lines. */
function courseText(course: Course, { knowledge }: CommandContext): Text {
  const roles = new Set(course.facts.flatMap(({ roles: named }) => named.map(({ role }) => role)));
  const teaches =
    course.teaches.length === 0 ? [] : [say('teaches {skills}', { skills: course.teaches.join(', ') })];
  const named =
    roles.size === 0
      ? []
      : [
          say('named for {roles}', {
            roles: enumerate([...roles].map((role) => roleTitle(role, knowledge))),
          }),
        ];
  const more = [...teaches, ...named].map((part) => phrase`\n${part}`);
  return [bold(course.title), ...offer(course, knowledge), ...more];
}
