import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../../src/bot.ts';
import { within } from '../../src/clock.ts';
import { needsRank } from '../../src/command.ts';
import type { Log } from '../../src/log.ts';
import type { Message, Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import type { SlackInvocation } from './place.ts';
import { platformError } from './problems.ts';
import { reasonOf } from './reason.ts';

type Client = Pick<webApi.WebClient, 'usergroups'>;

/** Milliseconds for which it is believed who is in a group, and how long an answer waits for Slack to say it. */
const KEEP_MS = 60_000;
const PATIENCE_MS = 1_000;
const MOST = 1_000;

/** Who is in the user groups that manage communities. */
export interface UserGroups {
  /** The groups an asker is in, of those that decide whether they manage the community; only where that matters. */
  groupsOf(invocation: SlackInvocation, client: Client): Promise<readonly string[]>;
}

/** Asks Slack who is in a group, once in a while, and only for commands that depend on it. */
export function createUserGroups(
  bot: Pick<Bot, 'commands' | 'managersOf'>,
  log: Log,
  clock: () => number,
): UserGroups {
  const ranked = new Set(bot.commands.filter(needsRank).map(({ name }) => name));
  const members = new LRUCache<string, Promise<readonly string[]>>({
    max: MOST,
    ttl: KEEP_MS,
    perf: { now: clock },
  });
  const ask = (group: string, key: string, client: Client) => {
    const asked = membersOf(group, client).catch((error: unknown): readonly string[] => {
      log.warn({ reason: reasonOf(error) }, 'Slack does not say who is in a user group');
      return [];
    });
    members.set(key, asked);
    return asked;
  };
  return {
    groupsOf: async ({ command, asker, place }, client) => {
      if (asker.manages || !ranked.has(command)) return [];
      const group = await bot.managersOf(place);
      if (group === undefined) return [];
      const key = `${place.community} ${group}`;
      const told = await within(members.get(key) ?? ask(group, key, client), PATIENCE_MS);
      return told?.includes(asker.id) === true ? [group] : [];
    },
  };
}

async function membersOf(usergroup: string, { usergroups }: Client): Promise<readonly string[]> {
  const { users } = await usergroups.users.list({ usergroup });
  return users ?? [];
}

/** https://docs.slack.dev/reference/methods/usergroups.users.list#errors */
const PROBLEMS: Readonly<Record<string, Message>> = {
  missing_scope: say(
    'I may not look who is in a user group yet: install the app anew with the manifest that rolecall manifest prints.',
  ),
  no_such_subteam: say('There is no such user group here: pick it with @, or give its id.'),
  plan_upgrade_required: say('This workspace has no user groups: its administrators manage me.'),
};

/** Why nobody could be told by a user group that they manage the workspace; null where they can. */
export async function groupProblem(client: Client, group: string): Promise<Said | null> {
  try {
    await membersOf(group, client);
    return null;
  } catch (error) {
    const problem = PROBLEMS[platformError(error) ?? ''];
    if (problem === undefined) throw error;
    return problem;
  }
}
