import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { readPost } from './posted.ts';
import { asksOf, BUILT_IN, labelsOf } from '../commands/talk.ts';
import { removePack, scratchPack } from '../knowledge/pack.ts';
import { until } from '../outbox/world.ts';
import type { Prompts, Room, Speaker } from './world.ts';
import { openRoom, speaker } from './world.ts';

const prompt = (title: string, duration: string) =>
  `title: ${title}\norder: 900\nduration: ${duration}\nskills: [SQL]\nwhy: Because.\nbuild: { text: Do it. }\ndiscuss: How was it?\nsources: [rolecall]\n`;

/** A prompt of each of the four tracks for everybody, in German too. */
const FILES = Object.fromEntries(
  ['first-job', 'interviewing', 'negotiating', 'ai-and-jobs'].flatMap((topic) => [
    [`prompts/${topic}/sample.yaml`, prompt(`Sample of ${topic}`, 'hour')],
    [`prompts/${topic}/sample.de.yaml`, `title: Beispiel zu ${topic}\n`],
  ]),
);

const pack = scratchPack(FILES);
let room: Room;
let prompts: Prompts;
let ann: Speaker;
let uwe: Speaker;
beforeAll(async () => {
  room = await openRoom([...BUILT_IN, pack]);
  ({ prompts, ann } = room);
  uwe = speaker(prompts.bot, { id: 'uwe', locale: 'de', community: 'D' });
});
afterAll(async () => {
  await prompts.close();
  removePack(pack);
});

const suggest = (typed: string) =>
  prompts.bot.suggest(
    {
      command: 'prompts add',
      option: 'track',
      typed,
      asker: { id: 'ann', locale: 'en', manages: true },
      place: { on: 'chat', community: 'C', channel: 'careers1' },
    },
    25,
  );

describe('the tracks for everybody', () => {
  test.each([
    ['first-job', 'Your first job'],
    ['first job', 'Your first job'],
    ['Vorstellungsgespräch', 'Interviews'],
    ['negotiating', 'Negotiating pay'],
    ['ai-and-jobs', 'AI at work'],
    ['AI at work', 'AI at work'],
  ])('%s is one, called %s', async (typed, title) => {
    expect(await ann.say(`/prompts preview "${typed}" week:1`)).toContain(`Week 1 of ${title} · `);
  });

  test('a role stays a role, although a topic is near', async () => {
    expect(await ann.say('/prompts preview ai engineer')).not.toContain('AI at work');
  });

  test('are completed, by what their readers call them', () => {
    for (const typed of ['ai at', 'ai-and'])
      expect(suggest(typed).map(({ value }) => value)).toContain('ai-and-jobs');
    expect(suggest('negot').map(({ value }) => value)).toContain('negotiating');
    expect(suggest('service des').map(({ value }) => value)).not.toContain('service-designer');
  });

  test('are made, listed and posted like any other, in the language of the schedule', async () => {
    expect(await uwe.say('/prompts add ai-and-jobs when:"mon 09:00"')).toContain('Lernpfad: KI im Beruf');
    expect(await uwe.say('/prompts list')).toContain('KI im Beruf');
    await uwe.ask('/prompts test');
    const [post] = await until(
      () => room.place.jobs.map(({ content }) => readPost(content)),
      (seen) => seen.length > 0,
    );
    expect(post?.track).toBe('ai-and-jobs');
    expect(post && plain(post.reply, post.language)).toMatch(/^Test · Woche 1 zu KI im Beruf · /);
    const [, done] = post ? asksOf(post.reply) : [];
    expect(done && (await uwe.press(done))).toContain('Erledigt');
    expect(await uwe.say('/study')).toContain('KI im Beruf');
  });

  test('are offered where a role has none and is near to no other, and one after the other', async () => {
    const asked = await ann.ask('/prompts add "reiki practitioner" when:"mon 09:00"');
    expect(labelsOf(asked)).not.toEqual([]);
    await ann.ask('/prompts add first-job when:"mon 09:00"');
    expect(await ann.say('/prompts propose Ask three people. track:first-job')).toContain(
      'Accepted: Ask three people.',
    );
    expect(await ann.say('/prompts preview')).toContain('Week 1 of Your first job · Ask three people.');
  });
});
