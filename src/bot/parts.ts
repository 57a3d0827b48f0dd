import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Command, CommandContext } from '../command.ts';
import { needsRank } from '../command.ts';
import type { CommunityMemory } from '../community/community.ts';
import { offlineCommunity } from '../community/offline.ts';
import type { SettingBook } from '../community/setting-book.ts';
import type { Cooldown } from '../cooldown.ts';
import { loggedFault } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import type { Log } from '../log.ts';
import type { Trace } from '../provenance.ts';
import type { Reply } from '../reply.ts';

/** What a bot is made of. */
export interface BotParts {
  readonly commands: readonly Command[];
  /** The knowledge as it is now: a reload swaps it between two answers, never within one. */
  readonly knowledge: () => KnowledgeBase;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
  /** The command that a line without one is for. */
  readonly fallback: string;
  /** Nothing unless told: then everything is answered, and nothing remembered. */
  readonly community?: CommunityMemory;
  /** None unless told: then everybody may ask as fast as they can. */
  readonly cooldown?: Cooldown;
  /** None unless told: then answers rest on nothing that a program can see. */
  readonly trace?: Trace;
}

/** The commands by their names. */
export type CommandsByName = ReadonlyMap<string, Command>;

/** What communities chose; nothing where nobody told the bot to. */
export function settingsOf({ community = offlineCommunity }: BotParts): SettingBook {
  return community.settings;
}

/** A command failed: our fault, not the asker's. */
export function fault(parts: Pick<BotParts, 'log'>, command: string, error: unknown): Reply {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return loggedFault(parts.log, { command, reason }, 'a command failed');
}

/** What a command may use while it answers somebody. */
export function contextFor(
  parts: BotParts,
  command: Command,
  from: Pick<Invocation, 'asker' | 'place' | 'message'>,
): CommandContext {
  return {
    knowledge: parts.knowledge(),
    // Not every place knows the rank of who asks unless the command said that it needs it; so it is the same in all.
    asker: needsRank(command) ? from.asker : { ...from.asker, manages: false },
    place: from.place,
    ...(from.message === undefined ? {} : { message: from.message }),
    now: parts.clock(),
    commands: parts.commands,
    community: parts.community ?? offlineCommunity,
  };
}
