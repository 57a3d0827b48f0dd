/** What became of an answer: its tone, or that it could not be given. */
interface AnswerMeasure {
  /** The place that it was asked in; one of those that there are. */
  readonly place: string;
  /** A command that there is, or `unknown`. */
  readonly command: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** What a step of a delivery came to. */
interface DeliveryMeasure {
  readonly place: string;
  /** `post`, `thread`, `pin`, … or `look`. */
  readonly step: string;
  readonly outcome: string;
  /** Seconds after the prompt was due; given for messages that were posted. */
  readonly late?: number;
}

/** How a platform took a request of ours. */
type Verdict = 'ok' | 'limited' | 'refused' | 'failed' | 'broken';

/** What is told of a span: none tells a community, a channel, a member or their words. */
type SpanLabels = Readonly<Record<string, string | number>>;

/** What is measured of a running bot. No label tells a community, a channel, a member or their words. */
export interface Metrics {
  answered(measure: AnswerMeasure): void;
  delivered(measure: DeliveryMeasure): void;
  /** A request of ours to a platform's API. */
  called(place: string, verdict: Verdict): void;
  /** A request to our HTTP host; `path` is that of a route. */
  heard(path: string, status: number): void;
  /** Does something as a span of a trace, below the span that it is done in; `note` tells of what became of it. */
  span<T>(
    name: string,
    labels: SpanLabels,
    work: (note: (labels: SpanLabels) => void) => Promise<T>,
  ): Promise<T>;
}

/** Measures nothing. */
export const noMetrics: Metrics = {
  answered: () => undefined,
  delivered: () => undefined,
  called: () => undefined,
  heard: () => undefined,
  span: (_, __, work) => work(() => undefined),
};

/** The same way of sending requests to a platform, of which each is counted by how it was taken. */
export function countedCalls<Given extends unknown[], Answer extends { readonly status: number }>(
  send: (...given: Given) => Promise<Answer>,
  place: string,
  metrics: Metrics,
): (...given: Given) => Promise<Answer> {
  return (...given) =>
    metrics.span('platform.request', { place }, async (note) => {
      let status: number | undefined;
      try {
        const answer = await send(...given);
        ({ status } = answer);
        return answer;
      } finally {
        const verdict = verdictOf(status);
        metrics.called(place, verdict);
        note({ verdict });
      }
    });
}

/** How a platform took a request, by the status of its answer; undefined where none came. */
function verdictOf(status: number | undefined): Verdict {
  if (status === undefined) return 'broken';
  if (status === 429) return 'limited';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'ok';
}
