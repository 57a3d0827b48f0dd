import { PgBoss } from 'pg-boss';
import type { Db, Job, JobInsert, JobResult, JobWithMetadata } from 'pg-boss';
import type { Cell, Queries } from '../store/database.ts';
import type { Delivery, DeliveryId } from '../store/deliveries.ts';
import type { Engine, EngineWork } from './engine.ts';
import { deadLetter } from './dead-letter.ts';
import type { Poster } from './poster.ts';
import type { Settings } from './settings.ts';
import { reasonOf } from '../reason.ts';

const DEAD = 'rolecall-dead';
/** Deliveries in one batch: a batch is settled when its slowest delivery is. */
const BATCH = 8;
const HAND_OVER = 500;

/**
 * Delivers through pg-boss on PostgreSQL, shared by any number of processes: it has the queues, the retries with
 * back-off, the share of each process, and the dead letters. `url` is the database's address.
 */
export function bossEngine(url: string): Engine {
  let running: BossEngine | null = null;
  return {
    async start(work) {
      const engine = new BossEngine(url, work);
      await engine.start();
      running = engine;
    },
    pump: async () => running?.pump(),
    stop: async () => running?.stop(),
  };
}

class BossEngine {
  readonly #work: EngineWork;
  readonly #boss: PgBoss;

  constructor(url: string, work: EngineWork) {
    this.#work = work;
    const interval = watchSeconds(work.context.settings);
    this.#boss = new PgBoss({
      connectionString: url,
      application_name: 'rolecall delivery',
      max: 6,
      // Schedules are ours: the rules know quiet weeks and every zone's clock changes.
      schedule: false,
      superviseIntervalSeconds: interval,
      monitorIntervalSeconds: interval,
    });
    // It goes on by itself after an outage, which the store's supervisor reports; unheard, the event would end the process.
    this.#boss.on('error', (error) =>
      work.log.debug({ reason: reasonOf(error) }, 'pg-boss reports an error'),
    );
  }

  async start(): Promise<void> {
    try {
      await this.#boss.start();
      await this.#boss.createQueue(DEAD, { retryLimit: 5, retryDelay: 60, retryBackoff: true });
      await this.#boss.work(DEAD, { includeMetadata: true }, async (jobs: JobWithMetadata<DeliveryId>[]) => {
        for (const job of jobs) await deadLetter(this.#work, job.data, (job.sourceRetryCount ?? 0) + 1);
      });
      for (const poster of this.#work.posters) await this.#serve(poster);
    } catch (error) {
      await this.#boss.stop({ graceful: false });
      throw error;
    }
  }

  /** Hands what is ready to the queues. Taking it and queueing it is one transaction. */
  async pump(): Promise<void> {
    const { store, context, posters } = this.#work;
    const now = context.clock.now();
    const heldUntil = now + this.#holdMs();
    for (const { place } of posters)
      await store.deliveries.take(
        { place, now, heldUntil, limit: HAND_OVER },
        async (queries, deliveries) => {
          const jobs = deliveries.map((delivery) => this.#jobFor(delivery, now));
          await this.#boss.insert(queueOf(place), jobs, { db: through(queries) });
        },
      );
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ timeout: this.#work.context.settings.postTimeoutMs * 2 });
  }

  async #serve(poster: Poster): Promise<void> {
    const { settings } = this.#work.context;
    const queue = queueOf(poster.place);
    const policy = {
      deadLetter: DEAD,
      retryDelay: seconds(settings.backoffMs.first),
      retryBackoff: true,
      retryDelayMax: seconds(settings.backoffMs.longest),
      // A job whose process died is tried again after this; tries have their own, shorter hold in the store.
      expireInSeconds: seconds(settings.deliveryHoldMs),
      deleteAfterSeconds: 24 * 3_600,
    };
    await this.#boss.createQueue(queue, policy);
    await this.#boss.updateQueue(queue, policy);
    const options = {
      batchSize: BATCH,
      localConcurrency: Math.max(1, Math.floor(settings.concurrency / BATCH)),
      perJobResults: true as const,
      pollingIntervalSeconds: Math.max(0.5, settings.tickMs / 1_000),
      burstWhenBatchFull: true,
    };
    await this.#boss.work<DeliveryId>(queue, options, (jobs) =>
      Promise.all(jobs.map((job) => this.#run(job, poster))),
    );
  }

  async #run({ id, data }: Job<DeliveryId>, poster: Poster): Promise<JobResult> {
    const { store, context } = this.#work;
    try {
      const result = await this.#work.deliver(data, poster);
      if (result.kind === 'closed') return { id, status: 'completed' };
      if (result.kind === 'later') {
        // Waiting for a known time is no failure: it goes back to the store until then.
        await context.insist(() => store.deliveries.postpone(data, result.at));
        return { id, status: 'completed' };
      }
      await context.insist(() => store.deliveries.hold(data, context.clock.now() + this.#holdMs()));
      return { id, status: 'failed', output: { message: 'The place was down.' } };
    } catch (error) {
      this.#work.log.error({ reason: reasonOf(error), ...data }, 'A delivery was interrupted');
      return {
        id,
        status: 'failed',
        output: { message: reasonOf(error) },
      };
    }
  }

  #jobFor({ occurrence, target, deadline }: Delivery, now: number): JobInsert<DeliveryId> {
    const { backoffMs, spareTries } = this.#work.context.settings;
    const retryLimit = Math.max(0, Math.ceil((deadline - now) / backoffMs.longest)) + spareTries;
    return { data: { occurrence, target }, retryLimit, group: { id: target } };
  }

  /** Longer than a job can be between two tries. */
  #holdMs(): number {
    const { deliveryHoldMs, backoffMs } = this.#work.context.settings;
    return deliveryHoldMs + 2 * backoffMs.longest + 4_000 * watchSeconds(this.#work.context.settings);
  }
}

function queueOf(place: string): string {
  return `rolecall-${place}`;
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000));
}

/** How often pg-boss looks for jobs whose process died. */
function watchSeconds(settings: Settings): number {
  return Math.min(30, seconds(settings.deliveryHoldMs / 3));
}

/** pg-boss's own statements, run in a transaction of ours. */
function through(queries: Queries): Db {
  return { executeSql: async (sql, values = []) => ({ rows: await queries.rows(sql, values.map(cell)) }) };
}

function cell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`pg-boss wants to store a ${typeof value}, which the store has no column for.`);
}
