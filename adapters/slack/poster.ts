import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { type Post, postOf } from '../../src/prompts/content.ts';
import { say } from '../../src/message/say.ts';
import type { PostJob, Poster } from '../../src/outbox/poster.ts';
import { NOTHING_TO_DO, PostFailure } from '../../src/outbox/poster.ts';
import { alreadyPinned, failureOf } from './post-failure.ts';
import { richText } from './rich-text.ts';
import { drawing } from './render.ts';
import type { Message } from './message.ts';
import type { TableSupport } from './table-support.ts';
import { communityOf } from './workspaces.ts';

/**
 * About one message a second and channel, "several hundred" a minute in a workspace; eight a second are 480 a minute.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
const PACE = { perSecond: 8, channelGapMs: 1_100 };
const EVENT = 'rolecall_prompt';
/** Messages asked for at once, and pages looked through. Slack may give fewer at once. */
const PAGE = 100;
const MOST_PAGES = 20;
/** A message is looked for from this long before it was due, so that clocks may differ; seconds. */
const CLOCKS_DIFFER = 300;

type Client = Pick<webApi.WebClient, 'chat' | 'conversations' | 'pins'>;

/** The client of a workspace; rejects with `PostFailure` where it has none. */
type ClientIn = (workspace: string) => Promise<Client>;

/** Looks that Slack broke off remember for which page they waited: it lets apps of no marketplace see one a minute. */
const MOST_LOOKS = 1_000;

/** Posts prompts. The clients must not wait or try again by themselves: the engine does. */
export function createPoster(clientIn: ClientIn, tables: TableSupport): Poster {
  const pages = new LRUCache<string, string>({ max: MOST_LOOKS });
  return {
    place: 'slack',
    pace: PACE,
    // Slack refuses no second message, so one whose fate is unknown is looked for first.
    nonceMemoryMs: 0,
    post: async (job, signal) => {
      signal.throwIfAborted();
      try {
        return await carryOut(await clientFor(job, clientIn), job, tables);
      } catch (error) {
        if (job.step === 'pin' && alreadyPinned(error)) return job.results.post ?? '';
        throw failureOf(error);
      }
    },
    find: async (job, signal) => {
      try {
        return await find(await clientFor(job, clientIn), job, pages, signal);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** What is posted says of which community it is, as schedules name it. */
function clientFor({ content, late }: PostJob, clientIn: ClientIn): Promise<Client> {
  const { community = '' } = postOf({ content, late, step: 'post' }) ?? {};
  return clientIn(community.slice(communityOf('').length));
}

async function carryOut(client: Client, job: PostJob, tables: TableSupport): Promise<string> {
  const { channel, results } = job;
  const timestamp = results.post ?? '';
  switch (job.step) {
    case 'post':
      return send(client, job, tables);
    case 'answer':
      return send(client, job, tables, timestamp);
    case 'thread':
      // Every message can have a thread; it begins with the first answer.
      return timestamp;
    case 'pin':
      await client.pins.add({ channel, timestamp });
      return timestamp;
  }
}

async function send(client: Client, job: PostJob, tables: TableSupport, under?: string): Promise<string> {
  const post = postOf(job);
  if (post === null) return NOTHING_TO_DO;
  const draw = drawing(post.reply, { language: post.language });
  const metadata = { event_type: EVENT, event_payload: { nonce: job.nonce } };
  const thread = under === undefined ? {} : { thread_ts: under };
  const { channel } = job;
  // A refused table posted nothing, so that this cannot post twice.
  const { ts } = await tables.send(post.community, draw, (message) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is no window
    client.chat.postMessage({ channel, ...withMention(message, post), ...thread, metadata }),
  );
  if (ts === undefined) throw new PostFailure('unknown', say('Slack answered without saying what it made.'));
  return ts;
}

/** Nobody is mentioned but the one group that the schedule names. */
function withMention(plain: Message, { mention: group }: Post): Message {
  if (group === null) return plain;
  const mention = { type: 'usergroup', usergroup_id: group } as const;
  return {
    ...plain,
    blocks: [...richText([{ type: 'rich_text_section', elements: [mention] }]), ...plain.blocks],
  };
}

/**
 * Our own message of this step, by the nonce that we gave it. "Not there" is said only after all has been seen, in one look
 * or, where Slack breaks it off, in several.
 * https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
 */
async function find(
  client: Client,
  job: PostJob,
  pages: LRUCache<string, string>,
  signal: AbortSignal,
): Promise<string | null> {
  const mark = `${job.channel} ${job.nonce}`;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    signal.throwIfAborted();
    const { messages = [], response_metadata } = await look(client, job, pages.get(mark));
    const found = messages.find((each) => nonceIn(each) === job.nonce);
    const cursor = response_metadata?.next_cursor ?? '';
    if (found?.ts === undefined && cursor !== '') pages.set(mark, cursor);
    else pages.delete(mark);
    if (found?.ts !== undefined) return found.ts;
    if (cursor === '') return null;
  }
  pages.delete(mark);
  throw new PostFailure('unknown', say('Too much was written in the channel since.'));
}

function look(client: Client, { channel, step, dueAt, results }: PostJob, cursor: string | undefined) {
  const oldest = (dueAt / 1_000 - CLOCKS_DIFFER).toFixed(6);
  const query = { channel, oldest, limit: PAGE, include_all_metadata: true };
  const from = cursor === undefined ? query : { ...query, cursor };
  const under = results.post;
  return step === 'answer' && under !== undefined
    ? client.conversations.replies({ ...from, ts: under })
    : client.conversations.history(from);
}

function nonceIn(posted: object): unknown {
  if (!('metadata' in posted)) return undefined;
  const { metadata } = posted;
  const payload: unknown = Object(metadata).event_payload;
  return Object(payload).nonce;
}
