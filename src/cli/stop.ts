import { setTimeout as sleep } from 'node:timers/promises';
import type { Adapter } from '../adapter.ts';
import type { HttpHost } from '../http/host.ts';
import type { Log } from '../log.ts';
import type { PromptService } from '../community/prompt-service.ts';
import { reasonOf } from '../reason.ts';
import type { Measuring } from './measuring.ts';
import type { Lifecycle } from './readiness.ts';

/** What goes on until it is stopped. */
export interface Running {
  readonly adapters: readonly Adapter[];
  readonly host: HttpHost;
  readonly prompts: Pick<PromptService, 'stop'>;
  readonly metrics: Pick<Measuring, 'stop'>;
  readonly lifecycle: Lifecycle;
  /** Looks at the knowledge's files no more. */
  readonly stop: () => void;
  readonly log: Log;
}

/** How an end is timed, in milliseconds. */
interface StopTiming {
  /** From "not ready" to the closing of the host, so that load balancers send no more until then. */
  readonly drainMs: number;
  /** All of it, at most: what supervises processes kills soon after. */
  readonly wholeMs: number;
}

/** After which whatever still goes on is given up. */
const WHOLE_MS = 9_500;

/**
 * Ends the process in good order when it is told to, by Ctrl+C or by whoever supervises it: with 0, or with 1 where
 * something did not end in time. A second signal ends it at once.
 */
export function stopOnSignal(running: Running, drainMs: number): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void end(running, { drainMs, wholeMs: WHOLE_MS }).then((isWhole) => process.exit(isWhole ? 0 : 1));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Ends all that goes on, in order; whether it ended in time. Never rejects. */
export async function end(running: Running, { drainMs, wholeMs }: StopTiming): Promise<boolean> {
  const { log } = running;
  const late = sleep(wholeMs, false, { ref: false });
  const isWhole = await Promise.race([inOrder(running, drainMs), late]);
  if (isWhole) log.info({}, 'stopped');
  else log.error({ wholeMs }, 'stopped before all that had begun was finished');
  return isWhole;
}

/** Not ready → a few seconds → closed → what began is finished → nothing is held any more. */
async function inOrder(
  { adapters, host, prompts, metrics, lifecycle, stop, log }: Running,
  drainMs: number,
): Promise<boolean> {
  lifecycle.stopping();
  stop();
  host.drain();
  const waits = host.port === undefined ? 0 : drainMs;
  log.info({ drainMs: waits }, 'stopping; what comes until the end is answered');
  await Promise.all([sleep(waits), ...adapters.map((adapter) => adapter.handOver?.())]);
  await host.close();
  await stopAll(adapters);
  // Last, since what was heard needs the store.
  await prompts
    .stop()
    .catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'stopping the schedules failed'));
  await metrics.stop();
  return true;
}

/** Stops every place; one that fails keeps none of the others. */
export async function stopAll(adapters: readonly Adapter[]): Promise<void> {
  await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
}
