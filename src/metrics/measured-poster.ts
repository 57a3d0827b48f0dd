import type { PostJob, Poster } from '../outbox/poster.ts';
import { PostFailure } from '../outbox/poster.ts';
import type { Metrics } from './metrics.ts';
import { noMetrics } from './metrics.ts';

/** The same poster, whose steps are counted by outcome; of messages that got through, how late they were. */
export function measuredPoster(poster: Poster, metrics: Metrics = noMetrics): Poster {
  const { place } = poster;
  const post = async (job: PostJob, signal: AbortSignal) => {
    const { step, dueAt } = job;
    try {
      const id = await poster.post(job, signal);
      const late = step === 'post' ? { late: Math.max(0, Date.now() - dueAt) / 1000 } : {};
      metrics.delivered({ place, step, outcome: 'posted', ...late });
      return id;
    } catch (error) {
      metrics.delivered({ place, step, outcome: failureOf(error) });
      throw error;
    }
  };
  if (poster.find === undefined) return { ...poster, post };
  const look = async (job: PostJob, signal: AbortSignal) => {
    try {
      const found = (await poster.find?.(job, signal)) ?? null;
      metrics.delivered({ place, step: 'look', outcome: found === null ? 'absent' : 'found' });
      return found;
    } catch (error) {
      metrics.delivered({ place, step: 'look', outcome: failureOf(error) });
      throw error;
    }
  };
  return { ...poster, post, find: look };
}

function failureOf(error: unknown): string {
  return error instanceof PostFailure ? error.failure : 'unknown';
}
