import { cite, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { guideSummaries } from '../views/guide/summaries.ts';
import { estimate, skillName } from '../views/guide/skills.ts';
import { nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** The skills of a guided role on one screen, in learning order; why, how much and where to learn are a press away. */
export function guidedSkills(own: RoleGuide, role: Role, context: CommandContext): Draft {
  const { guide, knowledge } = own;
  const items = guide.skills.map((skill, at): Text => [
    bold(skillName(own, at)),
    ' · ',
    estimate(skill.hours),
    ...(skill.when === 'later' ? [' · ', say('later')] : []),
  ]);
  const why = askButton(say('Why, and where to learn'), 'role', { role: role.id, section: 'skills' });
  return {
    title: say('{role} · skills', { role: role.title }),
    lead: [guideSummaries['skills']?.(own) ?? ''],
    body: [
      { kind: 'list', ordered: true, items },
      {
        kind: 'note',
        text: [say('Hours are estimates. What O*NET, ESCO and others list stands behind "Why".')],
      },
      ...nextActions([why, ...tabs(role, knowledge, 'skills')]),
    ],
    ...restsOn(
      guide.skills.map((_, at) => cite(guide, ['skills', at])),
      context,
    ),
  };
}
