import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { followedIn } from './follow.ts';
import { settleTrack } from './tracks.ts';
import { withoutTrack } from './trackless.ts';

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
  const settled = settleTrack(typed, ask, 'fallback', context);
  if (settled.kind === 'unresolved') return { reply: settled.reply };
  const missing = withoutTrack(settled.entry.id, { ask, option: 'fallback' }, context);
  return missing === undefined ? { fallback: settled.entry.id } : { reply: missing };
}
