import { cite, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { joined, say } from '../../src/message/say.ts';
import { askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { guideSummaries } from '../views/guide/summaries.ts';
import { estimate, skillName } from '../views/guide/skills.ts';
import { nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** As many skills as one screen holds. */
const TEN = 10;

/** The skills of a guided role on one screen, in learning order; why, how much and where to learn are a press away. */
export function guidedSkills(own: RoleGuide, role: Role, context: CommandContext): Draft {
  const { guide, knowledge } = own;
  const all = guide.skills.map((skill, at) => ({ skill, name: skillName(own, at) }));
  const first = all.filter(({ skill }) => skill.when === 'first').slice(0, TEN);
  const rest = all.filter((each) => !first.includes(each)).map(({ name }) => name);
  const items = first.map(({ skill, name }): Text => [bold(name), ' · ', estimate(skill.hours)]);
  const why = askButton(say('Why, and where to learn'), 'role', { role: role.id, section: 'skills' });
  const isListed = role.skills.length > 0;
  const others = isListed
    ? [askButton(say('What others list'), 'skills', { role: role.id, view: 'full' })]
    : [];
  return {
    title: say('{role} · skills', { role: role.title }),
    lead: [guideSummaries['skills']?.(own) ?? ''],
    body: [
      { kind: 'list', ordered: true, items },
      ...(rest.length === 0
        ? []
        : [{ kind: 'text', title: say('Later'), text: [joined(rest, ' · ')] } as const]),
      ...nextActions([why, ...others, ...tabs(role, knowledge, 'skills')]),
    ],
    ...restsOn(
      guide.skills.map((_, at) => cite(guide, ['skills', at])),
      context,
    ),
  };
}
