import type { Poster, PostJob } from '../../src/outbox/poster.ts';
import { promptOf } from '../kill/real-posters.ts';

/** The run that is posted in tests of posters. */
export const RUN = 'weekly@2026-01-05T09:00';

/** What a poster is asked for: the post of `RUN`, unless `more` says otherwise. */
export interface Posting {
  readonly post: (more?: Partial<PostJob>) => Promise<string>;
  /** Undefined where nothing can be looked for. */
  readonly find: (more?: Partial<PostJob>) => Promise<string | null> | undefined;
}

/** Asks a poster for steps in one channel of its place. */
export function postingIn(channel: string, poster: Poster): Posting {
  const job = (more: Partial<PostJob> = {}): PostJob => ({
    channel,
    step: 'post',
    steps: ['post'],
    nonce: 'a1',
    schedule: 'weekly',
    occurrence: RUN,
    dueAt: Date.now(),
    late: false,
    content: promptOf(RUN),
    results: {},
    ...more,
  });
  return {
    post: (more) => poster.post(job(more), new AbortController().signal),
    find: (more) => poster.find?.(job(more), new AbortController().signal),
  };
}
