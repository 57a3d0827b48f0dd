import type { CommandContext } from '../../src/command.ts';
import { defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { type Action, askButton, type Draft, ranked, type ReplyNode } from '../../src/reply.ts';
import { communityHere } from '../settings/here.ts';
import { settingsCard } from '../settings/card.ts';
import { study } from '../study/mine.ts';
import { nextActions } from '../views/actions.ts';

/** What somebody finds where a place has a page of the bot's own: the settings of who manages, else where to begin. */
export const home = defineCommand({
  name: 'home',
  summary: 'Where to begin',
  options: {},
  examples: [],
  shareable: false,
  buttonOnly: true,
  needsRank: true,
  answer: async (_, context) => {
    if (context.asker.manages) return settingsCard(communityHere(context.place), null, context);
    return {
      title: say('Where do you want to go?'),
      lead: [say('Ask me in your own words above, or begin with one of these.')],
      body: [...nextActions(ranked('primary', ...EXAMPLES)), ...(await tracks(context))],
    };
  },
});

/** What people ask most: what a role is, what it pays, how to get there. */
const EXAMPLES: readonly Action[] = [
  askButton('/role ml-engineer', 'role', { role: 'ml-engineer' }),
  askButton('/salary frontend-developer', 'salary', { role: 'frontend-developer' }),
  askButton('/transition data-analyst to data-engineer', 'transition', {
    from: 'data-analyst',
    to: 'data-engineer',
  }),
];

/** A member's own tracks, as /study shows them; while nothing can be looked up, the rest is shown all the same. */
async function tracks(context: CommandContext): Promise<readonly ReplyNode[]> {
  const shown = await Promise.resolve(study.answer({}, context)).catch((): Draft | undefined => undefined);
  if (shown === undefined) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', title: shown.title, text: shown.lead },
    ...(shown.body ?? []).filter(({ kind }) => kind !== 'actions'),
  ];
}
