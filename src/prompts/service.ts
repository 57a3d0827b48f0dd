import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Adapter, Health } from '../adapter.ts';
import type { Counts } from '../counts.ts';
import { noCounts } from '../counts.ts';
import type { Leases, LeaseTiming } from '../lease/lease.ts';
import { createLeases } from '../lease/leases.ts';
import { speak } from '../message/speak.ts';
import type { Said } from '../message/message.ts';
import { say, withValue } from '../message/say.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reason.ts';
import { chooseEngine } from '../schedule/choose-engine.ts';
import type { Prepare } from '../schedule/claims.ts';
import { systemClock } from '../schedule/clock.ts';
import { Runner } from '../schedule/runner.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Settings } from '../schedule/settings.ts';
import { SETTINGS } from '../schedule/settings.ts';
import { StoreKeeper } from '../store/keeper.ts';
import type { Notice } from '../store/notices.ts';
import type { Store, StoreAddress } from '../store/store.ts';
import { openStore, tryFolder } from '../store/store.ts';
import { specOf } from './content.ts';
import { lookForDeparted } from './departed.ts';
import type { PromptDesk } from './desk.ts';
import { KeptCounts } from './kept-counts.ts';
import { KeptDesk } from './kept-desk.ts';

/** Schedules of prompts, from the desk where they are made to the posts. */
export interface PromptService {
  readonly desk: PromptDesk;
  /** What communities ask; nothing where it is not to be counted. */
  readonly counts: Counts;
  /** Which of several processes does what only one may do. */
  readonly leases: Leases;
  /** Tries whether what is remembered can be relied on, and says so where it cannot; never rejects. */
  tryStore(): Promise<void>;
  /** Posts what is due in these places, from now on. */
  start(places: readonly Adapter[]): void;
  health(): Health;
  /** Starts nothing more, waits for what is being posted, and closes the store. */
  stop(): Promise<void>;
}

export interface ServiceParts {
  readonly address: StoreAddress;
  readonly prepare: Prepare;
  /** What people call a schedule; its id unless told. */
  readonly nameOf?: (schedule: Schedule) => Said;
  readonly log: Log;
  /** Waiting times; tests shorten them. */
  readonly settings?: Settings;
  readonly leaseTiming?: LeaseTiming;
  /** Whether what communities ask is counted; it is unless told. */
  readonly counted?: boolean;
}

/**
 * Where to remember: PostgreSQL where `DATABASE_URL` is set, else a file in `ROLECALL_DATA_DIR`; and whether to count,
 * which `ROLECALL_COUNTS` ends.
 */
export function settingsIn(
  variables: Readonly<Record<string, string>>,
): Pick<ServiceParts, 'address' | 'counted'> {
  const { DATABASE_URL: url, ROLECALL_DATA_DIR: folder = '.', ROLECALL_COUNTS: counts } = variables;
  const address = url === undefined ? { file: join(folder, 'rolecall.sqlite') } : { url };
  // Whoever wrote anything but "on" did not mean that.
  return { address, counted: counts === undefined || counts === 'on' };
}

/** A service that opens its store when it is first needed: a file that is not there yet, when somebody asks the desk. */
export function createPrompts(parts: ServiceParts): PromptService {
  return new Service(parts);
}

/** Whether there is a store already: a file is made when somebody first wants something remembered. */
function isThere(address: StoreAddress): boolean {
  return 'url' in address || existsSync(address.file);
}

/** Opens the store; where no file can be made, the folder is what is said to be wrong. */
async function openAt(address: StoreAddress): Promise<Store> {
  try {
    return await openStore(address);
  } catch (error) {
    if ('file' in address && !isThere(address)) await tryFolder(dirname(address.file));
    throw error;
  }
}

/** What is told where the settings say that nothing is counted. */
const NOT_COUNTED = say(
  'Nothing is counted here: whoever runs me set ROLECALL_COUNTS=off, and can leave that out to begin.',
);

class Service implements PromptService {
  readonly desk: PromptDesk;
  readonly counts: Counts;
  readonly leases: ReturnType<typeof createLeases>;
  readonly #kept: KeptCounts;
  readonly #parts: ServiceParts;
  readonly #keeper: StoreKeeper;
  /** The name of this process as people see it; the log says where it runs. */
  readonly #worker = `worker-${randomUUID().slice(0, 8)}`;
  #places: readonly Adapter[] | undefined;
  #runner: Promise<Runner> | undefined;
  #stopLooking: (() => void) | undefined;
  #isStopped = false;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    const { address, prepare, log, settings = SETTINGS } = parts;
    this.#keeper = new StoreKeeper(() => openAt(address), systemClock, log);
    this.leases = createLeases({
      store: () => this.#keeper.check(),
      isShared: 'url' in address,
      worker: this.#worker,
      log,
      ...(parts.leaseTiming === undefined ? {} : { timing: parts.leaseTiming }),
    });
    const desk = new KeptDesk({
      keeper: this.#keeper,
      places: () => this.#places ?? [],
      prepare,
      clock: systemClock,
      worker: this.#worker,
      graceMs: settings.graceMs,
      isThere: () => isThere(address),
      log,
      wake: () => this.#wake(),
    });
    this.desk = desk;
    this.#kept = new KeptCounts({
      onStore: desk.onStore,
      isThere: () => isThere(address),
      clock: systemClock,
      log,
    });
    this.counts = parts.counted === false ? noCounts(NOT_COUNTED) : this.#kept;
  }

  start(places: readonly Adapter[]): void {
    this.#places = places;
    if (isThere(this.#parts.address)) this.#wake();
  }

  async tryStore(): Promise<void> {
    const { address } = this.#parts;
    if (!('file' in address) || isThere(address)) return void (await this.#keeper.check());
    await tryFolder(dirname(address.file)).catch((error: unknown) => this.#keeper.failed(error));
  }

  health(): Health {
    return this.#keeper.health();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    // First of all, so that whoever stands by need not wait for what is being posted.
    await this.leases.stop();
    await this.#kept.flush();
    await (await this.#runner)?.stop();
    this.#stopLooking?.();
    await this.#keeper.close();
  }

  #wake(): void {
    if (this.#places === undefined || this.#isStopped) return;
    this.#runner ??= this.#run(this.#places);
  }

  async #run(places: readonly Adapter[]): Promise<Runner> {
    const { address, prepare, log, settings = SETTINGS } = this.#parts;
    const runner = new Runner({
      worker: this.#worker,
      keeper: this.#keeper,
      engine: await chooseEngine(address),
      posters: places.flatMap(({ poster }) => poster ?? []),
      prepare,
      notify: (notice) => this.#tell(notice),
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
    this.#stopLooking = lookForDeparted(() => this.#keeper.check(), places, log);
    return runner;
  }

  /** Tells whoever made the schedule; where that is not possible, `/prompts list` and the log still say it. */
  async #tell({ schedule: id, community, sentence }: Notice): Promise<void> {
    const { log } = this.#parts;
    log.warn({ schedule: id, community }, speak(sentence, 'en'));
    const schedule = await this.#keeper.store?.schedules.get(id);
    const place = this.#places?.find(({ name }) => community.startsWith(`${name}:`));
    if (schedule === null || schedule === undefined || place?.tell === undefined) return;
    const { by, language = 'en' } = specOf(schedule);
    const named = withValue(sentence, 'schedule', { of: id, as: this.#parts.nameOf?.(schedule) ?? id });
    await place.tell(by, [named], language).catch((error: unknown) => {
      log.warn({ schedule: id, reason: reasonOf(error) }, 'whoever made the schedule could not be told');
    });
  }
}
