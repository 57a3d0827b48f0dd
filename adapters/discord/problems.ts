import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { SetupProblem } from '../../src/adapter.ts';
import { PORTAL } from './settings.ts';

/** What an administrator can mend, as a sentence that names the variable and the page; undefined for anything else. */
export function explain(error: unknown): SetupProblem | undefined {
  return isBadToken(error) ? badToken() : undefined;
}

/** The same for the gateway's close codes. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export function explainClose(code: number): SetupProblem | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return badToken();
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return new SetupProblem(
        `Discord refuses what DISCORD_TOKEN's application may see (${code}): see ${PORTAL}.`,
      );
    case GatewayCloseCodes.ShardingRequired:
    case GatewayCloseCodes.InvalidShard:
      return new SetupProblem(
        `The application of DISCORD_TOKEN is in too many servers for one process (${code}).`,
      );
    default:
      return undefined;
  }
}

function badToken(): SetupProblem {
  return new SetupProblem(
    `Discord does not accept DISCORD_TOKEN: copy it again from ${PORTAL} → your application → "Bot" → "Reset Token".`,
  );
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  // What the gateway's close code 4004 becomes in @discordjs/ws.
  return error instanceof Error && error.message === 'Authentication failed';
}
