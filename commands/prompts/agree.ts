import { numeral } from '../../src/message/figures.ts';
import { say } from '../../src/message/say.ts';
import type { Unagreed } from '../../src/prompts/agreement.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { describeTimetable } from '../../src/schedule/describe.ts';
import { nextActions } from '../views/actions.ts';

/** The option in which the button below says that somebody agreed; nothing that a person would type. */
export const SURE = { kind: 'words', description: 'For more than one post a day; its button knows' } as const;

/** Asks back before a schedule posts more than once a day: the same question, with the agreement to it, is a press away. */
export function askToAgree({ timetable, posts, agreement }: Unagreed, { command, values }: Ask): Draft {
  const facts = { when: describeTimetable(timetable), posts: numeral(posts) };
  return {
    tone: 'question',
    title: say('More than once a day?'),
    lead: [
      say('It would post {when}: up to {posts} posts in a week. Nothing happens until you agree.', facts),
    ],
    body: nextActions([
      askButton(say('Yes, up to {posts} posts a week', facts), command, { ...values, sure: agreement }),
    ]),
  };
}
