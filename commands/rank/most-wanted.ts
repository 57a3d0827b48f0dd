import { citeWanted } from '../../knowledge/skill-lists.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Skill } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { Action, Draft } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';
import { skillText } from './skills-beside.ts';

/** As many skills as are told of. */
const SHOWN = 10;

/** The skills that most roles ask for, of one family or at large: those that have a name of their own or a course. */
export function mostWantedSkills(family: string | undefined, context: CommandContext): Draft {
  const { knowledge } = context;
  const roles = knowledge.roles.all.filter((role) => role.family === (family ?? role.family));
  const skills = mostAsked(new Set(roles.map(({ id }) => id)), knowledge);
  return {
    title:
      family === undefined
        ? say('Skills that most roles ask for')
        : say('Skills that most {family} roles ask for', { family }),
    lead: [leadOf(skills, roles.length)],
    body: [
      { kind: 'list', ordered: true, items: skills.map((skill) => skillText(skill, context)) },
      ...nextActions(actionsOf(skills)),
    ],
    ...restsOn(
      skills.flatMap((skill) => citeWanted(skill, knowledge)),
      context,
      { steps: [[say('Counted are the roles that any source lists the skill for.')]] },
    ),
    ask: askOf('rank', { by: 'skills', of: family }),
  };
}

function leadOf([first]: readonly Skill[], roles: number): Said {
  if (first === undefined) return say('No role I know asks for it.');
  const { name } = first;
  return say('Of {all} roles, {n} ask for {name}.', {
    all: numeral(roles),
    n: numeral(rolesOf(first).size),
    name,
  });
}

function actionsOf(skills: readonly Skill[]): Action[] {
  const taught = skills.filter(({ taughtBy }) => taughtBy.length > 0);
  return [
    ...asButtonsOrMenu(
      say('Roles that ask for one'),
      skills.map(({ id, name }) => ({ label: name, ask: askOf('rank', { by: 'roles', of: id }) })),
    ),
    ...asButtonsOrMenu(
      say('Courses on one'),
      taught.map(({ id, name }) => ({ label: name, ask: askOf('course', { about: id }) })),
    ),
  ];
}

/** The skills with what those roles make of them, the most asked for first. */
function mostAsked(roles: ReadonlySet<string>, { skills }: KnowledgeBase): Skill[] {
  return skills.all
    .filter(({ aliases, taughtBy }) => aliases.length + taughtBy.length > 0)
    .map((skill): Skill => ({ ...skill, wantedBy: skill.wantedBy.filter(({ role }) => roles.has(role)) }))
    .filter(({ wantedBy }) => wantedBy.length > 0)
    .sort(
      (a, b) =>
        rolesOf(b).size - rolesOf(a).size ||
        essentials(b) - essentials(a) ||
        a.name.localeCompare(b.name, 'en'),
    )
    .slice(0, SHOWN);
}

function rolesOf({ wantedBy }: Skill): ReadonlySet<string> {
  return new Set(wantedBy.map(({ role }) => role));
}

function essentials({ wantedBy }: Skill): number {
  return wantedBy.filter(({ priority }) => priority === 'essential').length;
}
