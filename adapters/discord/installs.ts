import type { Command } from '../../src/command.ts';
import { answersAnywhere } from '../../src/command.ts';

/** Where a command is shown, and by whose installation. */
export interface Installs {
  /** In servers, in the bot's own direct messages, and in all others. */
  readonly contexts: readonly number[];
  /** By a server, and by a member. */
  readonly integration_types: readonly number[];
}

const AT_HOME: Installs = { contexts: [0, 1], integration_types: [0] };
/** In every conversation, for those who brought the app along, too. */
export const ANYWHERE: Installs = { contexts: [0, 1, 2], integration_types: [0, 1] };

/**
 * Where the commands under one name work: in servers that installed the app and in its direct messages; what answers
 * anywhere the same a member takes along into any server and conversation.
 * https://discord.com/developers/docs/resources/application#application-object-application-integration-types
 */
export function installsOf(members: readonly Command[]): Installs {
  return members.every(answersAnywhere) ? ANYWHERE : AT_HOME;
}
