import { join } from 'node:path';
import type { Health } from '../health.ts';
import type { Installations } from '../installations/installations.ts';
import type { Leases, LeaseTiming } from '../lease/lease.ts';
import type { Log } from '../log.ts';
import type { PostingPlace } from '../outbox/place.ts';
import type { Reply } from '../reply.ts';
import type { StoreAddress } from '../store/store.ts';
import type { CommunityMemory } from './community.ts';
import type { PostingSettings } from './posting.ts';
import type { Joined } from './welcome.ts';

/** What is remembered of communities, from the commands that change it to the posts that are due. */
export interface PromptService {
  /** As commands see it; nothing is counted in it where that is not to be. */
  readonly community: CommunityMemory;
  /** Which of several processes does what only one may do. */
  readonly leases: Leases;
  /** By which secrets places act in communities that installed the bot for themselves. */
  readonly installations: Installations;
  /** Tries whether what is remembered can be relied on, and says so where it cannot; never rejects. */
  tryStore(): Promise<void>;
  /** Posts what is due in these places, from now on. */
  start(places: readonly PostingPlace[]): void;
  /** Notes that the bot was removed from a community, as schedules name it; never rejects. */
  removed(community: string): Promise<void>;
  /** Notes that the bot is wanted in a community, which is told once what it is for; never rejects. */
  joined(joined: Joined): Promise<void>;
  health(): Health;
  /** How many posts wait to be delivered; undefined while the store does not say. */
  waiting(): Promise<number | undefined>;
  /** Starts nothing more, waits for what is being posted, and closes the store. */
  stop(): Promise<void>;
}

/** What a service is made of. */
export interface ServiceParts extends PostingSettings {
  readonly address: StoreAddress;
  /** What a community is told once where the bot is wanted; nothing unless told. */
  readonly welcome?: Reply;
  readonly log: Log;
  readonly leaseTiming?: LeaseTiming;
  /** Whether what communities ask is counted; it is unless told. */
  readonly counted?: boolean;
  /** The keys that such secrets are encrypted with. */
  readonly keys?: string;
}

/**
 * Where to remember: PostgreSQL where `DATABASE_URL` is set, else a file in `ROLECALL_DATA_DIR`; and whether to count,
 * which `ROLECALL_COUNTS` ends; and the keys of secrets.
 */
export function settingsIn(
  variables: Readonly<Record<string, string>>,
): Pick<ServiceParts, 'address' | 'counted' | 'keys'> {
  const { DATABASE_URL: url, ROLECALL_DATA_DIR: folder = '.', ROLECALL_COUNTS: counts } = variables;
  const { ROLECALL_ENCRYPTION_KEYS: keys } = variables;
  const address = url === undefined ? { file: join(folder, 'rolecall.sqlite') } : { url };
  // Whoever wrote anything but "on" did not mean that.
  const counted = counts === undefined || counts === 'on';
  return { address, counted, ...(keys === undefined ? {} : { keys }) };
}
