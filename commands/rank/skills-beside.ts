import { citeWanted } from '../../knowledge/skill-lists.ts';
import type { Role, Skill } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { isFree } from '../views/courses.ts';
import { restsOn } from '../views/section.ts';
import { coursesForSkill } from '../views/courses-for.ts';
import { skillSaid } from './roles-wanting.ts';

/** Skills side by side, by how many roles ask for each and what teaches it: no source says which one is better. */
export function skillsBeside(
  skills: readonly Skill[],
  role: Role | undefined,
  context: CommandContext,
): Draft {
  const { knowledge } = context;
  const names = skills.map(({ name }) => name);
  const said = role === undefined ? [] : skills.map((skill) => skillSaid(skill, role.id, knowledge));
  const told = skills.map((skill) => ({
    ...skill,
    wantedBy: skill.wantedBy.filter((use) => role === undefined || use.role === role.id),
  }));
  return {
    title: names.join(' · '),
    lead: [role === undefined ? most(skills) : joined(said, ' ')],
    body: [
      { kind: 'list', items: skills.map((skill) => skillText(skill, context)) },
      ...nextActions([
        ...skills.flatMap((skill) => [
          askButton(say('Roles: {name}', { name: skill.name }), 'rank', { by: 'roles', of: skill.id }),
          askButton(say('Courses: {name}', { name: skill.name }), 'course', { about: skill.id }),
        ]),
        ...(role === undefined
          ? []
          : [askButton(say('Skills: {role}', { role: role.title }), 'skills', { role: role.id })]),
      ]),
    ],
    ...restsOn(
      told.flatMap((skill) => citeWanted(skill, knowledge)),
      context,
      { steps: [[say('Counted are the roles that any source lists the skill for.')]] },
    ),
    ask: askOf('rank', { by: 'side-by-side', of: skills.map(({ id }) => id).join(','), role: role?.id }),
  };
}

/** "No source says which one is better. More roles ask for Python: 61." */
function most(skills: readonly Skill[]): Said {
  const counted = skills
    .map((skill) => ({ name: skill.name, n: rolesOf(skill).size }))
    .sort((a, b) => b.n - a.n);
  const [first, second] = counted;
  const unsaid = say('No source says which one is better.');
  if (first === undefined || first.n === 0 || first.n === second?.n) return unsaid;
  return phrase`${unsaid} ${say('More roles ask for {name}: {n}.', first)}`;
}

function rolesOf({ wantedBy }: Skill, essential = false): ReadonlySet<string> {
  return new Set(
    wantedBy.filter(({ priority }) => !essential || priority === 'essential').map(({ role }) => role),
  );
}

/** "Python: 108 roles ask for it, essential for 88 · 4 courses, 3 of them free" */
export function skillText(skill: Skill, { knowledge }: CommandContext): Text {
  const courses = coursesForSkill(skill, knowledge);
  const free = courses.filter(({ facts }) => facts.some((fact) => isFree(fact) === true)).length;
  const roles = say(
    '{n, plural, =0 {no role asks} one {one role asks} other {# roles ask}} for it, essential for {essential}',
    { n: rolesOf(skill).size, essential: rolesOf(skill, true).size },
  );
  const taught = say(
    '{n, plural, =0 {no course I know} one {one course, {free} of it free} other {# courses, {free} of them free}}',
    {
      n: courses.length,
      free,
    },
  );
  return [bold(skill.name), phrase`: ${roles} · ${taught}`];
}
