import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';
import { listOf, wordsAt } from './json.ts';

/** Why nobody could be told by a role that they manage a server; null where they can. Rejects when Discord does not say. */
export async function groupProblem(rest: REST, server: string, role: string): Promise<Said | null> {
  const roles = listOf(await rest.get(Routes.guildRoles(server)));
  const isHere = roles.some((each) => wordsAt(each, 'id') === role);
  return isHere ? null : say('There is no such role in this server: pick it with @, or give its id.');
}
