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
/** After so many holds an open delivery is handed over again, in case its job was lost with a queue that was emptied or restored. */
const OFFERED_AGAIN = 4;

/**
 * Delivers through pg-boss on PostgreSQL, shared by any number of processes: it has the queues, the retries with
 * back-off, the share of each process, who takes over from one that died, and the dead letters. The store hands it what is
 * ready, and again what has been open for a while: of a delivery it has one job at most. `url` is the database's address.
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
      await this.#boss.work(
        DEAD,
        { includeMetadata: true, pollingIntervalSeconds: 1 },
        async (jobs: JobWithMetadata<DeliveryId>[]) => {
          for (const job of jobs) await deadLetter(this.#work, job.data, (job.sourceRetryCount ?? 0) + 1);
        },
      );
      for (const poster of this.#work.posters) await this.#serve(poster);
    } catch (error) {
      await this.#boss.stop({ graceful: false });
      throw error;
    }
  }

  /** Hands what is ready to the queues, in one transaction. What has a job there already gets no second one. */
  async pump(): Promise<void> {
    const { store, context, posters } = this.#work;
    const now = context.clock.now();
    const heldUntil = now + OFFERED_AGAIN * context.settings.deliveryHoldMs;
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
      // One job at most that waits, is tried again or runs, of each delivery.
      policy: 'exclusive' as const,
      deadLetter: DEAD,
      retryDelay: seconds(settings.backoffMs.first),
      retryBackoff: true,
      retryDelayMax: seconds(settings.backoffMs.longest),
      // A job whose process died is tried again after this; steps have their own, shorter hold in the store.
      expireInSeconds: seconds(settings.deliveryHoldMs),
      deleteAfterSeconds: 24 * 3_600,
    };
    await this.#boss.createQueue(queue, policy);
    const { policy: _, ...changeable } = policy;
    await this.#boss.updateQueue(queue, changeable);
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
      if (result.kind === 'retry')
        return { id, status: 'failed', output: { message: 'The place was down.' } };
      // Waiting for a known time is no failure: the job ends as the delivery goes back to the store until then.
      await context.insist(() =>
        store.database.transaction(async (queries) => {
          await store.deliveries.postpone(data, result.at, queries);
          await this.#boss.complete(queueOf(poster.place), id, null, { db: through(queries) });
        }),
      );
      return { id, status: 'completed' };
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
    const singletonKey = `${occurrence} ${target}`;
    return { data: { occurrence, target }, singletonKey, retryLimit, group: { id: target } };
  }
}

/** A queue keeps the policy that it was made with: one with another policy has another name. */
function queueOf(place: string): string {
  return `rolecall-delivery-${place}`;
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
  // Ids, which need no quotation marks in an array.
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`pg-boss wants to store a ${typeof value}, which the store has no column for.`);
}
