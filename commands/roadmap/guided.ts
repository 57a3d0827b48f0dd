import { cite, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { askButton, type Draft, type Text } from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { type PlannedPhase, planGuide } from '../plan/guided.ts';
import { leadOf, phaseHeading, phaseLine, phaseName } from '../plan/guided-answer.ts';
import { nextActions } from '../views/actions.ts';
import { onOneScreen } from '../views/one-screen.ts';
import { restsOn, type Section } from '../views/section.ts';

/** The phases of a guide on one screen; with hours a week, when they would be done. */
export function guidedRoad(
  own: RoleGuide,
  role: Role,
  perWeek: number | undefined,
  context: CommandContext,
): Draft {
  const plan = planGuide(own.guide, new Set(), own.knowledge);
  const details = askButton(say('Each phase in full'), 'role', { role: role.id, section: 'roadmap' });
  const evidence = own.guide.phases.map((_, at) => cite(own.guide, ['phases', at]));
  const list = (of: (phase: PlannedPhase) => Text): Section[] => [
    { evidence, node: { kind: 'list', ordered: true, items: plan.phases.map(of) } },
  ];
  const forms = [phaseHeading, phaseLine, phaseName].map((of) => list((phase) => of(own, phase)));
  return onOneScreen([{ forms, yields: 1 }], (sections) => ({
    title: say('{role} · roadmap', { role: role.title }),
    lead: [leadOf(plan, perWeek, context.now)],
    body: [...sections.map(({ node }) => node), ...nextActions([details])],
    ...restsOn(evidence, context, {
      steps: [[say('The order, the hours and the projects are those of the guide.')]],
    }),
  }));
}
