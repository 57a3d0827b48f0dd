import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/parse.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { settleRole } from '../name.ts';
import { followedIn } from './follow.ts';

/** The role to fall back on as it is kept, or the reply that asks which. */
type Fallback = { readonly fallback?: string } | { readonly reply: Draft };

/** Settles which role was meant by `fallback`. @throws Problem where the track is a role's own, and so never runs dry. */
export function settleFallback(
  track: string,
  typed: string | undefined,
  ask: Ask,
  context: CommandContext,
): Fallback {
  if (typed === undefined) return {};
  if (followedIn(track) === undefined)
    throw new Problem(say('Leave fallback out: it goes with most-asked and most-missed only.'));
  const role = settleRole(typed, ask, 'fallback', context);
  return role.kind === 'unclear' ? { reply: role.reply } : { fallback: role.entry.id };
}
