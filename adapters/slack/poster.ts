import type { webApi } from '@slack/bolt';
import { NOTHING_TO_DO, readContent, replyOf } from '../../src/prompts/content.ts';
import type { PostJob, Poster } from '../../src/schedule/poster.ts';
import { PostFailure } from '../../src/schedule/poster.ts';
import { alreadyPinned, failureOf } from './post-failure.ts';
import { render } from './render.ts';
import type { Message } from './render.ts';

/** About one message a second and channel: https://docs.slack.dev/apis/web-api/rate-limits */
const PACE = { perSecond: 15, channelGapMs: 1_100 };
const EVENT = 'rolecall_prompt';
const LOOKED_THROUGH = 50;

type Client = Pick<webApi.WebClient, 'chat' | 'conversations' | 'pins'>;

/** Posts prompts. The client must not wait or try again by itself: the engine does. */
export function createPoster(client: Client): Poster {
  return {
    place: 'slack',
    pace: PACE,
    // Slack refuses no second message, so one whose fate is unknown is looked for first.
    nonceMemoryMs: 0,
    post: async (job, signal) => {
      signal.throwIfAborted();
      try {
        return await carryOut(client, job);
      } catch (error) {
        if (job.step === 'pin' && alreadyPinned(error)) return job.results.post ?? '';
        throw failureOf(error);
      }
    },
    find: async (job) => {
      try {
        return await find(client, job);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

async function carryOut(client: Client, job: PostJob): Promise<string> {
  const { channel, results } = job;
  const timestamp = results.post ?? '';
  switch (job.step) {
    case 'post':
      return send(client, job);
    case 'answer':
      return send(client, job, timestamp);
    case 'thread':
      // Every message can have a thread; it begins with the first answer.
      return timestamp;
    case 'pin':
      await client.pins.add({ channel, timestamp });
      return timestamp;
  }
}

async function send(client: Client, job: PostJob, under?: string): Promise<string> {
  const shown = replyOf(job);
  if (shown === null) return NOTHING_TO_DO;
  const message = withMention(render(shown, {}), job);
  const metadata = { event_type: EVENT, event_payload: { nonce: job.nonce } };
  const thread = under === undefined ? {} : { thread_ts: under };
  const { channel } = job;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
  const { ts } = await client.chat.postMessage({ channel, ...message, ...thread, metadata });
  if (ts === undefined) throw new PostFailure('unknown', 'Slack answered without saying what it made.');
  return ts;
}

/** Nobody is mentioned but the one group that the schedule names. */
function withMention(message: Message, { step, content }: PostJob): Message {
  const group = step === 'post' ? (readContent(content)?.mention ?? null) : null;
  if (group === null) return message;
  const text = { type: 'mrkdwn', text: `<!subteam^${group}>` } as const;
  return { ...message, blocks: [{ type: 'section', text }, ...message.blocks] };
}

async function find(client: Client, job: PostJob): Promise<string | null> {
  const query = { channel: job.channel, limit: LOOKED_THROUGH, include_all_metadata: true };
  const under = job.results.post;
  const { messages = [] } =
    job.step === 'answer' && under !== undefined
      ? await client.conversations.replies({ ...query, ts: under })
      : await client.conversations.history(query);
  return messages.find((message) => nonceIn(message) === job.nonce)?.ts ?? null;
}

function nonceIn(message: object): unknown {
  if (!('metadata' in message)) return undefined;
  const { metadata } = message;
  const payload: unknown = Object(metadata).event_payload;
  return Object(payload).nonce;
}
