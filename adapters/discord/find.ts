import { Routes, SnowflakeUtil } from 'discord.js';
import type { REST } from 'discord.js';
import { say } from '../../src/message/say.ts';
import type { PostJob } from '../../src/outbox/poster.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import { readsHistory } from './can-post.ts';
import { keyOf, listOf, wordsAt } from './json.ts';

/** As many messages as Discord gives at once, and as many pages as are looked through. */
const PAGE = 100;
const MOST_PAGES = 20;
/** A message is looked for from this long before it was due, so that clocks may differ; milliseconds. */
const CLOCKS_DIFFER = 5 * 60_000;

/**
 * Looks for our own message of this step: its buttons carry the run's name, since Discord does not keep nonces. An
 * answer key is in the thread, or under the post where the thread came later. Its id, or null after everything since it
 * was due has been seen.
 * @throws PostFailure when not everything could be seen.
 */
export async function find(rest: REST, job: PostJob, signal: AbortSignal): Promise<string | null> {
  const { step, channel, results } = job;
  const inThread = step === 'answer' && results.thread !== undefined;
  const found = inThread ? await findIn(rest, results.thread ?? channel, job, signal) : null;
  return found ?? findIn(rest, channel, job, signal);
}

/** The same in one channel or thread, latest first. */
async function findIn(rest: REST, where: string, job: PostJob, signal: AbortSignal): Promise<string | null> {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await pageOf(rest, where, before, signal);
    const found = messages.find((each) => isOf(job, JSON.stringify(keyOf(each, 'components') ?? [])));
    if (found !== undefined) return wordsAt(found, 'id') ?? null;
    // Whoever may not read the history is shown an empty channel, not an error.
    if (before === undefined && messages.length === 0 && !(await readsHistory(rest, where, signal)))
      throw new PostFailure(
        'gone',
        say('I may not read the channel: a server manager can allow me "Read Message History" there.'),
      );
    before = wordsAt(messages.at(-1), 'id');
    if (before === undefined || messages.length < PAGE || isOlder(before, job.dueAt)) return null;
  }
  throw new PostFailure('unknown', say('Too much was written in the channel since.'));
}

async function pageOf(
  rest: REST,
  channel: string,
  before: string | undefined,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const from = before === undefined ? {} : { before };
  const query = new URLSearchParams({ limit: String(PAGE), ...from });
  return listOf(await rest.get(Routes.channelMessages(channel), { query, signal }));
}

function isOf({ step, occurrence }: PostJob, components: string): boolean {
  const isPost = components.includes('|study join|');
  return components.includes(`|${occurrence}|`) && isPost === (step === 'post');
}

function isOlder(id: string, dueAt: number): boolean {
  return SnowflakeUtil.timestampFrom(id) < dueAt - CLOCKS_DIFFER;
}
