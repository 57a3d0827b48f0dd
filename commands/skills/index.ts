import { skillListsOf } from '../../knowledge/skill-lists.ts';
import type { Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { joined, say } from '../../src/message/say.ts';
import { askButton, type Draft } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { knownSkillsValue, readKnownSkills } from '../input/known-skills.ts';
import { askOf, resolveRole, ROLE_OPTION } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { roleTitle } from '../views/names.ts';
import { evidenceOf, nodesOf, restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { guidedSkills } from './guided.ts';
import { shortSkills } from './short.ts';
import { skillSections } from '../views/skills.ts';
import { answerKnownSkills } from './known-skills.ts';
import { countsText, prioritySections } from './by-priority.ts';

/** What a role asks for, the most needed first, with where to learn each; or what of it somebody has and lacks. */
export const skills = defineCommand({
  name: 'skills',
  summary: 'What a role asks for, essential first, where to learn it, and what you lack',
  options: {
    role: ROLE_OPTION,
    have: { kind: 'words', description: 'What you know already, as in: python, sql, docker' },
    view: { kind: 'choice', description: 'On one screen, or in full', choices: ['short', 'full'] },
  },
  examples: ['skills ml-engineer', 'skills data engineer have:python, sql', 'skills devops'],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const named = resolveRole(values.role, askOf('skills', values), 'role', context);
    if (named.kind === 'unresolved') return named.reply;
    const have = readKnownSkills(values.have, named.entry.id, context.knowledge);
    const isListed = skillListsOf(context.knowledge).of(named.entry.id).length > 0;
    const draft =
      values.have === undefined || !isListed
        ? all(named.entry, values.view === 'full', context)
        : answerKnownSkills(named.entry, have, context);
    const short = knownSkillsValue(
      have.skills.map(({ id }) => id),
      named.entry.id,
      context.knowledge,
    );
    return {
      ...draft,
      body: [...(draft.body ?? []), ...named.guess],
      match: named.match,
      ask: askOf('skills', { role: named.entry.id, have: short, view: values.view }),
    };
  },
});

function all(role: Role, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const own = guideOf(role, knowledge);
  const isOthers = isFull && role.skills.length > 0;
  if (own !== undefined) return isOthers ? othersSkills(role, context) : guidedSkills(own, role, context);
  const list = skillListsOf(knowledge).of(role.id);
  if (list.length === 0) return nothing(role, context);
  if (!isFull) return shortSkills(role, list, context);
  const sections = prioritySections(list, role, knowledge);
  return {
    title: say('{role} · skills', { role: role.title }),
    lead: [countsText(list, role, knowledge)],
    body: [...nodesOf(sections, knowledge), ...nextActions(tabs(role, knowledge, 'skills'))],
    ...restsOn(evidenceOf(sections), context, {
      steps: [
        [
          say(
            'Names that differ only in spelling are one skill; a skill stands under the most that any source makes of it.',
          ),
        ],
        [say('A course is shown with a skill where the course names that skill among what it teaches.')],
      ],
    }),
  };
}

/** What publishers list for a role that has a guide, each list as it is and under its own name. */
function othersSkills(role: Role, context: CommandContext): Draft {
  const { knowledge } = context;
  const sections = skillSections(role);
  const guided = askButton(say('What to learn, in order'), 'skills', { role: role.id });
  return {
    title: say('{role} · skills that others list', { role: role.title }),
    lead: [say('Lists of publishers, as they are: the guide says what to learn and in which order.')],
    body: [...nodesOf(sections, knowledge), ...nextActions([guided, ...tabs(role, knowledge, 'skills')])],
    ...restsOn(evidenceOf(sections), context),
  };
}

function nothing(role: Role, { knowledge }: CommandContext): Draft {
  const near = [...new Set(role.related.map((each) => each.role))].filter(
    (id) => skillListsOf(knowledge).of(id).length > 0,
  );
  return {
    tone: 'miss',
    title: say('{role} · skills', { role: role.title }),
    lead: [
      joined(
        [
          say('No source I have lists skills for {role}.', { role: role.title }),
          ...(near.length > 0 ? [say('Related roles that have some:')] : []),
        ],
        ' ',
      ),
    ],
    body: nextActions([
      ...near.map((id) =>
        askButton(say('Skills: {role}', { role: roleTitle(id, knowledge) }), 'skills', { role: id }),
      ),
      ...tabs(role, knowledge, 'skills'),
    ]),
  };
}
