import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/message/language.ts';
import { openStore } from '../../src/store/store.ts';
import type { Room } from '../prompts/world.ts';
import { makeDue, NOW, openPrompts, openRoom, speaker } from '../prompts/world.ts';
import { until } from '../outbox/world.ts';
import { scheduleOf } from '../store/examples.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.prompts.close());

describe('/status', () => {
  test('says places, schedules, posts, knowledge and counts', async () => {
    const { ann, place, prompts } = room;
    await ann.ask(`/prompts add ml-engineer when:"${NOW}"`);
    await ann.ask('/prompts add data-engineer when:"mon 09:00" zone:UTC');
    await ann.ask('/prompts pause data-engineer');
    await makeDue(prompts.file);
    await until(
      () => place.jobs,
      (jobs) => jobs.length > 0,
    );
    await until(
      () => ann.say('/status'),
      (words) => words.includes('Last post'),
    );
    const said = await ann.say('/rolecall status');
    expect(said).toMatch(/^How I am doing\nAll is well\./);
    expect(said).toContain('Places: Chat: connected');
    expect(said).toContain('Schedules: 1 running, 1 paused or over');
    expect(said).toMatch(/Last post: ML Engineer, at times of its own · .* · on time/);
    expect(said).toMatch(/Next post: ML Engineer, at times of its own · /);
    expect(said).toMatch(/Knowledge: [0-9a-f]+ · its sources were read \d/);
    expect(said).toContain('Counts: on');
    for (const secret of [hostname(), prompts.file, String(process.pid), 'worker-'])
      expect(said).not.toContain(secret);
  });

  test('is for managers, and private', async () => {
    expect(await room.bob.say('/status')).toContain('manage');
    expect(await room.bob.say('/status')).not.toContain('Counts');
    expect((await room.ann.ask('/status')).shareable).toBe(false);
  });

  test('says what needs a look: a post that nothing took up, a channel that refuses', async () => {
    // Nothing posts here.
    const idle = await openPrompts();
    const store = await openStore({ file: idle.file });
    await store.schedules.put(
      scheduleOf({ community: 'chat:C', content: { track: 'ml-engineer', by: 'ann' } }),
      Date.now() - 2 * 3_600_000,
      1,
    );
    await store.schedules.refused('weekly', 'chat:1', 'I am not in that channel.', 5, store.database);
    await store.close();
    const said = await speaker(idle.bot).say('/status');
    expect(said).toContain('Something needs a look:');
    expect(said).toContain('ML Engineer, Mondays has been due for two hours and was not posted yet.');
    expect(said).toContain(
      'ML Engineer, Mondays: I am not in that channel. Mend that, then type /prompts resume.',
    );
    expect(said).not.toContain('Next post');
    await idle.close();
  });

  test('says which place is away, without an address', async () => {
    Object.assign(room.place, { health: () => ({ live: false, detail: '10.0.0.7:443 refused' }) });
    const away = await room.ann.say('/status');
    expect(away).toContain('Chat is not connected; I try again by myself.');
    expect(away).not.toContain('10.0.0.7');
  });

  test('tells nothing of another community', async () => {
    await room.ann.ask('/prompts add ml-engineer when:"mon 09:00" zone:UTC');
    const there = await speaker(room.prompts.bot, { community: 'D' }).say('/status');
    expect(there).toContain('Schedules: 0 running, 0 paused or over');
    expect(there).not.toContain('ML Engineer');
  });

  test('goes on without a store, and says what is wrong with it', async () => {
    const broken = await openPrompts('/dev/null/rolecall.sqlite');
    const said = await speaker(broken.bot).say('/status');
    expect(said).toContain('Something needs a look:\n\n• Schedules are paused since');
    expect(said).toContain('Knowledge: ');
    expect(said).not.toContain('/dev/null');
    await broken.close();
  });

  test('says that counts are off where they are', async () => {
    const uncounted = await openPrompts(undefined, { counted: false });
    expect(await speaker(uncounted.bot).say('/status')).toContain('Counts: off');
    await uncounted.close();
  });

  test('speaks four languages', async () => {
    const titles = await Promise.all(
      LANGUAGES.map((locale) => speaker(room.prompts.bot, { locale }).say('/status')),
    );
    expect(new Set(titles.map((said) => said.split('\n')[0])).size).toBe(LANGUAGES.length);
  });
});
