import type { webApi } from '@slack/bolt';
import type { Bot } from '../../src/bot.ts';
import type { Log } from '../../src/log.ts';
import { createConversations } from './conversations.ts';
import { createPeople } from './people.ts';
import type { SlackInvocation } from './place.ts';

/** What Slack knows of a question beyond its payload. */
export interface Known {
  /** The locale of a person (BCP 47), as far as Slack says it within a moment. */
  localeOf(user: string | null, client: Client): Promise<string>;
  /** A question with the locale and the rank of its asker, and with the kind of conversation it was asked in. */
  complete(invocation: SlackInvocation, client: Client): Promise<SlackInvocation>;
}

type Client = Pick<webApi.WebClient, 'users' | 'auth' | 'conversations'>;

/** Asks Slack, about each person and conversation once in a while. */
export function createKnown(bot: Pick<Bot, 'commands'>, log: Log, clock: () => number): Known {
  const people = createPeople(bot, log, { clock });
  const conversations = createConversations(log);
  return {
    localeOf: (user, client) => people.localeOf(user, client),
    complete: async (invocation, client) => {
      const [place, asker] = await Promise.all([
        conversations.known(invocation.place, client),
        people.askerOf(invocation, client),
      ]);
      return { ...invocation, asker, place };
    },
  };
}
