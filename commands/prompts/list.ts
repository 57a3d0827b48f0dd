import { defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { say } from '../../src/message/say.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { scheduleLine } from './show.ts';
import { communityOf, noSchedules } from './where.ts';

/** The schedules of a community, with their next runs and troubles. */
export const listPrompts = defineCommand({
  name: 'prompts list',
  summary: 'The schedules here, when each comes next, and what is wrong with it',
  options: {},
  examples: ['prompts list'],
  shareable: false,
  answer: async (_, context) => {
    const states = await context.prompts.list(communityOf(context.place));
    if (states.length === 0) return noSchedules();
    const list: ReplyNode = { kind: 'list', items: states.map((state) => scheduleLine(state, context)) };
    const choices = states.map(({ schedule: { id } }) => ({
      label: id,
      ask: { command: 'prompts preview', values: { what: id } },
    }));
    return {
      title: say('Prompts'),
      lead: [say('{n, plural, one {One schedule} other {{Words} schedules}} here.', amount(states.length))],
      body: [list, ...nextActions(asButtonsOrMenu(say('Preview'), choices))],
    };
  },
});
