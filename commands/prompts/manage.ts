import type { Command, CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { message, say, sayText } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Said } from '../../src/message/message.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { Draft } from '../../src/reply.ts';
import { askButton, moment } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { chooseSchedule, suggestSchedules } from './where.ts';

/** A schedule and what it is called. */
interface ChosenSchedule {
  readonly schedule: PromptSchedule;
  readonly name: Said;
}

/** A command that does one thing to one schedule. */
function onSchedule(
  word: string,
  summary: string,
  carryOut: (chosen: ChosenSchedule, context: CommandContext) => Promise<Draft>,
): Command {
  const name = `prompts ${word}`;
  return defineCommand({
    name,
    summary,
    options: {
      schedule: {
        kind: 'words',
        description: 'Which schedule; the only one if you leave it out',
        suggest: suggestSchedules,
      },
    },
    examples: [name],
    shareable: false,
    managersOnly: true,
    changes: true,
    answer: async ({ schedule }, context) => {
      const chosen = await chooseSchedule(schedule, name, context);
      if ('reply' in chosen) return chosen.reply;
      return carryOut({ schedule: chosen.state.schedule, name: chosen.name }, context);
    },
  });
}

/** Stops a schedule until it is resumed. */
export const pausePrompts = onSchedule(
  'pause',
  'Stop a schedule until you resume it',
  async ({ schedule, name }, context) => {
    await context.community.schedules.pause(schedule);
    return {
      title: say('{schedule} is paused', { schedule: name }),
      lead: [say('Nothing is posted until you resume it; what is due meanwhile is left out.')],
      body: nextActions([askButton(say('Resume'), 'prompts resume', { schedule: schedule.id })]),
    };
  },
);

const LEFT_OUT = message('An administrator left it out.');

/** Leaves out the next run. */
export const skipPrompts = onSchedule(
  'skip',
  'Leave out the next run; its prompt comes the time after',
  async ({ schedule, name }, { community }) => {
    const slot = await community.schedules.skip(schedule, say(LEFT_OUT));
    if (slot === null)
      throw new Problem(
        say('{schedule} has no run ahead to leave out: resume it, or change its end.', { schedule: name }),
      );
    return {
      title: say('Left out'),
      lead: sayText('{schedule} posts nothing at {moment}; its prompt comes the time after.', {
        schedule: name,
        moment: moment(slot.at, schedule.timetable.zone),
      }),
      body: nextActions([askButton(say('What is next'), 'prompts list', {})]),
    };
  },
);

/** Posts the next prompt now, marked as a test. */
export const testPrompts = onSchedule(
  'test',
  'Post the next prompt now, marked as a test; it does not count',
  async ({ schedule }, { community }) => {
    const run = await community.schedules.test(schedule);
    return {
      title: say('A test is on its way'),
      lead: [say('It is in the channel within seconds; if not, "Why" says what stood in its way.')],
      body: nextActions([
        askButton(say('Why'), 'prompts why', { schedule: schedule.id, run: run.slice(run.indexOf('@') + 1) }),
      ]),
    };
  },
);

/** Forgets a schedule. */
export const removePrompts = onSchedule(
  'remove',
  'Remove a schedule; its history stays',
  async ({ schedule, name }, { community }) => {
    await community.schedules.remove(schedule);
    return {
      title: say('{schedule} is removed', { schedule: name }),
      lead: [say('Nothing more is posted by it.')],
    };
  },
);
