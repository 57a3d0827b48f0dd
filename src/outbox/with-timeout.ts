import { say } from '../message/say.ts';
import type { Clock } from '../clock.ts';
import { PostFailure } from './poster.ts';

/**
 * Gives `work` at most `ms` milliseconds, then tells it to stop and does not wait for it any longer.
 * @throws PostFailure `unknown` when the time is up: what was asked may still happen.
 */
export async function withTimeout<T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  clock: Clock,
): Promise<T> {
  const tooLate = new AbortController();
  const done = new AbortController();
  const timeout = clock.sleep(ms, done.signal).then((): never => {
    tooLate.abort();
    throw new PostFailure('unknown', say('No answer within {seconds} seconds.', { seconds: ms / 1_000 }));
  });
  try {
    return await Promise.race([work(tooLate.signal), timeout]);
  } finally {
    done.abort();
  }
}
