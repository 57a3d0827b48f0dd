import type { Command } from '../../src/command.ts';
import { say, sayText } from '../../src/message/say.ts';
import { code, ranked, type Reply } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import { TO_TRY, tries, tryButton } from './to-try.ts';

/** As many things to try as fit beside each other. */
const MOST = 3;

/** What a community is told once, where it brought the bot to: what to ask it, with three things to press. */
export function welcomeReply(commands: readonly Command[]): Reply {
  return {
    tone: 'answer',
    title: say('Ask me about careers in technology'),
    lead: [
      say(
        'What a role is, what it pays, how to get there: ask as you would say it. Press one to try it; only you see the answer.',
      ),
    ],
    body: [
      ...nextActions(ranked('primary', ...tries(TO_TRY, commands).slice(0, MOST).map(tryButton))),
      {
        kind: 'note',
        text: sayText('{help} shows everything; whoever manages this community sees there what to set up.', {
          help: code('/help'),
        }),
      },
    ],
    sources: [],
    match: null,
    ask: null,
    shareable: false,
  };
}
