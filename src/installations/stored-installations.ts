import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';
import type { Store } from '../store/store.ts';
import type { Installations } from './installations.ts';
import type { Seal } from './seal.ts';
import { createSeal } from './seal.ts';

/** How long a secret is believed that was read: as long as it takes until other processes heed a change. Milliseconds. */
const BELIEVED_MS = 3_000;
/** Communities whose secrets are remembered. */
const MOST = 20_000;

/** What installations are built from. */
export interface InstallationParts {
  /** The store while it can be relied on, else null. */
  readonly store: () => Promise<Store | null>;
  /** Whether there is a store already, so that reading makes no new file. */
  readonly isThere: () => boolean;
  /** As they are set; without any, nothing can be kept. */
  readonly keys: string | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

interface Known {
  readonly secret: string | null;
  readonly until: number;
}

/** Installations over a store, encrypted there, read through a cache of some seconds. */
export class StoredInstallations implements Installations {
  readonly #parts: InstallationParts;
  readonly #known = new LRUCache<string, Known>({ max: MOST });
  readonly #reading = new Map<string, Promise<string | null>>();
  #seal: Seal | undefined;

  constructor(parts: InstallationParts) {
    this.#parts = parts;
  }

  async secretOf(community: string): Promise<string | null> {
    const known = this.#known.get(community);
    if (known !== undefined && known.until > this.#parts.clock.now()) return known.secret;
    const reading = this.#read(community);
    if (known === undefined || known.secret === null) return reading;
    // Nobody waits for the store where there is one: it goes on with that while the store is away.
    reading.catch((error: unknown) => {
      this.#parts.log.debug({ reason: reasonOf(error) }, 'an installation could not be read again');
    });
    return known.secret;
  }

  async keep(community: string, secret: string): Promise<void> {
    const at = this.#parts.clock.now();
    const sealed = this.#sealed().close(secret, community);
    await (await this.#store()).installations.put({ community, sealed, at });
    this.#note(community, secret);
  }

  async remove(community: string, at: number): Promise<void> {
    this.#known.delete(community);
    if (this.#parts.isThere()) await (await this.#store()).installations.remove(community, at);
  }

  async isRemoved(community: string): Promise<boolean> {
    if (!this.#parts.isThere()) return false;
    return (await (await this.#store()).installations.get(community))?.sealed === '';
  }

  async of(place: string): Promise<readonly string[]> {
    if (!this.#parts.isThere()) return [];
    const all = await (await this.#store()).installations.all();
    return all.flatMap(({ community, sealed }) =>
      sealed !== '' && community.startsWith(`${place}:`) ? [community] : [],
    );
  }

  async renew(): Promise<void> {
    if (!this.#parts.isThere()) return;
    const seal = this.#sealed();
    const { installations } = await this.#store();
    for (const { community, sealed } of await installations.all())
      if (sealed !== '' && !seal.isCurrent(sealed))
        await installations.reseal(community, sealed, seal.close(seal.open(sealed, community), community));
  }

  #sealed(): Seal {
    const { keys } = this.#parts;
    if (keys === undefined) throw new Error('ROLECALL_ENCRYPTION_KEYS is not set');
    this.#seal ??= createSeal(keys);
    return this.#seal;
  }

  async #store(): Promise<Store> {
    const store = await this.#parts.store();
    if (store === null) throw new Error('the store does not answer');
    return store;
  }

  #read(community: string): Promise<string | null> {
    const running = this.#reading.get(community);
    if (running !== undefined) return running;
    const reading = this.#look(community).finally(() => this.#reading.delete(community));
    this.#reading.set(community, reading);
    return reading;
  }

  async #look(community: string): Promise<string | null> {
    if (!this.#parts.isThere()) return null;
    const kept = await (await this.#store()).installations.get(community);
    const isThere = kept !== null && kept.sealed !== '';
    const secret = isThere ? this.#sealed().open(kept.sealed, community) : null;
    this.#note(community, secret);
    return secret;
  }

  #note(community: string, secret: string | null): void {
    this.#known.set(community, { secret, until: this.#parts.clock.now() + BELIEVED_MS });
  }
}
