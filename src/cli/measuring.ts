import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { noMetrics } from '../metrics/metrics.ts';
import type { Route } from '../http/route.ts';
import type { PromptService } from '../community/prompt-service.ts';
import type { Lifecycle } from './readiness.ts';
import type { Watched } from '../metrics/prometheus.ts';

/** What is measured of this process, and where that is read. */
export interface Measuring extends Metrics {
  readonly routes: readonly Route[];
  readonly watch: (watched: Watched) => void;
  /** Sends what was not sent yet. */
  readonly stop: () => Promise<void>;
}

type Variables = Readonly<Record<string, string>>;

const NOTHING: Measuring = { ...noMetrics, routes: [], watch: () => undefined, stop: async () => undefined };

/**
 * Measures where somebody asked for it: by `ROLECALL_METRICS=on`, or by a token of the API, which is then needed to read
 * it; traces where a collector is named. Libraries are loaded only then.
 */
export async function openMeasuring(variables: Variables, log: Log): Promise<Measuring> {
  const [figures, traces] = await Promise.all([openFigures(variables), openTraces(variables, log)]);
  return { ...figures, ...traces };
}

/** Traces where the environment names a collector for them. */
async function openTraces(
  { OTEL_EXPORTER_OTLP_ENDPOINT: collector }: Variables,
  log: Log,
): Promise<Partial<Measuring>> {
  if (collector === undefined) return {};
  const { createTraces } = await import('../metrics/traces.ts');
  return createTraces(log);
}

async function openFigures(variables: Variables): Promise<Measuring> {
  const { ROLECALL_METRICS: wish, ROLECALL_API_TOKEN: token } = variables;
  if (wish !== 'on' && (wish !== undefined || token === undefined)) return NOTHING;
  const { createPrometheus } = await import('../metrics/prometheus.ts');
  const prometheus = createPrometheus();
  return { ...NOTHING, ...prometheus, routes: [prometheus.route(token)] };
}

/** Has a look at these whenever somebody reads the figures. */
export function watchProcess(
  { watch }: Measuring,
  { lifecycle, prompts }: { readonly lifecycle: Lifecycle; readonly prompts: Pick<PromptService, 'waiting'> },
): void {
  watch({
    name: 'ready',
    help: 'Whether /readyz says that this process is ready: 1 or 0.',
    read: () => Number(lifecycle.readiness().isReady),
  });
  watch({
    name: 'deliveries_waiting',
    help: 'Posts that wait to be delivered, in the whole store; absent while it does not answer.',
    read: () => prompts.waiting(),
  });
}
