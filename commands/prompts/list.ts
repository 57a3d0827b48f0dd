import { defineCommand } from '../../src/command.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { next, pick } from '../show/actions.ts';
import { count, sentence } from '../show/words.ts';
import { scheduleLine } from './show.ts';
import { communityOf, noSchedules } from './where.ts';

/** The schedules of a community, with their next runs and troubles. */
export const listPrompts = defineCommand({
  name: 'prompts list',
  summary: 'The schedules here, when each comes next, and what is wrong with it',
  options: {},
  examples: ['prompts list'],
  shareable: false,
  answer: async (_, { prompts, place, knowledge }) => {
    const states = await prompts.list(communityOf(place));
    if (states.length === 0) return noSchedules();
    const list: ReplyNode = { kind: 'list', items: states.map((state) => scheduleLine(state, knowledge)) };
    const choices = states.map(({ schedule: { id } }) => ({
      label: id,
      ask: { command: 'prompts preview', values: { what: id } },
    }));
    return {
      title: 'Prompts',
      lead: [`${sentence(count(states.length, 'schedule'))} here.`],
      body: [list, ...next(pick('Preview', choices))],
    };
  },
});
