import type { Adapter } from '../adapter.ts';
import type { HttpHost } from '../http/host.ts';
import type { Log } from '../log.ts';
import type { PromptService } from '../prompts/service.ts';
import { reasonOf } from '../reason.ts';

/** What goes on until it is stopped, apart from the places. */
export interface Running {
  readonly prompts: PromptService;
  readonly host: HttpHost;
  /** Looks at the knowledge's files no more. */
  readonly stop: () => void;
}

/** Ends the process in good order when it is told to, by Ctrl+C or by whoever supervises it. */
export function stopOnSignal(
  adapters: readonly Adapter[],
  { prompts, host, stop: stopWatching }: Running,
  log: Log,
): void {
  const stop = (): void => {
    stopWatching();
    // What is being posted needs its place until it is done.
    void prompts
      .stop()
      .catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'stopping the schedules failed'))
      .then(() => host.close())
      .then(() => stopAll(adapters))
      .then(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Stops every place; one that fails keeps none of the others. */
export async function stopAll(adapters: readonly Adapter[]): Promise<void> {
  await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
}
