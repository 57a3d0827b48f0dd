import type { Post } from '../../src/prompts/content.ts';
import { postOf } from '../../src/prompts/content.ts';
import type { Poster } from '../../src/outbox/poster.ts';

/** Prints prompts when they are due. A thread and a pin are nothing here, so they succeed. */
export function createPoster(print: (post: Post) => void): Poster {
  return {
    place: 'terminal',
    pace: { perSecond: 100, channelGapMs: 0 },
    nonceMemoryMs: 0,
    post: async (job) => {
      const post = job.step === 'post' || job.step === 'answer' ? postOf(job) : null;
      if (post !== null) print(post);
      return job.nonce;
    },
  };
}
