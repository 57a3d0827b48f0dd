import type { Adapter } from '../adapter.ts';
import type { HttpHost } from '../http/host.ts';
import { createHost } from '../http/host.ts';
import { probes } from '../http/probes.ts';
import { reasonOf } from '../reason.ts';
import type { Measuring } from './measuring.ts';
import type { Lifecycle } from './readiness.ts';
import type { Run } from './setup.ts';

/** Where a place is posted to, and nobody said where. */
const USUAL_PORT = '3000';

/** The HTTP host of this process, with all that is not a place's: it listens where `PORT` is set, else once a place needs it. */
export function openHost({ config, log }: Run, lifecycle: Lifecycle, metrics: Measuring): HttpHost {
  const { PORT: port } = config.variables;
  const host = createHost({ port: port ?? USUAL_PORT, log, metrics });
  host.mount(probes(() => lifecycle.readiness()));
  host.mount(metrics.routes);
  // Before the places are there, so that probes learn how it goes; where it cannot, `tellUnheard` says so.
  if (port !== undefined) host.open().catch(() => undefined);
  return host;
}

/** Says why nothing is heard at `PORT`, which a place that is posted to has said already. */
export async function tellUnheard(
  { config, log }: Run,
  host: HttpHost,
  adapters: readonly Adapter[],
): Promise<void> {
  if (config.variables.PORT === undefined || adapters.some(({ routes = [] }) => routes.length > 0)) return;
  await host.open().catch((error: unknown) => log.error({}, reasonOf(error)));
}
