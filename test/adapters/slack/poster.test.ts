import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { promptOf, slackPoster } from '../../kill/real-posters.ts';
import type { SlackPlace } from '../../kill/slack-place.ts';
import { startSlack } from '../../kill/slack-place.ts';
import type { Posting } from '../posting.ts';
import { postingIn, RUN } from '../posting.ts';

const GROUP = 'S0123ABCD';

let place: SlackPlace;
let post: Posting['post'];
let find: Posting['find'];
beforeEach(async () => {
  place = await startSlack({ random: null, limits: null });
  ({ post, find } = postingIn('C1', slackPoster(place.url)));
});
afterEach(() => place.close());

describe('a post is looked for', () => {
  test('by its metadata: it is there, one with another nonce is not, nor in another channel', async () => {
    const ts = await post();
    expect(await find()).toBe(ts);
    expect(await find({ nonce: 'a2' })).toBeNull();
    expect(await find({ channel: 'C2' })).toBeNull();
  });

  // Slack gives fifteen at once to most apps, whatever is asked for.
  test.each([14, 15, 16, 45])('under %i later messages, page by page', async (count) => {
    const ts = await post();
    for (let n = 0; n < count; n += 1) await post({ nonce: `n${n}` });
    expect(await find()).toBe(ts);
  });

  // https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
  test('page by page where Slack allows one look a minute, going on where it was broken off', async () => {
    const ts = await post();
    for (let n = 0; n < 45; n += 1) await post({ nonce: `n${n}` });
    place.looks = 1;
    const looks: unknown[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      looks.push(await Promise.resolve(find()).catch((error: unknown) => error));
      place.looks = 1;
    }
    const waits = { failure: 'limited', retryAfterMs: 60_000 };
    expect(looks).toEqual([...Array.from({ length: 3 }, (): unknown => expect.objectContaining(waits)), ts]);
  });

  test('the answer key in the thread, not among the posts', async () => {
    const ts = await post();
    const key = await post({ step: 'answer', nonce: 'b1', results: { post: ts } });
    expect(await find({ step: 'answer', nonce: 'b1', results: { post: ts } })).toBe(key);
    expect(await find({ nonce: 'b1' })).toBeNull();
  });

  test('a thousand messages later it is said that it cannot be seen, rather than guessed', async () => {
    for (let n = 0; n < 301; n += 1) await post({ nonce: `n${n}` });
    await expect(find()).rejects.toThrow('Too much was written in the channel since.');
  });
});

describe('the other steps', () => {
  test('a pin that is there already is taken', async () => {
    const ts = await post();
    const pin = { step: 'pin', results: { post: ts } } as const;
    expect(await post(pin)).toBe(ts);
    expect(await post(pin)).toBe(ts);
    expect(place.pins).toEqual([ts]);
  });

  test('the thread is the post, and the answer key stands in it', async () => {
    const ts = await post();
    expect(await post({ step: 'thread', results: { post: ts } })).toBe(ts);
    await post({ step: 'answer', nonce: 'b1', results: { post: ts, thread: ts } });
    expect(place.messages.map(({ under }) => under)).toEqual([null, ts]);
  });

  test('only the chosen group is mentioned, by the post and not by the answer key', async () => {
    const content = promptOf(RUN, GROUP);
    const ts = await post({ content });
    await post({ step: 'answer', nonce: 'b1', content, results: { post: ts } });
    const mentions = place.messages.map(
      ({ form }) => form['blocks']?.match(/"(?:usergroup|user|broadcast)",[^}]*/g) ?? [],
    );
    expect(mentions).toEqual([[`"usergroup","usergroup_id":"${GROUP}"`], []]);
  });
});
