import { cite, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft } from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { planGuide } from '../plan/guided.ts';
import { leadOf, phaseHeading } from '../plan/guided-answer.ts';
import { nextActions } from '../views/actions.ts';
import { restsOn } from '../views/section.ts';

/** The phases of a guide on one screen; with hours a week, when they would be done. */
export function guidedRoad(
  own: RoleGuide,
  role: Role,
  perWeek: number | undefined,
  context: CommandContext,
): Draft {
  const plan = planGuide(own.guide, new Set(), own.knowledge);
  const details = askButton(say('Each phase in full'), 'role', { role: role.id, section: 'roadmap' });
  return {
    title: say('{role} · roadmap', { role: role.title }),
    lead: [leadOf(plan, perWeek, context.now)],
    body: [
      { kind: 'list', ordered: true, items: plan.phases.map((phase) => phaseHeading(own, phase)) },
      ...nextActions([details]),
    ],
    ...restsOn(
      own.guide.phases.map((_, at) => cite(own.guide, ['phases', at])),
      context,
      { steps: [[say('The order, the hours and the projects are those of the guide.')]] },
    ),
  };
}
