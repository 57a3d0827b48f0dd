import type { Chart } from '../../src/chart.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { spanText } from '../views/guide/hours.ts';
import { skillName } from '../views/guide/skills.ts';
import type { GuidedPlan } from './guided.ts';
import type { Wish } from './wish.ts';

/** A plan as a timeline: each phase as long as the hours that are left of it. */
export function planChart(own: RoleGuide, plan: GuidedPlan, { to }: Wish): Chart {
  const phases = plan.phases.map((phase) => {
    const { low, high } = phase.hours;
    const hours = say('{hours} h', { hours: spanText(phase.hours) });
    const names = joined(
      phase.skills.map((at) => skillName(own, at)),
      ' · ',
    );
    return {
      label: own.text((guide) => guide.phases[phase.place]?.name),
      words: phase.skills.length === 0 ? hours : phrase`${hours} · ${names}`,
      length: (low + high) / 2,
    };
  });
  const title = say('Plan: {role}', { role: to.title });
  return {
    kind: 'timeline',
    title,
    roads: [{ label: say('{hours} h in all', { hours: spanText(plan.hours) }), phases }],
  };
}
