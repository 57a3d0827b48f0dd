import type { HttpHost } from '../http/host.ts';
import { createHost } from '../http/host.ts';
import { probes } from '../http/probes.ts';
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
