import { defineCommand } from '../../src/command.ts';
import { Problem } from '../../src/parse.ts';
import { trackHere } from './follow.ts';
import { changed, planOf, TIMING } from './plan.ts';
import { scheduleNodes } from './show.ts';
import { chooseSchedule, suggestSchedules } from './where.ts';

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
    when: {
      kind: 'words',
      description: 'mon 09:00 · every 2 weeks on tue 18:30 · day 1 10:00 · cron 0 9 * * 1',
    },
    ...TIMING,
  },
  examples: ['prompts edit when:"tue 18:00"', 'prompts edit quiet:2026-W52'],
  shareable: false,
  managersOnly: true,
  answer: async ({ schedule, ...told }, context) => {
    const chosen = await chooseSchedule(schedule, 'prompts edit', context);
    if ('reply' in chosen) return chosen.reply;
    if (Object.values(told).every((value) => value === undefined))
      throw new Problem('Say what to change, such as when:"tue 18:00" or pin:yes.');
    const plan = changed(planOf(chosen.state.schedule, context.place), told, context);
    const { topics } = await trackHere(plan.content, plan.community, context);
    if (topics.length === 0)
      throw new Problem('Then there would be nothing left to post: choose another phase or other skills.');
    const state = await context.prompts.keep(plan);
    return {
      title: `${state.schedule.id} is changed`,
      lead: ['It goes on from the prompt it had reached.'],
      body: scheduleNodes(state, context),
    };
  },
});
