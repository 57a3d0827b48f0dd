import type { Role } from '../../knowledge/index.ts';
import { citeSkills, type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount, enumerate } from '../../src/message/figures.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, type Draft, type ReplyNode } from '../../src/reply.ts';
import { type KnownSkills, knownSkillsValue } from '../input/known-skills.ts';
import { quote } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { evidenceOf, nodesOf, restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { quoted } from '../views/format.ts';
import { prioritySections } from './by-priority.ts';

/** What of a role's skills somebody has, and what is missing, essential first. */
export function answerKnownSkills(role: Role, have: KnownSkills, context: CommandContext): Draft {
  const { knowledge } = context;
  const had = new Set(have.skills.map(({ id }) => id));
  const list = skillListsOf(knowledge).of(role.id);
  const shared = list.filter(({ id }) => had.has(id));
  const missing = list.filter(({ id }) => !had.has(id));
  const sections = prioritySections(missing, role, knowledge);
  const asked = citeSkills(list, role.id, knowledge);
  return {
    title: say('{role} · what you have and what is missing', { role: role.title }),
    lead: [leadOf(shared, missing)],
    body: [
      ...knownSkillNodes(shared, have, list),
      ...nodesOf(sections, knowledge),
      ...nextActions([planButton(role, shared, context), ...tabs(role, knowledge, 'skills', 'plan')]),
    ],
    ...restsOn([...asked, ...evidenceOf(sections)], context, {
      steps: [
        [readAsText(have) ?? say('Your words were read as no skill that I know.')],
        [
          say(
            '{n, plural, one {One skill} other {{Words} skills}} of the role less {had} you have leaves {missing}, in the order of how much any source makes of them.',
            { ...amount(list.length), had: shared.length, missing: missing.length },
          ),
        ],
      ],
    }),
  };
}

/** What typed skills were taken for, as a step; undefined where none was known. */
function readAsText({ skills }: KnownSkills): Said | undefined {
  if (skills.length === 0) return undefined;
  return say('Your words were read as {skills}.', { skills: enumerate(skills.map(({ name }) => name)) });
}

function leadOf(shared: readonly RoleSkill[], missing: readonly RoleSkill[]): Said {
  const essential = missing.filter(({ priority }) => priority === 'essential').length;
  const all = shared.length + missing.length;
  return say(
    'You have {had} of {all} listed skills; {missing, plural, =0 {none is missing} one {one is missing} other {# are missing}}{essential, plural, =0 {{missing, plural, =0 {} one {, and it is not essential} other {, none of them essential}}} one {{missing, plural, one {, and it is essential} other {, one of them essential}}} other {, {essential} of them essential}}.',
    { had: shared.length, all, missing: missing.length, essential },
  );
}

/** What was recognised, what this role does not ask for, and what I do not know: nothing typed goes unanswered. */
export function knownSkillNodes(
  shared: readonly RoleSkill[],
  have: KnownSkills,
  list: readonly RoleSkill[],
): ReplyNode[] {
  const asked = new Set(list.map(({ id }) => id));
  const beside = have.skills.filter(({ id }) => !asked.has(id)).map(({ name }) => name);
  const rows: [Said, readonly Said[]][] = [
    [say('You have'), shared.map(({ name }) => name)],
    [say('Not asked for here'), beside],
    [say('No skill I know'), have.unknown.map((words) => quoted(quote(words)))],
  ];
  return rows.flatMap(([title, names]): ReplyNode[] =>
    names.length === 0 ? [] : [{ kind: 'text', title, text: [joined(names, ' · ')] }],
  );
}

function planButton(role: Role, shared: readonly RoleSkill[], { knowledge }: CommandContext): Action {
  const have = knownSkillsValue(
    shared.map(({ id }) => id),
    role.id,
    knowledge,
  );
  return askButton(say('Plan it'), 'plan', { to: role.id, ...(have === undefined ? {} : { have }) });
}
