import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPost } from './posted.ts';
import { asksOf } from '../commands/talk.ts';
import { until } from '../outbox/world.ts';
import type { ChatPlace, Prompts } from './world.ts';
import { openRoom, speaker } from './world.ts';

let prompts: Prompts;
let place: ChatPlace;

beforeEach(async () => {
  ({ prompts, place } = await openRoom());
});
afterEach(() => prompts.close());

/** The first button under a prompt that is posted in a community: "I'm in", "Done". */
async function postedIn(community: string, track: string) {
  const ann = speaker(prompts.bot, { community });
  await ann.ask(`/prompts add ${track} when:"mon 09:00"`);
  const before = place.jobs.length;
  await ann.ask('/prompts test');
  await until(
    () => place.jobs.length,
    (jobs) => jobs > before,
  );
  const content = readPost(place.jobs.at(-1)?.content);
  return content === null ? [] : asksOf(content.reply);
}

test('in a direct message a member sees, exports and forgets their own studies of every community, and nobody else', async () => {
  for (const [community, track] of [
    ['C', 'ml-engineer'],
    ['D', 'data-engineer'],
  ] as const) {
    const [, done] = await postedIn(community, track);
    const bob = speaker(prompts.bot, { id: 'bob', manages: false, community });
    expect(done && (await bob.press(done))).toContain('This week counts.');
  }
  const direct = { community: null, channel: 'private1' };
  const bob = speaker(prompts.bot, { id: 'bob', manages: false, here: direct });
  const eve = speaker(prompts.bot, { id: 'eve', manages: false, here: direct });
  const nobody = speaker(prompts.bot, { id: '', manages: false, here: direct });
  const said = await bob.say('/study');
  expect(said).toContain('ML Engineer: 1 done');
  expect(said).toContain('Data Engineer: 1 done');
  expect(said).toContain('from every community here');
  expect(await speaker(prompts.bot, { id: 'bob' }).say('/study')).not.toContain('Data Engineer');
  for (const other of [eve, nobody]) expect(await other.say('/study')).toContain('Nothing yet');
  expect(await bob.say('/study export')).toContain('Two lines');
  expect(await bob.say('/study forget yes')).toContain('Two lines deleted');
  expect(await speaker(prompts.bot, { id: 'bob' }).say('/study')).toContain('Nothing yet');
});

test('in a direct message nothing is marked, since nobody knows of which community it would be', async () => {
  const [, done] = await postedIn('C', 'ml-engineer');
  const bob = speaker(prompts.bot, { id: 'bob', here: { community: null, channel: 'private1' } });
  expect(done && (await bob.press(done))).toContain('Ask me this in a channel of your community');
});
