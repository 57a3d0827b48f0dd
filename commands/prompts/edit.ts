import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Plan } from '../../src/community/schedules.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { askToAgree, SURE } from './agree.ts';
import { settleFallback } from './fallback.ts';
import { suggestTracks, trackHere } from './follow.ts';
import { changed, planOf, TIMING } from './plan.ts';
import { scheduleNodes } from './show.ts';
import { switchTrack } from './switch.ts';
import { WHEN } from './when.ts';
import { chooseSchedule, nameHere, suggestSchedules } from './where.ts';
import { askZone } from './zone.ts';

/** Changes a schedule; what is not named stays as it is. */
export const editPrompts = defineCommand({
  name: 'prompts edit',
  summary: 'Change a schedule; what you do not name stays',
  options: {
    schedule: {
      kind: 'words',
      description: 'Which schedule; the only one if you leave it out',
      suggest: suggestSchedules,
    },
    track: {
      kind: 'words',
      description: 'Another track; it goes on where it had got to in that one',
      suggest: suggestTracks,
    },
    when: {
      kind: 'words',
      description: WHEN,
    },
    ...TIMING,
    sure: SURE,
  },
  examples: ['prompts edit when:"tue 18:00"', 'prompts edit quiet:2026-W52'],
  shareable: false,
  managersOnly: true,
  changes: true,
  answer: async ({ schedule, sure, track, ...told }, context) => {
    const chosen = await chooseSchedule(schedule, 'prompts edit', context);
    if ('reply' in chosen) return chosen.reply;
    if (track === undefined && Object.values(told).every((value) => value === undefined))
      throw new Problem(say('Say what to change, such as when:"tue 18:00" or pin:yes.'));
    const before = chosen.state.schedule;
    const ask = askOf('prompts edit', { schedule: before.id, track, ...told });
    const zone = askZone(told.zone, ask);
    if (zone !== undefined) return zone;
    const switched = await switchTrack(track, before, ask, context);
    if ('reply' in switched) return switched.reply;
    const { content } = switched;
    const fallback = settleFallback(content.track, told.fallback, ask, context);
    if ('reply' in fallback) return fallback.reply;
    const plan = changed(planOf({ ...before, content }, context.place), { ...told, ...fallback }, context);
    return keepChanged(plan, { ask, sure }, context);
  },
});

async function keepChanged(
  plan: Plan,
  { ask, sure }: { readonly ask: Ask; readonly sure: string | undefined },
  context: CommandContext,
): Promise<Draft> {
  const { topics } = await trackHere(plan.content, plan.community, context);
  if (topics.length === 0)
    throw new Problem(say('Then there would be nothing left to post: choose another phase or other skills.'));
  const state = await context.community.schedules.keep(plan, sure);
  if ('agreement' in state) return askToAgree(state, ask, context.knowledge);
  return {
    title: say('{schedule} is changed', { schedule: await nameHere(state.schedule, context) }),
    lead: [say('It goes on from the prompt it had reached.')],
    body: scheduleNodes(state, context),
  };
}
