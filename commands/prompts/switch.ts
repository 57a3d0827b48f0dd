import type { CommandContext } from '../../src/command.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { PromptSpec } from '../../src/prompts/content.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import type { Track } from './follow.ts';
import { followedIn, trackHere } from './follow.ts';
import type { Over } from './over.ts';
import { overOf } from './over.ts';
import { postsIn } from './prepare.ts';
import { nextTurn } from '../../src/prompts/sequence.ts';
import { withoutTrack } from './trackless.ts';
import { settleTrack } from './tracks.ts';

/** What a schedule shall post, or the reply that asks back. */
type Switched = { readonly content: PromptSpec } | { readonly reply: Draft };

/**
 * What a schedule posts once it follows another track: where it had got to in that one before, or anew where it was
 * finished. Phase, skills and fallback go with the old track.
 */
export async function switchTrack(
  typed: string | undefined,
  { id, content, community }: PromptSchedule,
  ask: Ask,
  context: CommandContext,
): Promise<Switched> {
  if (typed === undefined) return { content };
  const settled = await settleHere(typed, community, ask, context);
  if ('reply' in settled) return settled;
  const { by, language, mention, since } = content;
  const spec: PromptSpec = {
    track: settled.track,
    by,
    ...(language === undefined ? {} : { language }),
    ...(mention === undefined ? {} : { mention }),
    ...(since === undefined ? {} : { since }),
  };
  const { topics } = await trackHere(spec, community, context);
  const past = postsIn(await context.community.schedules.past(id), spec);
  return { content: nextTurn(topics, past) === undefined ? { ...spec, since: context.now } : spec };
}

/** The track that somebody means, where there are prompts for it; else the reply that asks back. */
export async function settleHere(
  typed: string,
  community: string,
  ask: Ask,
  context: CommandContext,
): Promise<
  { readonly track: string; readonly extra: Pick<Draft, 'body' | 'match'> } | { readonly reply: Draft }
> {
  const followed = followedIn(typed);
  if (followed !== undefined) return { track: followed, extra: {} };
  const settled = settleTrack(typed, ask, 'track', context);
  if (settled.kind === 'unresolved') return { reply: settled.reply };
  const { entry, guess: body, match } = settled;
  const proposals = await context.community.proposals.of(community);
  const missing = withoutTrack(entry.id, { ask, option: 'track' }, context, proposals);
  if (missing === undefined) return { track: entry.id, extra: { body, match } };
  return { reply: { ...missing, body: [...(missing.body ?? []), ...body], match } };
}

/** What is over with a schedule; undefined while it has something to post. */
export async function overHere(schedule: PromptSchedule, context: CommandContext): Promise<Over | undefined> {
  const { id, content, community } = schedule;
  const track: Track = await trackHere(content, community, context);
  const past = postsIn(await context.community.schedules.past(id), content);
  return nextTurn(track.topics, past) === undefined ? overOf(schedule, past, track) : undefined;
}
