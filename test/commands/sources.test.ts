import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { role, source } from '../knowledge/pack.ts';
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

/** What each source says of the pay at a level. */
const bands = (ids: readonly string[], level: string) =>
  ids
    .map(
      (id, at) =>
        `  - { source: ${id}, level: ${level}, basis: base, currency: USD, region: US, low: 10${at}000, high: 15${at}000 }\n`,
    )
    .join('');

describe('the foot of an answer', () => {
  const read = { name: 'The guide', retrieved: '2026-11-01' };
  const url = 'https://guide.example/pay';
  const published = { year: 2025, month: 1, printed: 'January 2025' };
  test.each([
    ['read only', '', '2027-06-01', read, 'The guide, read 1 Nov 2026'],
    [
      'reviewed by its publisher',
      'reviewed: 2026-04-26',
      '2027-06-01',
      { ...read, reviewed: '2026-04-26' },
      'The guide, reviewed 26 Apr 2026',
    ],
    [
      'published',
      'published: { year: 2025, month: 1, printed: January 2025 }',
      '2027-06-01',
      { ...read, published },
      'The guide, published Jan 2025',
    ],
    ['with an address', `url: ${url}`, '2027-06-01', { ...read, url }, 'The guide, read 1 Nov 2026'],
    ['overdue', '', '2027-06-02', { ...read, stale: true }, 'The guide, read 1 Nov 2026, review overdue'],
  ])('names a source that is %s', async (_what, more, today, credit, words) => {
    const { ask } = await talkAboutFiles({ 'sources/guide.yaml': source('guide', more) }, today);
    const reply = await ask('/sources guide');
    expect(reply.sources).toStrictEqual([credit]);
    expect(plain(reply, 'en')).toMatch(new RegExp(`\nSource: ${words}$`));
  });

  test('names every source that the answer rests on, each once, and what pay is not', async () => {
    const ids = ['one', 'two', 'three', 'four', 'five'];
    const { say } = await talkAboutFiles({
      ...Object.fromEntries(['guide', ...ids].map((id) => [`sources/${id}.yaml`, source(id)])),
      'roles/tester.yaml': role('tester', 'Tester', `pay:\n${bands(ids, 'mid')}${bands(ids, 'senior')}`),
    });
    const foot = (await say('/salary tester bands')).split('\n').at(-1);
    expect(foot).toBe(
      'Sources: The five, The four, The one, The three, The two, read 1 Nov 2026 · not financial advice',
    );
  });

  test('names sources of one date together, and no date that a name has already', async () => {
    const ids = ['ann', 'bob', 'cat', 'dan'];
    const { say } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'sources/ann.yaml': source('ann'),
      'sources/bob.yaml': source('bob', 'reviewed: 2026-04-26'),
      'sources/cat.yaml': source('cat'),
      'sources/dan.yaml': source('dan', 'published: { year: 2025, printed: "2025" }').replace(
        'The dan',
        'Survey 2025',
      ),
      'roles/tester.yaml': role('tester', 'Tester', `pay:\n${bands(ids, 'mid')}`),
    });
    expect((await say('/salary tester bands')).split('\n').at(-1)).toBe(
      'Sources: The ann, The cat, read 1 Nov 2026 · The bob, reviewed 26 Apr 2026 · Survey 2025 · not financial advice',
    );
    expect(await say('/help')).not.toContain('Source:');
  });
});
