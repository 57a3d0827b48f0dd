import { LRUCache } from 'lru-cache';
import type { Invocation } from './invocation.ts';
import type { Bucket, Pace } from './token-bucket.ts';
import { refilled, waitFor } from './token-bucket.ts';

/**
 * Nobody presses a button more than once a second for half a minute, and a script does nothing else. A community asks together
 * what twenty of its members ask so, which a process answers without noticing and which leaves room for all others.
 */
export const PACE = {
  member: { atOnce: 30, perSecond: 1 },
  community: { atOnce: 600, perSecond: 20 },
} as const satisfies Record<string, Pace>;

/** Turning a page is a quarter of a question: whoever looks for something turns many, and quickly. */
const PAGE = 0.25;

/** As many members and communities are remembered; whoever is forgotten begins anew. */
const MOST = 50_000;

/** Holds up whoever asks faster than people do. In memory, for each process by itself. */
export interface Cooldown {
  /** Takes a question up: 0 where it may be answered, else in how many seconds the next one is. */
  take(asked: Pick<Invocation, 'asker' | 'place' | 'page'>): number;
}

/** A cooldown for members and for communities, by a clock in epoch milliseconds. */
export function createCooldown(clock: () => number): Cooldown {
  const members = new LRUCache<string, Bucket>({ max: MOST });
  const communities = new LRUCache<string, Bucket>({ max: MOST });
  return {
    take: ({ asker, place: { on = '', community, channel }, page }) => {
      // Whoever sits at the terminal, or at the command line, has the machine.
      if (community === null && channel === null) return 0;
      const cost = page === undefined ? 1 : PAGE;
      const now = clock();
      const here = `${on}:${community ?? ''}`;
      const member = bucketIn(members, `${here} ${asker.id}`, PACE.member, now);
      const all = community === null ? undefined : bucketIn(communities, here, PACE.community, now);
      const wait = Math.max(
        waitFor(member, PACE.member, cost),
        all === undefined ? 0 : waitFor(all, PACE.community, cost),
      );
      if (wait > 0) return wait;
      member.left -= cost;
      if (all !== undefined) all.left -= cost;
      return 0;
    },
  };
}

function bucketIn(buckets: LRUCache<string, Bucket>, key: string, pace: Pace, now: number): Bucket {
  const bucket = refilled(buckets.get(key), pace, now);
  buckets.set(key, bucket);
  return bucket;
}
