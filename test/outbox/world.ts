import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { silentLog } from '../../src/log.ts';
import { speak } from '../../src/message/speak.ts';
import { chooseEngine } from '../../src/outbox/choose-engine.ts';
import type { Prepare } from '../../src/community/prepare-post.ts';
import type { Clock } from '../../src/clock.ts';
import { keepSchedule } from '../../src/community/manage.ts';
import { scheduleRunner } from '../../src/community/run-schedules.ts';
import type { Poster } from '../../src/outbox/poster.ts';
import type { Runner } from '../../src/outbox/runner.ts';
import type { Schedule } from '../../src/community/schedule.ts';
import type { Settings } from '../../src/outbox/settings.ts';
import { StoreSupervisor } from '../../src/store/supervisor.ts';
import { openStore, type Store, type StoreAddress } from '../../src/store/store.ts';
import { scheduleOf } from '../store/examples.ts';
import { FakePlace } from './fake-place.ts';

/** Real waiting, but a time of day that can be set: what takes a week takes no time. */
export class SetClock implements Clock {
  #offset: number;
  constructor(start: string) {
    this.#offset = Date.parse(start) - Date.now();
  }
  now(): number {
    return Date.now() + this.#offset;
  }
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
  jumpTo(moment: string): void {
    this.#offset = Date.parse(moment) - Date.now();
  }
}

/**
 * The engine's waiting times, shortened; long enough that a busy machine is not taken for a place that does not answer.
 * pg-boss counts in whole seconds.
 */
export const FAST: Settings = {
  tickMs: 100,
  graceMs: 5 * 60_000,
  postTimeoutMs: 1_500,
  deliveryHoldMs: 5_000,
  settleMs: 500,
  lookMs: 3_600_000,
  backoffMs: { first: 300, longest: 1_000 },
  refusalMs: [100, 200],
  spareTries: 20,
  concurrency: 16,
  keepMs: 400 * 86_400_000,
};

/** Monday 09:00 in Madrid, when the default schedule is due. */
export const DUE = '2026-01-05T09:00:00+01:00';
export const OCCURRENCE = 'weekly@2026-01-05T09:00';

/** A store, a place, a time of day, and any number of processes that run schedules on them. */
export interface World {
  readonly address: StoreAddress;
  readonly store: Store;
  readonly place: FakePlace;
  readonly clock: SetClock;
  readonly told: string[];
  /** How many notices the administrators will miss. */
  deaf: number;
  keep(schedule?: Partial<Schedule>): Promise<Schedule>;
  /** Starts a process. */
  run(worker?: string, poster?: Poster, more?: { prepare?: Prepare; settings?: Settings }): Promise<Runner>;
  /** The state of each step of an occurrence, as `target step state`. */
  readonly states: (occurrence?: string) => Promise<string[]>;
  close(): Promise<void>;
}

/** A world on a database of its own. Schedules kept in it come due from `start` on. */
export async function makeWorld(address: StoreAddress, start = DUE): Promise<World> {
  const store = await openStore(address);
  const place = new FakePlace();
  const clock = new SetClock(start);
  const told: string[] = [];
  const running: { runner: Runner; supervisor: StoreSupervisor }[] = [];
  const world: World = {
    deaf: 0,
    address,
    store,
    place,
    clock,
    told,
    async keep(more = {}) {
      const schedule = scheduleOf(more);
      await keepSchedule(store, schedule, Date.parse(start) - 1);
      return schedule;
    },
    async run(worker = 'w1', poster = place.poster(), more = {}) {
      const engine = await chooseEngine(address);
      const supervisor = new StoreSupervisor(() => openStore(address), clock, silentLog);
      const runner = scheduleRunner({
        worker,
        supervisor,
        engine,
        posters: [poster],
        prepare: more.prepare ?? (async (schedule, slot) => ({ content: `${schedule.id} ${slot.key}` })),
        notify: async (notice) => {
          if (world.deaf-- > 0) throw new Error('Nobody there.');
          told.push(speak(notice.sentence, 'en'));
        },
        clock,
        settings: more.settings ?? FAST,
        log: silentLog,
      });
      running.push({ runner, supervisor });
      runner.start();
      return runner;
    },
    async states(occurrence = OCCURRENCE) {
      const steps = (await store.why(occurrence))?.steps ?? [];
      return steps.map((step) => `${step.target} ${step.step} ${step.state}`);
    },
    async close() {
      await Promise.all(running.map(({ runner }) => runner.stop()));
      await Promise.all(running.map(({ supervisor }) => supervisor.close()));
      await store.close();
    },
  };
  return world;
}

/** Waits until it is so, looking every so many milliseconds; fails after `seconds` with what is so instead. */
export async function until<T>(
  look: () => T | Promise<T>,
  isSo: (seen: T) => boolean,
  seconds = 25,
  every = 50,
): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > end) throw new Error(`Still not so: ${JSON.stringify(seen)}`);
    await setTimeout(every);
  }
}

/** A folder for files, removed by `remove`. */
export function scratch(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
