import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Route } from '../http/route.ts';
import type { Metrics } from './metrics.ts';
import { noMetrics } from './metrics.ts';

/** Something to look at when it is asked for; undefined while it is not known. */
export interface Watched {
  readonly name: string;
  readonly help: string;
  readonly read: () => number | undefined | Promise<number | undefined>;
}

/** Metrics as Prometheus reads them. */
export interface Prometheus extends Metrics {
  readonly watch: (watched: Watched) => void;
  /** `/metrics`, behind the token where there is one. */
  route(token: string | undefined): Route;
}

/** Seconds: an answer takes milliseconds, and a platform gives up after three. */
const ANSWER_BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** Seconds after it was due: usually one or two; an outage is waited out for hours. */
const LATE_BUCKETS = [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600];

/** Measures of this process, of its memory, processor and event loop too. Names and units follow Prometheus's own rules. */
export function createPrometheus(): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    ...noMetrics,
    ...measuring(registers),
    watch: ({ name, help, read }) => {
      const gauge = new Gauge({
        name: `rolecall_${name}`,
        help,
        registers,
        collect: async () => {
          const value = await read();
          if (value === undefined) gauge.reset();
          else gauge.set(value);
        },
      });
    },
    route: (token) => ({
      methods: ['GET'],
      path: '/metrics',
      ...(token === undefined ? {} : { token }),
      hear: async () => ({
        status: 200,
        headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
        body: await registry.metrics(),
      }),
    }),
  };
}

function measuring(registers: Registry[]): Omit<Metrics, 'span'> {
  const answers = new Histogram({
    name: 'rolecall_answer_seconds',
    help: 'How long answers took, by place, command and outcome: answer, question, miss, problem, fault, repeated.',
    labelNames: ['place', 'command', 'outcome'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const count = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `rolecall_${name}_total`, help, labelNames, registers });
  const deliveries = count('delivery_steps', 'Steps of deliveries, by place, step and outcome.', [
    'place',
    'step',
    'outcome',
  ]);
  const late = new Histogram({
    name: 'rolecall_prompt_late_seconds',
    help: 'How long after they were due prompts were posted, and notices and the welcome.',
    labelNames: ['place'],
    buckets: LATE_BUCKETS,
    registers,
  });
  const calls = count(
    'platform_requests',
    'Requests of ours to platforms, by place and verdict: ok, limited (429), refused (4xx), failed (5xx), broken.',
    ['place', 'verdict'],
  );
  const requests = count('http_requests', 'Requests to us, by route and status.', ['path', 'status']);
  return {
    answered: ({ seconds, ...labels }) => answers.observe({ ...labels }, seconds),
    delivered: ({ late: seconds, ...labels }) => {
      deliveries.inc({ ...labels });
      if (seconds !== undefined) late.observe({ place: labels.place }, seconds);
    },
    called: (place, verdict) => calls.inc({ place, verdict }),
    heard: (path, status) => requests.inc({ path, status: String(status) }),
  };
}
