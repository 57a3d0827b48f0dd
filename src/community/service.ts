import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { PostingPlace } from '../outbox/place.ts';
import { systemClock } from '../clock.ts';
import type { Health } from '../health.ts';
import type { Installations } from '../installations/installations.ts';
import { StoredInstallations } from '../installations/stored-installations.ts';
import type { Leases, LeaseTiming } from '../lease/lease.ts';
import { createLeases } from '../lease/leases.ts';
import type { Log } from '../log.ts';
import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { chooseEngine } from '../outbox/choose-engine.ts';
import type { Reply } from '../reply.ts';
import type { Runner } from '../outbox/runner.ts';
import type { Settings } from '../outbox/settings.ts';
import { SETTINGS } from '../outbox/settings.ts';
import { isThere, openAt, tryAddress } from '../store/address.ts';
import type { Store, StoreAddress } from '../store/store.ts';
import { StoreSupervisor } from '../store/supervisor.ts';
import type { Prepare } from './claims.ts';
import type { CommunityMemory } from './community.ts';
import { noCounts } from './counts.ts';
import { onStore } from './on-store.ts';
import { lookForDeparted, tellRemoved } from './removed.ts';
import { scheduleRunner } from './run-schedules.ts';
import type { PromptSchedule } from './schedule.ts';
import { storedCommunity } from './stored-community.ts';
import { StoredCounts } from './stored-counts.ts';
import { tellMaker } from './tell.ts';
import type { Joined } from './welcome.ts';
import { Welcoming } from './welcome.ts';

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

export interface ServiceParts {
  readonly address: StoreAddress;
  readonly prepare: Prepare;
  /** What people call a schedule; its id unless told. */
  readonly nameOf?: (schedule: PromptSchedule) => Said;
  /** What a community is told once where the bot is wanted; nothing unless told. */
  readonly welcome?: Reply;
  readonly log: Log;
  /** Waiting times; tests shorten them. */
  readonly settings?: Settings;
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

/** A service that opens its store when it is first needed: a file that is not there yet, when somebody wants something remembered. */
export function createPrompts(parts: ServiceParts): PromptService {
  return new Service(parts);
}

/** What is told where the settings say that nothing is counted. */
const NOT_COUNTED = say(
  'Nothing is counted here: whoever runs me set ROLECALL_COUNTS=off, and can leave that out to begin.',
);

class Service implements PromptService {
  readonly community: CommunityMemory;
  readonly leases: ReturnType<typeof createLeases>;
  readonly installations: Installations;
  readonly #counts: StoredCounts;
  readonly #parts: ServiceParts;
  readonly #supervisor: StoreSupervisor;
  /** The name of this process as people see it; the log says where it runs. */
  readonly #worker = `worker-${randomUUID().slice(0, 8)}`;
  readonly #started = Promise.withResolvers<readonly PostingPlace[]>();
  readonly #welcoming: Welcoming | undefined;
  #places: readonly PostingPlace[] | undefined;
  #runner: Promise<Runner> | undefined;
  #stopLooking: (() => void) | undefined;
  #isStopped = false;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    const { address, prepare, log, settings = SETTINGS } = parts;
    this.#supervisor = new StoreSupervisor(() => openAt(address), systemClock, log);
    this.leases = createLeases({
      store: () => this.#supervisor.check(),
      isShared: 'url' in address,
      worker: this.#worker,
      log,
      ...(parts.leaseTiming === undefined ? {} : { timing: parts.leaseTiming }),
    });
    this.installations = new StoredInstallations({
      store: () => this.#awake(),
      isThere: () => isThere(address),
      keys: parts.keys,
      clock: systemClock,
      log,
    });
    const books = {
      onStore: onStore(this.#supervisor, () => this.#wake()),
      places: () => this.#places ?? [],
      prepare,
      clock: systemClock,
      worker: this.#worker,
      graceMs: settings.graceMs,
      isThere: () => isThere(address),
      log,
    };
    this.#counts = new StoredCounts(books);
    this.community = storedCommunity(books, parts.counted === false ? noCounts(NOT_COUNTED) : this.#counts);
    this.#welcoming = this.#welcomingWith(parts);
  }

  start(places: readonly PostingPlace[]): void {
    this.#places = places;
    this.#started.resolve(places);
    if (isThere(this.#parts.address)) this.#wake();
  }

  async tryStore(): Promise<void> {
    const { address } = this.#parts;
    if (isThere(address)) return void (await this.#supervisor.check());
    await tryAddress(address).catch((error: unknown) => this.#supervisor.failed(error));
  }

  removed(community: string): Promise<void> {
    const { address, log } = this.#parts;
    const store = async () => (isThere(address) ? this.#supervisor.check() : null);
    return tellRemoved(community, store, log);
  }

  async joined(joined: Joined): Promise<void> {
    await this.#welcoming?.joined(joined, await this.#started.promise);
  }

  #welcomingWith({ welcome, log }: ServiceParts): Welcoming | undefined {
    if (welcome === undefined) return undefined;
    const store = async () => {
      const open = await this.#supervisor.check();
      if (open !== null) this.#wake();
      return open;
    };
    const { settings } = this.community;
    return new Welcoming({ store, settings, welcome, clock: systemClock, log, worker: this.#worker });
  }

  health(): Health {
    return this.#supervisor.health();
  }

  async waiting(): Promise<number | undefined> {
    return this.#supervisor.store?.deliveries.openCount().catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    // First of all, so that whoever stands by need not wait for what is being posted.
    await this.leases.stop();
    await this.#counts.flush();
    await (await this.#runner)?.stop();
    this.#stopLooking?.();
    await this.#supervisor.close();
  }

  /** The store while it can be used, which is reason to post what is due in it. */
  async #awake(): Promise<Store | null> {
    const store = await this.#supervisor.check();
    if (store !== null) this.#wake();
    return store;
  }

  #wake(): void {
    if (this.#places === undefined || this.#isStopped) return;
    this.#runner ??= this.#run(this.#places);
  }

  async #run(places: readonly PostingPlace[]): Promise<Runner> {
    const { address, prepare, nameOf, log, settings = SETTINGS } = this.#parts;
    const runner = scheduleRunner({
      worker: this.#worker,
      supervisor: this.#supervisor,
      engine: await chooseEngine(address),
      posters: places.flatMap(({ poster }) => poster ?? []),
      prepare,
      notify: (notice) =>
        tellMaker(notice, this.#supervisor.store, {
          places,
          nameOf,
          log,
          now: () => systemClock.now(),
          worker: this.#worker,
        }),
      clock: systemClock,
      settings,
      log,
    });
    if (this.#isStopped) return runner;
    log.info(
      { worker: this.#worker, host: hostname(), pid: process.pid },
      'schedules run here, under this name',
    );
    runner.start();
    this.#stopLooking = lookForDeparted(() => this.#supervisor.check(), places, log);
    return runner;
  }
}
