import type { PostingPlace, PostWish } from '../outbox/place.ts';
import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { Problem } from '../problem.ts';

/** The place of that name that posts. @throws Problem where it is not on, or posts nothing. */
export function adapterFor(places: readonly PostingPlace[], place: string): PostingPlace {
  const adapter = places.find(({ name }) => name === place);
  if (adapter?.poster === undefined)
    throw new Problem(say('I cannot post here; ask me where the community is.'));
  return adapter;
}

/** Where a post shall be; the community as schedules name it (`chat:C1`), the channel by the place's own id. */
export interface Destination {
  readonly community: string;
  readonly place: string;
  readonly channel: string;
}

/** Sees to it that such posts can be made. @throws Problem with the place's reason where they cannot. */
export async function requirePost(
  adapter: PostingPlace,
  { community, place, channel }: Destination,
  more: Partial<Pick<PostWish, 'thread' | 'pin' | 'mention'>> = {},
): Promise<void> {
  const wish = { community: communityIn(community, place), channel, thread: false, pin: false, ...more };
  const refusal = await asked(adapter, wish);
  if (refusal !== null) throw new Problem(refusal);
}

/** Whether posts can be made in a channel. Rejects when the place does not say. */
export async function isThereToPost(
  adapter: PostingPlace,
  { community, channel }: Pick<Destination, 'community' | 'channel'>,
): Promise<boolean> {
  const wish = { community: communityIn(community, adapter.name), channel, thread: false, pin: false };
  return ((await adapter.canPost?.(wish)) ?? null) === null;
}

/** Whether the place takes such posts; when it does not say, that is a reason to wait, not a fault. */
async function asked(adapter: PostingPlace, wish: PostWish): Promise<Said | null> {
  try {
    return (await adapter.canPost?.(wish)) ?? null;
  } catch {
    return say(
      'I cannot find out whether I may post there, since the place does not answer me: try again in a minute.',
    );
  }
}

/** The place's own id of a community; null where it has none. */
function communityIn(community: string, place: string): string | null {
  const id = community.slice(place.length + 1);
  return id === '' ? null : id;
}
