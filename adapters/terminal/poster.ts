import { replyOf } from '../../src/prompts/content.ts';
import type { Reply } from '../../src/reply.ts';
import type { Poster } from '../../src/schedule/poster.ts';

/** Prints prompts when they are due. A thread and a pin are nothing here, so they succeed. */
export function createPoster(print: (reply: Reply) => void): Poster {
  return {
    place: 'terminal',
    pace: { perSecond: 100, channelGapMs: 0 },
    nonceMemoryMs: 0,
    post: async (job) => {
      const reply = job.step === 'post' || job.step === 'answer' ? replyOf(job) : null;
      if (reply !== null) print(reply);
      return job.nonce;
    },
  };
}
