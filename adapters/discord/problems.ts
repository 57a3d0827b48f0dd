import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { SetupProblem } from '../../src/adapter.ts';
import { PORTAL } from './settings.ts';

/** What an administrator can mend, as a sentence that names the variable and the page; undefined for anything else. */
export function explain(error: unknown): SetupProblem | undefined {
  return isBadToken(error) ? badToken() : undefined;
}

/** The same for the gateway's close codes. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export function explainClose(code: number): SetupProblem | undefined {
  return CLOSED.get(code)?.();
}

const CLOSED = new Map<number, () => SetupProblem>([
  [GatewayCloseCodes.AuthenticationFailed, badToken],
  [GatewayCloseCodes.DisallowedIntents, refused],
  [GatewayCloseCodes.InvalidIntents, refused],
  [GatewayCloseCodes.ShardingRequired, tooLarge],
  [GatewayCloseCodes.InvalidShard, tooLarge],
]);

function refused(): SetupProblem {
  return new SetupProblem(
    `Discord refuses the application of DISCORD_TOKEN what it asks to see: look at ${PORTAL}.`,
  );
}

function tooLarge(): SetupProblem {
  return new SetupProblem(
    `The application of DISCORD_TOKEN is in too many servers for one process: see ${PORTAL}.`,
  );
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
