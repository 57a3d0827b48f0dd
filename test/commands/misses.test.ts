import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fit } from '../../src/fit.ts';
import { plain } from '../../src/plain.ts';
import { openStore } from '../../src/store/store.ts';
import type { Prompts, Speaker } from '../prompts/world.ts';
import { openPrompts, speaker } from '../prompts/world.ts';
import { LIMITS, RULER } from '../src/small-place.ts';
import { labelsOf, talk } from './talk.ts';

let prompts: Prompts;
let ann: Speaker;
let bob: Speaker;
const today = () => new Date().toISOString().slice(0, 10);

beforeEach(async () => {
  prompts = await openPrompts();
  ann = speaker(prompts.bot);
  bob = speaker(prompts.bot, { id: 'bob', manages: false });
});
afterEach(() => prompts.close());

/** Has it that `names` were missed so often, as by another process. */
async function missed(names: readonly string[], total: number, kind: 'asked' | 'missed' = 'missed') {
  const store = await openStore({ file: prompts.file });
  await store.counts.add(
    names.map((name) => ({ community: 'chat:C', kind, name, day: '2026-11-03', total })),
  );
  await store.close();
}

describe('/misses', () => {
  test('before anybody asked says what is counted, and what is not', async () => {
    expect(await ann.say('/misses')).toBe(
      'Nothing asked yet\nI count what is asked here from now on: roles, and questions that I know nothing about. Direct messages are not counted, and who asked is recorded nowhere.',
    );
  });

  test('lists what is not known with the words, how often and when last, and the roles asked most', async () => {
    for (const line of ['/role goatherd', '/salary Goatherd?', '/role llama wizard', '/role ml engineer'])
      await bob.ask(line);
    const said = await ann.say('/misses');
    expect(said).toContain('Two questions that I know nothing about, the most frequent first. Counted since');
    expect(said).toContain(`Not known\n1. goatherd · 2 times, last on ${today()}`);
    expect(said).toContain(`2. llama wizard · once on ${today()}`);
    expect(said).toContain(`Asked most\n1. ML Engineer · once on ${today()}`);
    expect(said).not.toContain('bob');
    const [first] = labelsOf(await ann.ask('/misses'));
    expect(first).toBe('goatherd');
  });

  test('says so where everything was known', async () => {
    await bob.ask('/role ml engineer');
    expect(await ann.say('/misses')).toContain('I knew something about all that was asked. Counted since');
  });

  test('tells another community nothing', async () => {
    await bob.ask('/role goatherd');
    expect(await speaker(prompts.bot, { community: 'D' }).say('/misses')).toContain('Nothing asked yet');
  });

  test.each([
    [100, 0],
    [101, 1],
    [103, 3],
  ])('of %i questions the %i rarest are counted only', async (n, left) => {
    await missed(
      Array.from({ length: n }, (_, at) => `question ${at}`),
      2,
    );
    const said = await ann.say('/misses');
    expect(said).toContain(`\n100. question`);
    expect(said).not.toContain(`\n101. `);
    expect(said.includes('not listed')).toBe(left > 0);
    expect(said).toContain(left === 1 ? 'One question more, asked no more often, is not listed.' : '');
  });

  test('turns pages where a place is small, and shows every line once', async () => {
    await missed(
      Array.from({ length: 60 }, (_, at) => `question ${String(at).padStart(2, '0')}`),
      2,
    );
    const reply = await ann.ask('/misses');
    const pages = Array.from({ length: fit(reply, LIMITS, RULER).pages }, (_, at) =>
      plain(fit(reply, LIMITS, RULER, { page: at + 1 }).reply, 'en'),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toContain(`Page 1 of ${pages.length}`);
    expect(pages.join('\n').match(/question \d\d · /g)).toHaveLength(60);
  });

  test('is for those who manage the community', async () => {
    expect(await bob.say('/misses')).toContain(
      'is for those who may manage this community; ask one of them. That it is shown to you is a setting here',
    );
  });

  test('in a direct message asks for a channel, and needs a running bot', async () => {
    const asker = { id: 'ann', locale: 'en', manages: true };
    const place = { on: 'chat', community: null, channel: 'd1' };
    const reply = await prompts.bot.answer({ command: 'misses', asker, place });
    expect(plain(reply, 'en')).toContain('Ask me this in a channel of your community');
    expect(await (await talk()).say('/misses')).toContain(
      'Counts need a running bot: start it with npm start.',
    );
  });
});

test('where counting is off, nothing is counted and /misses says so', async () => {
  const off = await openPrompts(undefined, { counted: false });
  await speaker(off.bot).ask('/role goatherd');
  expect(await speaker(off.bot).say('/misses')).toContain('Nothing is counted here: whoever runs me set');
  await off.close();
});

test('counts outlive the process that counted them', async () => {
  await bob.ask('/role goatherd');
  await prompts.service.stop();
  const again = await openPrompts(prompts.file);
  expect(await speaker(again.bot).say('/misses')).toContain('goatherd · once');
  await again.close();
});

test('without a store answers go on and nothing is lost meanwhile but what was never written', async () => {
  const broken = await openPrompts('/dev/null/rolecall.sqlite');
  const someone = speaker(broken.bot);
  expect(await someone.say('/role goatherd')).toContain('I don\'t know "goatherd"');
  const said = await someone.say('/misses');
  expect(said).toContain('The database may not be opened or written');
  expect(said).not.toContain('/dev/null');
  await broken.close();
});
