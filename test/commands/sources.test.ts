import { beforeAll, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { labelsOf, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

test('every source with its dates, licence, method, anchors and what its pay means', async () => {
  const text = await bot.say('/sources');
  for (const { name, title, licence } of bot.knowledge.sources.values())
    for (const words of [name, title, licence]) expect(text).toContain(words);
  expect(text).toContain('Reviewed 26 Apr 2026 · Read 21 Nov 2026 · Review by 26 Apr 2027');
  expect(text).toContain('Northeastern University');
  expect(text).toContain('Stanford HAI AI Index Report');
  expect(text).toContain('Mid level counts base + equity');
  // Counted from the publisher's date, not from the day on which somebody read it.
  expect(text).toContain('Published May 2024 · Read 21 Nov 2026 · Review by 31 May 2026: overdue');
  expect(text).toContain('Newer: ESCO classification 1.2.1');
  expect(text).toContain('Next release: spring 2027');
});

test.each(['/sources decipheru', '/sources DecipherU', '/sources source:decipheru'])('%s', async (line) => {
  const reply = await bot.ask(line);
  expect(reply.title).toBe('DecipherU');
  expect(plain(reply, 'en')).toContain('BLS occupational data');
  expect(plain(reply, 'en')).not.toContain('Career guide');
});

test('an unknown one is said to be unknown, with the nearest first', async () => {
  const reply = await bot.ask('/sources decypheru');
  expect(reply).toMatchObject({ tone: 'miss', title: 'I have no source called "decypheru"' });
  expect(plain(reply, 'en')).toContain('Did you mean DecipherU?');
  expect(labelsOf(reply)[0]).toBe('DecipherU');
});

test.each([
  ['2027-06-01', 'None is overdue'],
  ['2027-06-02', 'One is overdue'],
])('on %s: %s', async (today, words) => {
  const { say } = await talkAboutFiles({ 'sources/guide.yaml': source('guide') }, today);
  const text = await say('/sources');
  expect(text).toContain(words);
  expect(text.includes('Review by 1 Jun 2027: overdue')).toBe(words.startsWith('One'));
});
