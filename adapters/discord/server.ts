import { DiscordAPIError, Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { Adapter } from '../../src/adapter.ts';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { speakText } from '../../src/message/speak.ts';
import { canPost } from './can-post.ts';
import { keyOf, listOf, wordsAt } from './json.ts';
import { markdown } from './markdown.ts';

const LONGEST_NOTICE = 2000;

/** What Discord is asked of servers and told to people when nobody has asked us anything. */
export function serverAccess(
  rest: REST,
): Pick<Required<Adapter>, 'canPost' | 'groupProblem' | 'isGone' | 'tell'> {
  return {
    canPost: async (wish) => {
      const me = keyOf(await rest.get(Routes.user('@me')), 'id');
      return canPost(rest, String(me), wish);
    },
    groupProblem: (server, role) => groupProblem(rest, server, role),
    isGone: (server) => isGone(rest, server),
    tell: async (person, said, language) => {
      const body = { recipient_id: person };
      const channel = keyOf(await rest.post(Routes.userChannels(), { body }), 'id');
      const content = markdown(speakText(said, language)).slice(0, LONGEST_NOTICE);
      const message = { content, allowed_mentions: { parse: [] } };
      await rest.post(Routes.channelMessages(String(channel)), { body: message });
    },
  };
}

/** Why nobody could be told by a role that they manage a server; null where they can. Rejects when Discord does not say. */
async function groupProblem(rest: REST, server: string, role: string): Promise<Said | null> {
  const roles = listOf(await rest.get(Routes.guildRoles(server)));
  const isHere = roles.some((each) => wordsAt(each, 'id') === role);
  return isHere ? null : say('There is no such role in this server: pick it with @, or give its id.');
}

/** "Unknown guild" and "Missing access": https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const GONE: ReadonlySet<unknown> = new Set([10_004, 50_001]);

/**
 * Whether the bot is no member of a server any more. Asked for, since Discord tells of a removal only to bots that
 * subscribe to their servers, which this one does not. Rejects when Discord does not say.
 */
async function isGone(rest: REST, server: string): Promise<boolean> {
  try {
    await rest.get(Routes.guild(server));
    return false;
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return true;
    throw error;
  }
}
