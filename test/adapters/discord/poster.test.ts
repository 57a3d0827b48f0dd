import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DiscordPlace } from '../../kill/discord-place.ts';
import { discordChannel, startDiscord } from '../../kill/discord-place.ts';
import { discordPoster, promptOf } from '../../kill/real-posters.ts';
import type { Posting } from '../posting.ts';
import { postingIn, RUN } from '../posting.ts';

const CHANNEL = discordChannel(1);
const ROLE = '900000000000000077';

let place: DiscordPlace;
let post: Posting['post'];
let find: Posting['find'];
beforeEach(async () => {
  place = await startDiscord({ random: null, nonceMemoryMs: 60_000, limits: 'none' });
  ({ post, find } = postingIn(CHANNEL, discordPoster(place.url)));
});
afterEach(() => place.close());

/** What others write after. */
async function chatter(count: number): Promise<void> {
  const address = `${place.url}/api/v10/channels/${CHANNEL}/messages`;
  for (let n = 0; n < count; n += 1)
    await fetch(address, { method: 'POST', body: JSON.stringify({ content: 'hello', nonce: `n${n}` }) });
}

describe('a post is looked for', () => {
  test('it is there, and the answer key is not taken for it', async () => {
    const id = await post();
    expect(await find()).toBe(id);
    expect(await find({ step: 'answer', results: { post: id } })).toBeNull();
    const key = await post({ step: 'answer', nonce: 'b1', results: { post: id } });
    expect(await find({ step: 'answer', results: { post: id } })).toBe(key);
    expect(await find()).toBe(id);
  });

  test('an answer key that went under the post, since the thread came later, is found there', async () => {
    const id = await post();
    const key = await post({ step: 'answer', nonce: 'b1', results: { post: id } });
    expect(await find({ step: 'answer', results: { post: id, thread: discordChannel(9) } })).toBe(key);
  });

  test('the post of another run is not it', async () => {
    await post({ content: promptOf('weekly@2026-01-12T09:00') });
    expect(await find()).toBeNull();
  });

  test.each([99, 100, 101])('under %i later messages', async (count) => {
    const id = await post();
    await chatter(count);
    expect(await find()).toBe(id);
  });

  test('where nothing was ever written, and the history may be read: it is not there', async () => {
    expect(await find()).toBeNull();
  });

  test('without the right to read the history, which Discord shows as an empty channel: that is said, not guessed', async () => {
    await post();
    place.mayRead = false;
    await expect(find()).rejects.toThrow('allow me "Read Message History" there');
  });
});

describe('the other steps', () => {
  test('a thread that is there already is taken, not made twice', async () => {
    const message = await post();
    const thread = { step: 'thread', results: { post: message } } as const;
    expect(await post(thread)).toBe(message);
    expect(await post(thread)).toBe(message);
    expect([...place.threads.keys()]).toEqual([message]);
    expect(place.threads.get(message)).toMatchObject({ name: 'Week 1 of ML Engineer' });
  });

  test('the answer key goes into the thread, and a pin is put on the post', async () => {
    const message = await post();
    await post({ step: 'pin', results: { post: message } });
    await post({ step: 'answer', nonce: 'b1', results: { post: message, thread: message } });
    expect(place.pins).toEqual([message]);
    expect(place.messages.map(({ channel }) => channel)).toEqual([CHANNEL, message]);
  });

  test('only the chosen role is mentioned, by the post and not by the answer key', async () => {
    const content = promptOf(RUN, ROLE);
    const message = await post({ content });
    await post({ step: 'answer', nonce: 'b1', content, results: { post: message } });
    const [first, second] = place.messages;
    expect(first?.body).toMatchObject({
      content: `<@&${ROLE}>`,
      allowed_mentions: { parse: [], roles: [ROLE] },
    });
    expect(second?.body['content']).toBeUndefined();
    expect(second?.body['allowed_mentions']).toEqual({ parse: [] });
  });
});
