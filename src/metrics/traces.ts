import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Span } from '@opentelemetry/api';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { within } from '../clock.ts';
import type { Log } from '../log.ts';
import { VERSION } from '../version.ts';
import type { Metrics } from './metrics.ts';

/** Traces that go to a collector of OpenTelemetry. */
export interface Traces extends Pick<Metrics, 'span'> {
  /** Sends what was not sent yet, as far as that is quick. */
  stop(): Promise<void>;
}

/** How long spans are collected before they are sent together, in milliseconds. */
const DELAY_MS = 5_000;
/** As long as the end of the process waits for the collector, in milliseconds. */
const STOP_MS = 1_000;

/**
 * Traces for the collector that `OTEL_EXPORTER_OTLP_ENDPOINT` names. Nothing is registered for the whole process, so that no
 * library begins to trace by itself. The library reads the other variables of its own:
 * https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function createTraces(log: Log, delayMs = DELAY_MS): Traces {
  const exporter = toldOnce(new OTLPTraceExporter(), log);
  const own = resourceFromAttributes({ 'service.name': 'rolecall', 'service.version': VERSION });
  const resource = defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: delayMs })],
  });
  const tracer = provider.getTracer('rolecall', VERSION);
  const current = new AsyncLocalStorage<Context>();
  return {
    span: (name, labels, work) => {
      const above = current.getStore() ?? ROOT_CONTEXT;
      const kind = name === 'platform.request' ? SpanKind.CLIENT : SpanKind.INTERNAL;
      const span = tracer.startSpan(name, { attributes: { ...labels }, kind }, above);
      return current.run(trace.setSpan(above, span), () => ended(span, work));
    },
    stop: async () => {
      await within(provider.shutdown(), STOP_MS);
    },
  };
}

/** An error fails its span; what it says is for the log, since it may hold an address. */
async function ended<T>(
  span: Span,
  work: (note: (labels: Readonly<Record<string, string | number>>) => void) => Promise<T>,
): Promise<T> {
  try {
    return await work((labels) => span.setAttributes({ ...labels }));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** A collector that takes nothing is told of once, and again after it took something. */
function toldOnce(exporter: SpanExporter, log: Log): SpanExporter {
  let isTold = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const isTaken = result.error === undefined;
        if (!isTaken && !isTold)
          log.warn({ reason: result.error?.message }, 'the collector of OpenTelemetry does not take traces');
        isTold = !isTaken;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush === undefined
      ? {}
      : { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}
