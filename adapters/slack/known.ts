import type { webApi } from '@slack/bolt';
import type { Bot } from '../../src/bot.ts';
import type { Interaction } from '../../src/conversation/interaction.ts';
import type { Log } from '../../src/log.ts';
import { createChannelNames } from './channel-names.ts';
import { createConversations } from './conversations.ts';
import type { Whom } from './people.ts';
import { createPeople } from './people.ts';
import type { SlackInvocation } from './place.ts';
import { createUserGroups } from './user-groups.ts';
import { vocabularyOf } from './typed.ts';

/** What Slack knows of an interaction beyond its payload. */
export interface Known {
  /**
   * An interaction with the locale and the rank of who did it, with the kind of conversation it happened in, and with the
   * channels found whose names were typed. `id` is the same for the same interaction, in whichever process it arrives.
   */
  complete(interaction: SlackInteraction, from: Origin, client: Client): Promise<SlackInteraction>;
  /** What a person reads (BCP 47), as far as Slack says it within a moment. */
  localeOf(person: Whom, client: Client): Promise<string>;
}

/** What identifies an interaction, and the workspace that it came from. */
interface Origin {
  readonly id: string | undefined;
  readonly workspace: string | null;
}

type SlackInteraction = Interaction<SlackInvocation>;
type Client = Pick<webApi.WebClient, 'users' | 'auth' | 'conversations' | 'usergroups'>;

/** Asks Slack, about each person and conversation once in a while. */
export function createKnown(bot: Pick<Bot, 'commands' | 'managersOf'>, log: Log, clock: () => number): Known {
  const people = createPeople(bot, log, { clock });
  const conversations = createConversations(log);
  const channels = createChannelNames(log, clock);
  const userGroups = createUserGroups(bot, log, clock);
  const { naming } = vocabularyOf(bot.commands);
  const completed = async (invocation: SlackInvocation, client: Client): Promise<SlackInvocation> => {
    const [place, asker, words] = await Promise.all([
      conversations.known(invocation.place, client),
      people.askerOf(invocation, client),
      named(invocation, naming.get(invocation.command) ?? [], (typed) =>
        channels.resolve(typed, invocation.place.community, client),
      ),
    ]);
    const known = { ...invocation, ...words, asker, place };
    const groups = await userGroups.groupsOf(known, client);
    return groups.length === 0 ? known : { ...known, asker: { ...asker, groups } };
  };
  return {
    localeOf: (person, client) => people.localeOf(person, client),
    complete: async (interaction, { id, workspace }, client) => {
      if (interaction.kind === 'stale') {
        const { asker } = interaction;
        const locale = await people.localeOf({ user: asker.id, workspace }, client);
        return { ...interaction, asker: { ...asker, locale } };
      }
      const { invocation } = interaction;
      const identified = id === undefined ? invocation : { ...invocation, id };
      return { ...interaction, invocation: await completed(identified, client) };
    },
  };
}

type Words = Pick<SlackInvocation, 'text' | 'values'>;

/** The words of a question with its channels found; `options` are those that take a channel. */
async function named(
  { text, values }: Words,
  options: readonly string[],
  resolve: (typed: string) => Promise<string>,
): Promise<Words> {
  if (options.length === 0) return {};
  const found = { ...values };
  for (const name of options) if (found[name] !== undefined) found[name] = await resolve(found[name]);
  return {
    ...(text === undefined ? {} : { text: await resolve(text) }),
    ...(values === undefined ? {} : { values: found }),
  };
}
