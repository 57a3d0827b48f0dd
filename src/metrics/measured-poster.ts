import type { PostJob, Poster } from '../outbox/poster.ts';
import { PostFailure } from '../outbox/poster.ts';
import type { Metrics } from './metrics.ts';
import { noMetrics } from './metrics.ts';

/** The same poster, whose steps are counted by outcome; of messages that got through, how late they were. */
export function measuredPoster(poster: Poster, metrics: Metrics = noMetrics): Poster {
  const { place } = poster;
  const told = <T>(step: string, work: () => Promise<readonly [T, { outcome: string; late?: number }]>) =>
    metrics.span('delivery.step', { place, step }, async (note) => {
      try {
        const [result, came] = await work();
        metrics.delivered({ place, step, ...came });
        note({ ...came });
        return result;
      } catch (error) {
        const outcome = failureOf(error);
        metrics.delivered({ place, step, outcome });
        note({ outcome });
        throw error;
      }
    });
  const post = (job: PostJob, signal: AbortSignal) =>
    told(job.step, async () => {
      const id = await poster.post(job, signal);
      const late = job.step === 'post' ? { late: Math.max(0, Date.now() - job.dueAt) / 1000 } : {};
      return [id, { outcome: 'posted', ...late }];
    });
  const whole: Poster['whole'] = (deliver) => metrics.span('delivery', { place }, deliver);
  if (poster.find === undefined) return { ...poster, post, whole };
  const look = (job: PostJob, signal: AbortSignal) =>
    told('look', async () => {
      const found = (await poster.find?.(job, signal)) ?? null;
      return [found, { outcome: found === null ? 'absent' : 'found' }];
    });
  return { ...poster, post, find: look, whole };
}

function failureOf(error: unknown): string {
  return error instanceof PostFailure ? error.failure : 'unknown';
}
