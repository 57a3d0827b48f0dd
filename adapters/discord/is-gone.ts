import { DiscordAPIError, Routes } from 'discord.js';
import type { REST } from 'discord.js';

/** "Unknown guild" and "Missing access": https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const GONE: ReadonlySet<unknown> = new Set([10_004, 50_001]);

/**
 * Whether the bot is no member of a server any more. Asked for, since Discord tells of a removal only to bots that
 * subscribe to their servers, which this one does not. Rejects when Discord does not say.
 */
export async function isGone(rest: REST, server: string): Promise<boolean> {
  try {
    await rest.get(Routes.guild(server));
    return false;
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return true;
    throw error;
  }
}
