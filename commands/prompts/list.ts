import { defineCommand } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { say } from '../../src/message/say.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';
import { namesOf } from './called.ts';
import { startButtons } from './over.ts';
import { scheduleLine } from './show.ts';
import { overHere } from './switch.ts';
import { addButton, communityOf, noSchedules } from './where.ts';

/** The schedules of a community, with their next runs and troubles. */
export const listPrompts = defineCommand({
  name: 'prompts list',
  summary: 'The schedules here, when each comes next, and what is wrong with it',
  options: {},
  examples: ['prompts list'],
  shareable: false,
  answer: async (_, context) => {
    const states = await context.community.schedules.list(communityOf(context.place));
    if (states.length === 0) return noSchedules();
    const schedules = states.map(({ schedule }) => schedule);
    const names = namesOf(schedules, context.knowledge);
    const lines = states.map(async (state) => {
      const { id, state: standing } = state.schedule;
      const over = standing === 'paused' ? await overHere(state.schedule, context) : undefined;
      return { over, text: scheduleLine(state, names.get(id) ?? '', over, context) };
    });
    const items = await Promise.all(lines);
    const list: ReplyNode = { kind: 'list', items: items.map(({ text }) => text) };
    const starts = items.flatMap(({ over }) =>
      over === undefined ? [] : startButtons(over, context.knowledge),
    );
    const choices = schedules.map(({ id }) => ({
      label: names.get(id) ?? '',
      ask: { command: 'prompts preview', values: { what: id } },
    }));
    return {
      title: say('Prompts'),
      lead: [say('{n, plural, one {One schedule} other {{Words} schedules}} here.', amount(states.length))],
      body: [
        list,
        ...nextActions(starts.slice(0, 3)),
        ...nextActions([...asButtonsOrMenu(say('Preview'), choices), addButton]),
      ],
    };
  },
});
