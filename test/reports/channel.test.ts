import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { postOf } from '../../src/prompts/content.ts';
import type { Reply } from '../../src/reply.ts';
import { actionsOf, asksOf } from '../commands/talk.ts';
import type { ChatPlace, Prompts, Speaker } from '../prompts/world.ts';
import { chatPlace, openPrompts, openRoom, speaker } from '../prompts/world.ts';
import type { Poster, PostJob } from '../../src/outbox/poster.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import { until } from '../outbox/world.ts';
import type { SpokenReply } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';

let prompts: Prompts;
let place: ChatPlace;
let ann: Speaker;
let bob: Speaker;

beforeEach(async () => {
  ({ prompts, place, ann, bob } = await openRoom());
});
afterEach(() => prompts.close());

const LATE =
  '/report "salary ml-engineer" what:"The senior figure is of 2023." right:"$210K" source:https://a.example/pay';

/** What was posted, as documents. */
const seen = (): SpokenReply[] =>
  place.jobs.flatMap((job) => {
    const post = postOf(job);
    return post === null ? [] : [speakReply(post.reply, post.language)];
  });

describe('the channel of a community', () => {
  test('gets each report with the buttons that decide on it', async () => {
    expect(await ann.say('/reports channel admins1')).toContain('New ones are posted in admins1.');
    await bob.ask(LATE);
    const [post] = await until(seen, (posts) => posts.length > 0);
    expect(place.jobs[0]?.channel).toBe('admins1');
    expect(post && plain(post, 'en')).toContain(
      'Reported: /salary ml-engineer\nThe senior figure is of 2023.',
    );
    expect(post && plain(post, 'en')).not.toContain('bob');
    const actions = post === undefined ? [] : actionsOf(post);
    expect(actions.map(({ kind, label }) => [kind, label])).toEqual([
      ['ask', 'Accept'],
      ['form', 'Dismiss'],
      ['ask', 'See the answer'],
    ]);
    const [accept] = asksOf(post as Reply);
    expect(await bob.press(accept ?? { command: '', values: {} })).toContain('those who may manage');
    expect(await ann.press(accept ?? { command: '', values: {} })).toContain('Accepted: /salary ml-engineer');
    expect(await ann.press(accept ?? { command: '', values: {} })).toContain(
      'Somebody had decided so already.',
    );
  });

  test('is refused where it takes no posts, and the one before stays', async () => {
    await ann.ask('/reports channel admins1');
    expect(await ann.say('/reports channel locked1')).toContain('I need "Send Messages" there.');
    expect(await ann.say('/reports')).toContain('New ones are posted in admins1.');
    expect(await ann.say('/reports channel none')).toContain('Reports are posted nowhere');
    expect(await ann.say('/reports')).toContain('New ones are posted nowhere');
  });

  test('says how many were sent before it was chosen', async () => {
    await bob.ask(LATE);
    expect(await ann.say('/reports channel')).toContain('One report waits already');
    await bob.ask('/report "role sre" what:again');
    expect(await until(seen, (posts) => posts.length > 0)).toHaveLength(1);
  });

  test('speaks the language of whoever chose it', async () => {
    const asker = { id: 'ann', locale: 'de', manages: true };
    const from = { place: { on: 'chat', community: 'C', channel: 'careers1' }, asker };
    await prompts.bot.answer({ command: 'reports channel', values: { channel: 'admins1' }, ...from });
    await bob.ask(LATE);
    const [post] = await until(seen, (posts) => posts.length > 0);
    expect(post?.language).toBe('de');
    expect(post?.title).toBe('Gemeldet: /salary ml-engineer');
  });
});

test('a channel that is gone later is told to managers, with the reason, until it is chosen again', async () => {
  const closed = await openPrompts();
  const gone = chatPlace();
  let isGone = true;
  const { poster: working } = gone;
  const poster: Poster = {
    place: 'chat',
    pace: { perSecond: 1_000, channelGapMs: 0 },
    nonceMemoryMs: 60_000,
    post: async (job: PostJob, signal: AbortSignal) => {
      if (isGone) throw new PostFailure('gone', 'The channel was deleted.');
      return working?.post(job, signal) ?? '';
    },
  };
  closed.service.start([{ ...gone, poster }]);
  const [cat, dan] = [speaker(closed.bot, { id: 'cat' }), speaker(closed.bot, { id: 'dan', manages: false })];
  await cat.ask('/reports channel admins1');
  expect(await dan.say(LATE)).toContain('Reported, thank you');
  const told = await until(
    () => cat.say('/reports'),
    (said) => said.includes('could not be posted'),
  );
  expect(told).toContain('The latest could not be posted there: The channel was deleted. Put it right, then');
  expect(told).toContain('One report waits');
  isGone = false;
  await cat.ask('/reports channel admins2');
  await dan.ask('/report "role sre" what:again');
  await until(
    () => gone.jobs,
    (jobs) => jobs.some(({ channel }) => channel === 'admins2'),
  );
  expect(await cat.say('/reports')).not.toContain('could not be posted');
  await closed.close();
});
