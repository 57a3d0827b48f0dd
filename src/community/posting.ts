import { hostname } from 'node:os';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Said } from '../message/message.ts';
import { chooseEngine } from '../outbox/choose-engine.ts';
import type { PostingPlace } from '../outbox/place.ts';
import type { Runner } from '../outbox/runner.ts';
import type { Settings } from '../outbox/settings.ts';
import { SETTINGS } from '../outbox/settings.ts';
import type { StoreAddress } from '../store/store.ts';
import type { StoreSupervisor } from '../store/supervisor.ts';
import type { Prepare } from './prepare-post.ts';
import { lookForDeparted } from './removed.ts';
import { scheduleRunner } from './run-schedules.ts';
import type { PromptSchedule } from './schedule.ts';
import { tellMaker } from './tell.ts';

/** What is posted, and when. */
export interface PostingSettings {
  readonly prepare: Prepare;
  /** What people call a schedule; its id unless told. */
  readonly nameOf?: (schedule: PromptSchedule) => Said;
  /** Waiting times; tests shorten them. */
  readonly settings?: Settings;
}

interface PostingParts extends PostingSettings {
  readonly address: StoreAddress;
  readonly supervisor: StoreSupervisor;
  /** The name of this process. */
  readonly worker: string;
  readonly log: Log;
}

/** Posts what is due, from when the places are on and something is remembered. */
export class Posting {
  readonly #parts: PostingParts;
  readonly #started = Promise.withResolvers<readonly PostingPlace[]>();
  #places: readonly PostingPlace[] | undefined;
  #runner: Promise<Runner> | undefined;
  #stopLooking: (() => void) | undefined;
  #isStopped = false;

  constructor(parts: PostingParts) {
    this.#parts = parts;
  }

  /** The places that are on now; none before they are. */
  get places(): readonly PostingPlace[] {
    return this.#places ?? [];
  }

  /** Settles once the places are on. */
  get started(): Promise<readonly PostingPlace[]> {
    return this.#started.promise;
  }

  /** From now on these places are on. */
  begin(places: readonly PostingPlace[]): void {
    this.#places = places;
    this.#started.resolve(places);
  }

  /** There is something to post, where there was nothing yet. */
  wake(): void {
    if (this.#places === undefined || this.#isStopped) return;
    this.#runner ??= this.#run(this.#places);
  }

  /** Begins nothing more. */
  refuse(): void {
    this.#isStopped = true;
  }

  /** Waits for what is being posted. */
  async stop(): Promise<void> {
    await (await this.#runner)?.stop();
    this.#stopLooking?.();
  }

  async #run(places: readonly PostingPlace[]): Promise<Runner> {
    const { address, supervisor, worker, nameOf, log, settings = SETTINGS } = this.#parts;
    const runner = scheduleRunner({
      ...this.#parts,
      engine: await chooseEngine(address),
      posters: places.flatMap(({ poster }) => poster ?? []),
      notify: (notice) =>
        tellMaker(notice, supervisor.store, { places, nameOf, log, now: () => systemClock.now(), worker }),
      clock: systemClock,
      settings,
    });
    if (this.#isStopped) return runner;
    log.info({ worker, host: hostname(), pid: process.pid }, 'schedules run here, under this name');
    runner.start();
    this.#stopLooking = lookForDeparted(() => supervisor.check(), places, log);
    return runner;
  }
}
