import type { KnowledgeBase } from '../../knowledge/index.ts';
import { numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, say } from '../../src/message/say.ts';
import type { Unagreed } from '../../src/community/agreement.ts';
import type { Action, Ask, Draft } from '../../src/reply.ts';
import { askButton } from '../../src/reply.ts';
import { describeTimetable } from '../../src/schedules/describe.ts';
import { nextActions } from '../views/actions.ts';
import { scheduleName } from './called.ts';

/** The option in which the button below says that somebody agreed; nothing that a person would type. */
export const SURE = {
  kind: 'words',
  description: 'What was agreed to; its button knows',
  hidden: true,
} as const;

/**
 * Asks back before a schedule posts more than once a day, or what another posts in the same channel: the same question, with
 * the agreement to it, is a press away.
 */
export function askToAgree(open: Unagreed, ask: Ask, knowledge: KnowledgeBase): Draft {
  const { twin, posts } = open;
  const lead: Said[] = [
    ...(twin === null
      ? []
      : [
          say('{schedule} posts that in the same channel already.', {
            schedule: scheduleName(twin, knowledge),
          }),
        ]),
    ...(posts === null ? [] : [often(open, posts)]),
    say('Nothing happens until you agree.'),
  ];
  return {
    tone: 'question',
    title: posts === null ? say('A second one?') : say('More than once a day?'),
    lead: [joined(lead, ' ')],
    body: nextActions([agreeButton(open, ask), ...changeButton(open, ask)]),
  };
}

function often({ timetable }: Unagreed, posts: number): Said {
  return say('It would post {when}: up to {posts} posts in a week.', {
    when: describeTimetable(timetable),
    posts: numeral(posts),
  });
}

function agreeButton({ posts, agreement }: Unagreed, { command, values }: Ask): Action {
  const label =
    posts === null
      ? say('Yes, a second one')
      : say('Yes, up to {posts} posts a week', { posts: numeral(posts) });
  return askButton(label, command, { ...values, sure: agreement });
}

/** Most who ask for a second one want other times for the first. */
function changeButton({ twin }: Unagreed, { values }: Ask): Action[] {
  if (twin === null) return [];
  const { track, ...told } = values;
  return track === undefined
    ? []
    : [askButton(say('Change that one instead'), 'prompts edit', { ...told, schedule: twin.id })];
}
