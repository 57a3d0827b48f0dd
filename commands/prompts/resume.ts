import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { Draft } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { suggestTracks } from './follow.ts';
import { overDraft } from './over.ts';
import { scheduleNodes } from './show.ts';
import { overHere, switchTrack } from './switch.ts';
import { chooseSchedule, nameHere, suggestSchedules } from './where.ts';

/** Lets a schedule go on, in channels that were paused too; with another track where its own is finished. */
export const resumePrompts = defineCommand({
  name: 'prompts resume',
  summary: 'Let a paused schedule go on, or start another track with it',
  options: {
    schedule: {
      kind: 'words',
      description: 'Which schedule; the only one if you leave it out',
      suggest: suggestSchedules,
    },
    track: {
      kind: 'words',
      description: 'The track to go on with; its own if you leave it out',
      suggest: suggestTracks,
    },
  },
  examples: ['prompts resume', 'prompts resume track:data-engineer'],
  shareable: false,
  managersOnly: true,
  changes: true,
  answer: async ({ schedule, track }, context) => {
    const chosen = await chooseSchedule(schedule, 'prompts resume', context);
    if ('reply' in chosen) return chosen.reply;
    const before = chosen.state.schedule;
    const ask = askOf('prompts resume', { schedule: before.id, track });
    const switched = await switchTrack(track, before, ask, context);
    if ('reply' in switched) return switched.reply;
    return goOn({ ...before, content: switched.content }, context);
  },
});

/** A track that is finished is not begun anew by itself: a button does that, or starts another one. */
async function goOn(schedule: PromptSchedule, context: CommandContext): Promise<Draft> {
  const over = await overHere(schedule, context);
  if (over !== undefined) return { ...overDraft(over, context.knowledge), tone: 'question' };
  const state = await context.community.schedules.resume(schedule);
  return {
    title: say('{schedule} goes on', { schedule: await nameHere(state.schedule, context) }),
    lead: [say('With the prompt it had reached.')],
    body: scheduleNodes(state, context),
  };
}
