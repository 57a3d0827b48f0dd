import type { PostingPlace } from '../outbox/place.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';
import type { Store } from '../store/store.ts';

const DAY = 24 * 3_600_000;

/** How long everything is kept of a community that removed the bot, in case that was a mistake; milliseconds. */
export const KEPT_AFTER_REMOVAL = 7 * DAY;

/** When the first look is, after the start, and each after it; milliseconds. */
const LOOKS = { first: 10 * 60_000, after: DAY } as const;

/**
 * Asks each place whether it still has the communities that something is kept of, and forgets those that removed the
 * bot a week ago or longer. A place that does not say for certain changes nothing. `now` is in epoch milliseconds.
 */
export async function forgetDeparted(
  store: Store,
  places: readonly PostingPlace[],
  now: number,
  log: Log,
): Promise<void> {
  const since = store.values('departed');
  for (const community of await store.communities()) {
    const isGone = await askedOf(places, community, log);
    if (isGone === undefined) continue;
    const first = isGone ? Number((await since.get(community)) ?? now) : null;
    if (first === null) await since.delete(community);
    else if (now - first < KEPT_AFTER_REMOVAL) await since.set(community, first);
    else {
      const rows = await store.forget(community);
      await since.delete(community);
      log.info({ community, rows }, 'the bot was removed there a week ago: everything of it is deleted');
    }
  }
}

/** Writes down that a place told of a removal, from which on a week is counted; what is not kept needs no mark. */
async function noteDeparture(store: Store, community: string, now: number): Promise<void> {
  if (!(await store.communities()).includes(community)) return;
  const since = store.values('departed');
  if ((await since.get(community)) === undefined) await since.set(community, now);
}

/** The same for a place that tells, whatever the store does: the daily look finds it, too. Never rejects. */
export async function tellRemoved(
  community: string,
  store: () => Promise<Store | null>,
  log: Log,
): Promise<void> {
  log.info({ community }, 'the bot was removed there; after a week everything of it is deleted');
  try {
    const open = await store();
    if (open !== null) await noteDeparture(open, community, Date.now());
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'a removal could not be noted');
  }
}

/** Looks from time to time until told to stop; `store` gives null while it cannot be used. */
export function lookForDeparted(
  store: () => Promise<Store | null>,
  places: readonly PostingPlace[],
  log: Log,
): () => void {
  const look = async (): Promise<void> => {
    try {
      const open = await store();
      if (open !== null) await forgetDeparted(open, places, Date.now(), log);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'could not look which communities removed the bot');
    }
  };
  let timer: NodeJS.Timeout;
  const later = (wait: number): void => {
    timer = setTimeout(() => void look().then(() => later(LOOKS.after)), wait).unref();
  };
  later(LOOKS.first);
  return () => clearTimeout(timer);
}

async function askedOf(
  places: readonly PostingPlace[],
  community: string,
  log: Log,
): Promise<boolean | undefined> {
  const place = places.find(({ name }) => community.startsWith(`${name}:`));
  const id = community.slice(community.indexOf(':') + 1);
  if (place === undefined || id === '') return undefined;
  try {
    return await place.isGone?.(id);
  } catch (error) {
    log.warn({ community, reason: reasonOf(error) }, 'the place does not say whether I am still there');
    return undefined;
  }
}
