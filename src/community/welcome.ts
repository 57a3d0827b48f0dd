import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { languageOf } from '../message/language.ts';
import type { PostingPlace } from '../outbox/place.ts';
import { placeOf } from '../outbox/target.ts';
import { reasonOf } from '../reason.ts';
import type { Reply } from '../reply.ts';
import type { Store } from '../store/store.ts';
import { isThereToPost } from './can-post.ts';
import { claimPost } from './channel-post.ts';
import type { SettingBook } from './setting-book.ts';

/** Where somebody showed the bot for the first time that it is wanted, as far as the place tells. */
export interface Joined {
  /** As schedules name it (`chat:C1`). */
  readonly community: string;
  /** The place's own id of the channel. */
  readonly channel: string;
  /** A channel of the community, or a conversation of one person with the bot. */
  readonly where: 'channel' | 'direct';
  /** What the community reads as far as the place says it, else whoever brought the bot (BCP 47). */
  readonly locale: string;
}

/** What welcoming needs. */
export interface WelcomeParts {
  /** Null while it cannot be used. */
  readonly store: () => Promise<Store | null>;
  readonly settings: Pick<SettingBook, 'of'>;
  readonly welcome: Reply;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** The name of this process. */
  readonly worker: string;
}

/** Communities and channels that nothing more is looked up about, for an hour. */
const SETTLED = { max: 10_000, ttl: 3_600_000 };

/** Says once in each community what the bot is for, where it may post. */
export class Welcoming {
  readonly #parts: WelcomeParts;
  readonly #settled = new LRUCache<string, true>(SETTLED);

  constructor(parts: WelcomeParts) {
    this.#parts = parts;
  }

  /** Never rejects; what could not be looked up is tried again when the bot is next wanted there. */
  async joined(joined: Joined, places: readonly PostingPlace[]): Promise<void> {
    const keys = [`${joined.community} ${joined.where}`, `${joined.community} ${joined.channel}`];
    if (keys.some((key) => this.#settled.has(key))) return;
    // Whoever manages a community asks several things at once.
    for (const key of keys) this.#settled.set(key, true);
    const isOver = await this.#welcome(joined, places).catch((error: unknown) => {
      this.#parts.log.warn({ reason: reasonOf(error) }, 'a community could not be welcomed');
      return 'later' as const;
    });
    if (isOver !== 'everywhere') this.#settled.delete(keys[0] ?? '');
    if (isOver === 'later') this.#settled.delete(keys[1] ?? '');
  }

  /** Where that is settled: everywhere, in this channel alone, or nowhere yet. */
  async #welcome(joined: Joined, places: readonly PostingPlace[]): Promise<'everywhere' | 'here' | 'later'> {
    const { store: open, welcome, settings, clock, worker } = this.#parts;
    const { community, channel, where, locale } = joined;
    const store = await open();
    const place = places.find(({ name }) => name === placeOf(community));
    if (store === null || place?.poster === undefined) return 'later';
    if (await store.welcomes.had(community, where)) return 'everywhere';
    if (where === 'channel' && !(await isThereToPost(place, { community, channel }))) return 'here';
    const { language = languageOf(locale) } = await settings.of(community);
    const post = { target: `${place.name}:${channel}`, community, language, reply: welcome, worker };
    const at = clock.now();
    // The community may have been forgotten since it was last welcomed.
    await store.welcomes.claim(community, where, claimPost({ key: `welcome ${where} ${at}`, at }, post));
    return 'everywhere';
  }
}
