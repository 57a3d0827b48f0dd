import type { Adapter, Connection } from '../../src/adapter.ts';
import { createInFlight } from '../../src/in-flight.ts';
import { measuredPoster } from '../../src/metrics/measured-poster.ts';
import { countedCalls, noMetrics } from '../../src/metrics/metrics.ts';
import { accessWith } from './access.ts';
import { clientOptions, createApp } from './app.ts';
import { keepOpen, WAITS } from './keep-open.ts';
import { createListening } from './listening.ts';
import { createPoster } from './poster.ts';
import { RETRY_POLICY } from './retry.ts';
import { createTableSupport } from './table-support.ts';
import { transportFor } from './transports.ts';
import { workspaceAccess } from './workspace.ts';

/** How the place is timed; tests shorten it. Milliseconds. */
export interface Timing {
  /** Waits before one request is tried again. */
  readonly again: readonly number[];
  /** Waits before the connection is opened again; the last one is repeated. */
  readonly reopen: readonly number[];
  /** Epoch milliseconds, for how long Slack is believed. */
  readonly clock?: () => number;
}

const TIMING: Timing = { again: RETRY_POLICY.waits, reopen: WAITS };

/**
 * Joins a Slack workspace, or those that install the app: by Socket Mode when there is an app token, else over HTTP. Throws `SetupProblem` when Slack
 * refuses a token; waits an outage out.
 */
export async function connect(
  connection: Connection,
  { again, reopen, clock = Date.now }: Timing = TIMING,
): Promise<Adapter> {
  const { variables, log, metrics = noMetrics } = connection;
  const { SLACK_API_URL: api = 'https://slack.com/api/' } = variables;
  const tables = createTableSupport(clock);
  const inFlight = createInFlight();
  const fetch = countedCalls(globalThis.fetch, 'slack', metrics);
  const options = clientOptions(api, { ...RETRY_POLICY, waits: again }, fetch);
  const { workspaces, routes: installing } = accessWith(connection, { options, fetch });
  const listen = createListening({ ...connection, clock, tables, inFlight, workspaces });
  const { transport, routes } = transportFor(variables, options, log, (receiver) =>
    listen(createApp({ access: workspaces.access, receiver, options, inFlight, log })),
  );
  const kept = await keepOpen(transport, log, reopen);
  return {
    name: 'slack',
    ...kept,
    routes: [...routes, ...installing],
    stop: async () => {
      await kept.stop();
      await inFlight.settled();
    },
    poster: measuredPoster(
      createPoster((workspace) => workspaces.client(workspace), tables),
      metrics,
    ),
    ...workspaceAccess(workspaces),
  };
}
