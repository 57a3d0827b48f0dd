import { beforeAll, describe, expect, test } from 'vitest';
import { drawBands } from '../../src/picture/bands.ts';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('roles side by side', () => {
  test('pay by source and level, and what skills they share', async () => {
    const text = await bot.say('/compare ml-engineer vs data-scientist view:full');
    expect(text).toContain('ML Engineer vs Data Scientist');
    expect(text).toContain(
      'ML Engineer $140K (Machine Learning Engineer, n = 278) · Data Scientist $104K (n = 369)',
    );
    expect(text).toContain('BLS wages (US, wage, median, May 2025)');
    expect(text).toMatch(/\d+ listed skills are in common/);
  });

  test('the same role twice is one role: what to compare it with is asked', async () => {
    const reply = await bot.ask('/compare first:ml-engineer second:ml-engineer view:full');
    expect(reply.title).toBe('Compare ML Engineer with what?');
    expect(labelsOf(reply)).toContain('With Software Engineer');
  });

  test.each([
    ['two', 'sre vs data-analyst', ['Site Reliability Engineer', 'Data Analyst']],
    [
      'three',
      'sre vs data-analyst vs ux-designer',
      ['Site Reliability Engineer', 'Data Analyst', 'UX Designer'],
    ],
    [
      'four',
      'sre, qa-engineer, ux-designer, data-analyst',
      ['Site Reliability Engineer', 'QA Engineer', 'UX Designer', 'Data Analyst'],
    ],
  ])('%s roles stand in every row, or it says that one is not given', async (_, typed, titles) => {
    const reply = await bot.ask(`/compare ${typed} view:full`);
    const text = plain(reply, 'en');
    expect(reply).toMatchObject({ tone: 'answer', title: titles.join(' vs ') });
    const rows = text.split('\n').filter((line) => line.includes(' · ') && line.startsWith(titles[0] ?? ''));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows.filter((line) => / (?:\$|not given)/.test(line)))
      for (const title of titles) expect(row).toContain(title);
    for (const title of titles) expect(text).toContain(`${title} only*`);
    // What all of them ask for: with a guide's dozen of skills among three or four lists there may be nothing.
    const none = text.includes('No listed skill is in common.');
    expect(text.includes('Skills in common*')).toBe(!none);
    expect(text.split('* Computed from the lists of skills; no source says it.')).toHaveLength(2);
    expect(none).toBe(titles.length > 2);
  });

  test('between n roles there are n × (n − 1) moves', async () => {
    for (const [typed, n] of [
      ['ml-engineer vs data-scientist', 2],
      ['ml-engineer vs data-scientist vs data-engineer', 6],
      ['ml-engineer vs data-scientist vs data-engineer vs sre', 12],
    ] as const) {
      const [, moves = ''] = (await bot.say(`/compare ${typed} view:full`)).split('Moves between them\n');
      expect(moves.split('\n\n')[0]?.split('\n')).toHaveLength(n);
    }
  });

  test('five are refused, with how many there may be', async () => {
    const reply = await bot.ask(
      '/compare sre vs qa-engineer vs ux-designer vs data-analyst vs cto view:full',
    );
    expect(reply.tone).toBe('problem');
    expect(plain(reply, 'en')).toContain('/compare takes 4 roles at most');
    const options = 'first:sre second:cto third:ux-designer fourth:data-analyst fifth:qa-engineer';
    expect((await bot.ask(`/compare ${options} view:full`)).tone).toBe('problem');
  });

  test('one alone is asked back with roles near to it', async () => {
    const reply = await bot.ask('/compare sre view:full');
    expect(reply.tone).toBe('question');
    const [first] = asksOf(reply);
    expect(first).toMatchObject({ command: 'compare' });
    expect((await bot.press(first ?? { command: '', values: {} })).tone).toBe('answer');
  });

  test('a role that nobody knows is said to be none', async () => {
    const text = await bot.say('/compare first:ml-engineer second:plumber view:full');
    expect(text).toContain('plumber');
    expect((await bot.ask('/compare first:ml-engineer second:plumber view:full')).tone).toBe('miss');
  });
});

describe('names typed without a word between them', () => {
  test.each([
    ['ux-designer plumber', 'plumber'],
    ['plumber ux-designer', 'plumber'],
    ['ux desinger plumber', 'plumber'],
    ['florist ux-designer', 'florist'],
    ['sre qa-engineer plumber', 'plumber'],
    ['ux-designer plumber vs sre', 'plumber'],
  ])('in "%s", "%s" is said to be no role, and the nearest are offered', async (typed, stranger) => {
    const reply = await bot.ask(`/compare ${typed} view:full`);
    expect(reply).toMatchObject({ tone: 'miss', title: `I don't know "${stranger}"` });
    const known = asksOf(reply).filter(({ command }) => command === 'compare');
    expect(known.length).toBeGreaterThan(0);
    for (const { values } of known)
      expect(Object.values(values).some((id) => id === 'ux-designer' || id === 'qa-engineer')).toBe(true);
  });

  test.each([
    ['sre data engineer', 'Site Reliability Engineer vs Data Engineer'],
    ['sre data enginere', 'Site Reliability Engineer vs Data Engineer'],
    ['senior sre', 'Compare Site Reliability Engineer with what?'],
    ['site reliability enginer', 'Compare Site Reliability Engineer with what?'],
    ['ux desinger', 'Compare UX Designer with what?'],
  ])('"%s" is %s', async (typed, title) => {
    expect((await bot.ask(`/compare ${typed} view:full`)).title).toBe(title);
  });
});

/** What a phone shows whole: drawn at twice its size, 1,200 pixels. */
const TALLEST = 600;

/** How high the pictures of these roles are. */
async function heights(roles: readonly string[]): Promise<number[]> {
  const reply = await bot.ask(`/compare ${roles.join(' vs ')} picture`);
  return reply.body.flatMap((node) =>
    node.kind === 'picture' && node.chart.kind === 'compare' ? [drawBands(node.chart).height] : [],
  );
}

describe('a picture of several roles', () => {
  test.each([
    [['security-engineer', 'systems-engineer', 'security-manager', 'grc-analyst']],
    [['security-engineer', 'security-analyst', 'security-manager', 'incident-responder']],
    [['network-security-engineer', 'research-engineer', 'test-automation-engineer', 'network-engineer']],
    [['ml-engineer', 'data-scientist', 'data-engineer', 'research-scientist']],
  ])('is no higher than a phone: %j', async (roles) => {
    const drawn = await heights(roles);
    expect(drawn.length).toBeGreaterThan(0);
    for (const height of drawn) {
      expect(height).toBeGreaterThan(100);
      expect(height).toBeLessThanOrEqual(TALLEST);
    }
  });
});
