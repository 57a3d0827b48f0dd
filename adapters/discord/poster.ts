import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import { clipWords } from '../../src/fit/clip.ts';
import { postOf } from '../../src/prompts/content.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import type { PostJob, Poster } from '../../src/outbox/poster.ts';
import { NOTHING_TO_DO, PostFailure } from '../../src/outbox/poster.ts';
import { whyRefused } from './can-post.ts';
import { wordsAt } from './json.ts';
import { carriedOut, failureOf } from './post-failure.ts';
import { find } from './find.ts';
import { render } from './render.ts';

/**
 * https://discord.com/developers/docs/topics/rate-limits allows 50 requests a second; some are left for answers. Five
 * messages in five seconds is what one channel takes.
 */
const PACE = { perSecond: 30, channelGapMs: 1_000 };
/** "The past few minutes": https://discord.com/developers/docs/resources/message#create-message-jsonform-params */
const NONCE_MEMORY_MS = 2 * 60_000;
const THREAD_NAME = 100;
/** A thread goes to sleep after a week without a word; minutes. */
const THREAD_SLEEPS_AFTER = 10_080;

/** Posts prompts. `rest` must not wait or try again by itself: the engine does. */
export function createPoster(rest: REST): Poster {
  return {
    place: 'discord',
    pace: PACE,
    nonceMemoryMs: NONCE_MEMORY_MS,
    post: async (job, signal) => {
      try {
        return await carryOut(rest, job, signal);
      } catch (error) {
        if (carriedOut(error)) return job.results.post ?? '';
        throw await explained(rest, job, failureOf(error), signal);
      }
    },
    find: async (job, signal) => {
      try {
        return await find(rest, job, signal);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** A refusal that names the permission that is missing, where one is. */
async function explained(
  rest: REST,
  job: PostJob,
  failure: PostFailure,
  signal: AbortSignal,
): Promise<PostFailure> {
  if (failure.failure !== 'gone') return failure;
  const reason = await whyRefused(rest, job, signal).catch(() => null);
  return reason === null ? failure : new PostFailure('gone', reason);
}

/** A client of the API that fails at once and says why, so that no post is held up or sent twice behind our back. */
export const POSTING = { retries: 0, timeout: 12_000, rejectOnRateLimit: () => true } as const;

async function carryOut(rest: REST, job: PostJob, signal: AbortSignal): Promise<string> {
  const { channel, results } = job;
  const posted = results.post ?? '';
  switch (job.step) {
    case 'post':
      return send(rest, channel, bodyOf(job), signal);
    case 'answer':
      // A thread has the id of the message that it was opened under.
      return results.thread === undefined
        ? send(rest, channel, reply(bodyOf(job), posted), signal)
        : send(rest, results.thread, bodyOf(job), signal);
    case 'thread': {
      const post = postOf({ ...job, step: 'post' });
      const title = speak(post?.reply.title ?? say('Prompt'), post?.language ?? 'en');
      const name = clipWords(title, THREAD_NAME);
      const body = { name, auto_archive_duration: THREAD_SLEEPS_AFTER };
      return idOf(await rest.post(Routes.threads(channel, posted), { body, signal }));
    }
    case 'pin':
      await rest.put(Routes.channelMessagesPin(channel, posted), { signal });
      return posted;
  }
}

type Body = Readonly<Record<string, unknown>> | null;

async function send(rest: REST, channel: string, body: Body, signal: AbortSignal): Promise<string> {
  if (body === null) return NOTHING_TO_DO;
  return idOf(await rest.post(Routes.channelMessages(channel), { body, signal }));
}

/** Nobody is mentioned but the one role that the schedule names. */
function bodyOf(job: PostJob): Body {
  const post = postOf(job);
  if (post === null) return null;
  const { mention: role } = post;
  return {
    ...render(post.reply, { language: post.language, share: false }),
    ...(role === null ? {} : { content: `<@&${role}>` }),
    allowed_mentions: { parse: [], ...(role === null ? {} : { roles: [role] }) },
    nonce: job.nonce,
    enforce_nonce: true,
  };
}

function reply(body: Body, to: string): Body {
  return body === null ? null : { ...body, message_reference: { message_id: to, fail_if_not_exists: false } };
}

function idOf(answer: unknown): string {
  const id = wordsAt(answer, 'id');
  if (id !== undefined) return id;
  throw new PostFailure('unknown', say('Discord answered without saying what it made.'));
}
