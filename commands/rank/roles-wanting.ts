import { citeSkills } from '../../knowledge/skill-lists.ts';
import type { Citation } from '../../knowledge/load/evidence.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Course, Priority, Skill } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/say.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { Choice, Draft, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';
import { roleTitle, sourceName } from '../views/names.ts';
import { priorityName } from '../views/names.ts';
import { usesByRole } from '../views/roles-by-skill.ts';

type Uses = Skill['wantedBy'];

/** A role that asks for some of the skills, with what sources say of each. */
interface Asking {
  readonly role: string;
  readonly wanted: readonly { readonly skill: Skill; readonly uses: Uses }[];
}

/** As many roles as are told of. */
const SHOWN = 8;

/** Which roles ask for skills, those that ask for most of them first. */
export function rolesThatAsk(skills: readonly Skill[], context: CommandContext): Draft {
  const { knowledge } = context;
  const asking = rolesAsking(skills);
  const shown = asking.slice(0, SHOWN);
  const names = enumerate(skills.map(({ name }) => name));
  const rest = asking.length - shown.length;
  const more: Text[] =
    rest > 0 ? [[say('and {n, plural, one {one more role} other {{words} more roles}}', amount(rest))]] : [];
  return {
    title: say('Roles that ask for {skills}', { skills: names }),
    lead: [lead(asking, skills)],
    body: [
      { kind: 'list', items: [...shown.map((each) => roleText(each, skills, knowledge)), ...more] },
      ...nextActions([
        ...asButtonsOrMenu(
          say('Skills of one'),
          shown.map(({ role }) => choice(role, skills, knowledge)),
        ),
        ...skills.map(({ id, name }) => askButton(say('Courses: {name}', { name }), 'course', { about: id })),
      ]),
    ],
    ...restsOn(
      shown.flatMap((each) => evidenceOf(each, knowledge)),
      context,
      { steps: [[step()]] },
    ),
    ask: askOf('rank', { by: 'roles', of: skills.map(({ id }) => id).join(',') }),
  };
}

/** What sources say of a skill for a role, in a sentence: "SQL for Data Scientist: essential (DecipherU)." */
export function skillSaid(skill: Skill, role: string, knowledge: KnowledgeBase): Said {
  const uses = skill.wantedBy.filter((use) => use.role === role);
  const names = { skill: skill.name, role: roleTitle(role, knowledge) };
  return uses.length === 0
    ? say('No source I have lists {skill} for {role}.', names)
    : say('{skill} for {role}: {said}.', { ...names, said: saidOf(uses, knowledge) });
}

/** The same of a course: "Security+ for Defense ML Engineer: recommended (Defense careers)." */
export function courseSaid({ title, facts }: Course, role: string, knowledge: KnowledgeBase): Said {
  const names = { skill: title, role: roleTitle(role, knowledge) };
  const said = facts.flatMap(({ source, roles }) =>
    roles
      .filter((each) => each.role === role)
      .map(({ priority = 'listed' }) => phrase`${priorityWord(priority)} (${sourceName(source, knowledge)})`),
  );
  return said.length === 0
    ? say('No source I have lists {skill} for {role}.', names)
    : say('{skill} for {role}: {said}.', { ...names, said: joined(said, ', ') });
}

function step(): Said {
  return say('The order is computed: roles that ask for more of these skills, by more sources, come first.');
}

function rolesAsking(skills: readonly Skill[]): readonly Asking[] {
  const byRole = new Map<string, { skill: Skill; uses: Uses }[]>();
  for (const skill of skills)
    for (const [role, uses] of usesByRole(skill.wantedBy))
      byRole.set(role, [...(byRole.get(role) ?? []), { skill, uses }]);
  return Array.from(byRole, ([role, wanted]) => ({ role, wanted })).sort(
    (a, b) => b.wanted.length - a.wanted.length || (skills.length > 1 ? strength(b) - strength(a) : 0),
  );
}

function strength({ wanted }: Asking): number {
  const uses = wanted.flatMap((each) => each.uses);
  return uses.length + uses.filter(({ priority }) => priority === 'essential').length;
}

function lead(asking: readonly Asking[], skills: readonly Skill[]): Said {
  const [only, second] = skills;
  const n = asking.length;
  if (n === 0) return say('No role I know asks for it.');
  if (only !== undefined && second === undefined) {
    const essential = asking.filter(({ wanted }) => wanted.some(({ uses }) => uses.some(isEssential))).length;
    return say(
      '{n, plural, one {One role asks} other {# roles ask}} for it; {essential, plural, =0 {none is told by a source that it is essential} one {for one a source calls it essential} other {for # a source calls it essential}}.',
      { n, essential },
    );
  }
  const all = asking.filter(({ wanted }) => wanted.length === skills.length).length;
  return all === 0
    ? say('No role I know asks for all of them; {n, plural, one {one asks} other {# ask}} for some.', { n })
    : say('{all, plural, one {One role asks} other {# roles ask}} for all of them.', { all });
}

function isEssential({ priority }: { readonly priority: Priority }): boolean {
  return priority === 'essential';
}

function roleText({ role, wanted }: Asking, skills: readonly Skill[], knowledge: KnowledgeBase): Text {
  const said = wanted.map(({ skill, uses }) =>
    skills.length === 1 ? saidOf(uses, knowledge) : phrase`${skill.name} ${saidOf(uses, knowledge)}`,
  );
  return [bold(roleTitle(role, knowledge)), phrase`: ${joined(said, ' · ')}`];
}

function saidOf(uses: Uses, knowledge: KnowledgeBase): Said {
  const said = Array.from(
    Map.groupBy(uses, ({ priority }) => priority),
    ([priority, group]) => {
      const sources = [...new Set(group.map(({ source }) => sourceName(source, knowledge)))].join(', ');
      return phrase`${priorityWord(priority)} (${sources})`;
    },
  );
  return joined(said, ', ');
}

/** A bare list asks for a skill, however much it makes of it. */
function priorityWord(priority: Priority): Said {
  return priority === 'listed' ? say('asked for') : priorityName(priority);
}

function choice(role: string, have: readonly Skill[], knowledge: KnowledgeBase): Choice {
  const known = have.length < 2 ? undefined : have.map(({ id }) => id).join(',');
  return { label: roleTitle(role, knowledge), ask: askOf('skills', { role, have: known }) };
}

function evidenceOf({ role, wanted }: Asking, knowledge: KnowledgeBase): Citation[] {
  return wanted.flatMap(({ skill: { id }, uses }) => citeSkills([{ id, uses }], role, knowledge));
}
