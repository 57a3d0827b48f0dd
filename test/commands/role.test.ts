import { beforeAll, describe, expect, test } from 'vitest';
import { SECTION_NAMES } from '../../commands/role/sections.ts';
import { plain } from '../../src/plain.ts';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, phoneLines, talk, talkAboutFiles } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('a role on one screen', () => {
  test('says what it is, what it pays, where it goes and how to get there', async () => {
    const text = await bot.say('/role ml-engineer');
    expect(text).toContain('ML Engineer\nBuilds, trains and ships machine learning models');
    expect(text).toContain(
      'Pay (US, a year): Mid level $110K–$250K over four sources · median $165K (DecipherU) · advertised median $194K (Machine Learning Engineer, aijobs.net, 2024–25, n = 4,262)',
    );
    expect(text).not.toContain('most of the job is engineering');
    expect(text).toContain('strong demand (Career guide)');
    expect(text).toContain('AI impact: 45/100, high (DecipherU)');
    expect(text).toContain('Entry-level role: No (DecipherU)');
    expect(text).toMatch(/Top skills: .*Python.*SQL/);
    expect(text).toContain(
      'Ways in: Software Engineer, about 8 months · Data Scientist, about 9 months · Data Engineer, about 10 months',
    );
    expect(text).toContain('DecipherU, reviewed 26 Apr 2026');
    expect(text).toContain('not financial advice');
  });

  test('one source is named instead of counted', async () => {
    expect(await bot.say('/role defense-ml-engineer')).toContain(
      'Pay (US, a year): Whole role $160K–$280K (Defense careers)',
    );
  });

  test.each(['ml-engineer', 'defense-ml-engineer', 'data-analyst', 'site-reliability-engineer'])(
    '%s fits a phone',
    async (id) => {
      const reply = await bot.ask(`/role ${id}`);
      const words = { ...reply, sources: [], body: reply.body.filter((node) => node.kind !== 'actions') };
      expect(phoneLines(plain(words, 'en'))).toBeLessThanOrEqual(23);
    },
  );

  test('a role of which little is known says what little there is, and offers nothing else', async () => {
    const { ask } = await talkAboutFiles({
      'sources/guide.yaml': source('guide'),
      'roles/weaver.yaml': role('weaver', 'Weaver', 'related:\n  - { role: spinner, source: guide }\n'),
      'roles/spinner.yaml': role('spinner', 'Spinner'),
    });
    const reply = await ask('/role weaver');
    expect(reply.tone).toBe('answer');
    expect(plain(reply, 'en')).toContain('What it is.');
    expect(plain(reply, 'en')).toContain('Related: Spinner');
    expect(labelsOf(reply)).not.toContain('Interview');
    expect(labelsOf(reply)).not.toContain('Pay');
  });

  test('words alone ask for a role', async () => {
    expect((await bot.ask('ml engineer')).title).toBe('ML Engineer');
  });
});

describe('sections', () => {
  const GUIDED: readonly string[] = ['ai', 'pay'];

  test.each(GUIDED)('ux-designer %s holds something and names its sources', async (section) => {
    const reply = await bot.ask(`/role ux-designer ${section}`);
    expect(reply.tone).toBe('answer');
    expect(reply.sources[0]?.name).toBe('Rolecall guide');
  });

  test.each(SECTION_NAMES.filter((name) => !GUIDED.includes(name)))(
    'ml-engineer %s holds something and names its sources',
    async (section) => {
      const reply = await bot.ask(`/role ml-engineer ${section}`);
      expect(reply.tone).toBe('answer');
      expect(reply.body.filter((node) => node.kind !== 'actions').length).toBeGreaterThan(0);
      expect(reply.sources.length).toBeGreaterThan(0);
      expect(reply.match).toMatchObject({ kind: 'exact', id: 'ml-engineer' });
      expect(asksOf(reply)).not.toContainEqual({ command: 'role', values: { role: 'ml-engineer', section } });
    },
  );

  const BUTTONS = ['skills', 'roadmap', 'transitions', 'courses'];

  test('what a button leads to stands in no menu besides', async () => {
    const labels = labelsOf(await bot.ask('/role ml-engineer'));
    expect(labels.filter((label) => label === 'Ways in and out')).toHaveLength(1);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('defense-ml-engineer offers exactly the sections that hold something', async () => {
    const offered = asksOf(await bot.ask('/role defense-ml-engineer')).flatMap(
      ({ values }) => values.section ?? [],
    );
    for (const section of SECTION_NAMES) {
      const reply = await bot.ask(`/role defense-ml-engineer ${section}`);
      const isOffered = offered.includes(section) || BUTTONS.includes(section);
      expect([section, reply.tone]).toEqual([section, isOffered ? 'answer' : 'miss']);
    }
  });

  test('a section without facts says so and leads to those with some', async () => {
    const reply = await bot.ask('/role defense-ml-engineer interview');
    expect(reply.tone).toBe('miss');
    expect(plain(reply, 'en')).toContain('No source I have says anything about it.');
    expect(labelsOf(reply)).toContain('Roadmap');
  });

  test('skills stand by priority, with the free resource, and each list names its source', async () => {
    const text = await bot.say('/role ml-engineer skills');
    expect(text).toContain('Top skills for success · Career guide');
    expect(text).toContain('Required skills: essential · DecipherU');
    expect(text).toContain('What hiring managers look for: essential · How-to guide');
    expect(text).toContain('(free: Real Python, Python docs)');
    expect(text.indexOf('essential · How-to guide')).toBeLessThan(text.indexOf('Bonus · How-to guide'));
    expect(text).toContain('Production deployment');
  });

  test('the roadmap has months, hours, prices as printed, and a sum that says it is one', async () => {
    const text = await bot.say('/role defense-ml-engineer roadmap');
    expect(text).toContain('Three phases, 20 months added up (Defense careers).');
    expect(text).toContain('1 Core ML · 8 months');
    expect(text).toContain('course · Coursera · essential · 60 h · intermediate · $49');
    expect(text).not.toContain('$49 a month');
  });

  test('the ladder says how to advance', async () => {
    const text = await bot.say('/role ml-engineer ladder');
    expect(text).toContain('Entry · Junior ML Engineer, 0–2 years: Feature pipelines');
    expect(text).toContain('To Senior ML Engineer: master');
  });

  test('ways in are told in full', async () => {
    const text = await bot.say('/role ml-engineer transitions');
    expect(text).toContain('From Data Engineer · about 10 months · DecipherU');
    expect(text).toContain('1. An end-to-end feature store');
    expect(text).toContain('no duration documented (Career guide)');
  });

  test('one source needs no naming in every heading: the foot names it', async () => {
    const text = await bot.say('/role ml-engineer interview');
    expect(text).toContain('\nStages\n');
    expect(text.match(/How-to guide/g)).toHaveLength(1);
  });
});

describe('names as people type them', () => {
  test('a typo is answered, and the answer says how it was read', async () => {
    const reply = await bot.ask('/role mahcine lerning');
    expect(reply).toMatchObject({
      tone: 'answer',
      title: 'ML Engineer',
      match: { kind: 'close', id: 'ml-engineer' },
    });
    expect(plain(reply, 'en')).toContain('Read as "ML Engineer". Not it?');
    expect(labelsOf(reply)).toContain('ML Platform Engineer');
    expect(labelsOf(reply).filter((label) => label === 'ML Engineer')).toEqual([]);
  });

  test('the alternatives keep the section that was asked for', async () => {
    const reply = await bot.ask('/role mahcine lerning outlook');
    expect(asksOf(reply)).toContainEqual({
      command: 'role',
      values: { role: 'ml-platform-engineer', section: 'outlook' },
    });
  });

  test('a name of many is asked back, with a choice each', async () => {
    const reply = await bot.ask('/role engineer skills');
    expect(reply).toMatchObject({ tone: 'question', title: 'Which one?', shareable: false });
    expect(plain(reply, 'en')).toContain('"engineer" fits several.');
    expect(asksOf(reply)).toContainEqual({
      command: 'role',
      values: { role: 'data-engineer', section: 'skills' },
    });
  });

  test('a name of none is said to be none', async () => {
    const reply = await bot.ask('/role plumber');
    expect(reply).toMatchObject({ tone: 'miss', title: 'I don\'t know "plumber"', match: { kind: 'none' } });
    expect(plain(reply, 'en')).toContain('I cover technology roles');
    expect(asksOf(reply).length).toBeGreaterThan(0);
  });

  test('what is repeated of a long name is cut, and stays plain words', async () => {
    const reply = await bot.ask(`/role ${'@everyone *zzqx* '.repeat(20)}`);
    expect(reply.tone).toBe('miss');
    expect(reply.title.length).toBeLessThanOrEqual('I don\'t know ""'.length + 80);
  });

  test('completions carry ids', () => {
    const typing = {
      command: 'role',
      option: 'role',
      typed: 'data',
      asker: { id: 'u', locale: 'en', manages: false },
    };
    const suggestions = bot.bot.suggest({ ...typing, place: { community: null, channel: null } }, 25);
    expect(suggestions).toContainEqual({ label: 'Data Engineer', value: 'data-engineer' });
  });
});

describe('everything', () => {
  test('names the sources, their methods and their disclaimers', async () => {
    const text = await bot.say('/role ml-engineer all');
    expect(text).toContain('Northeastern University');
    expect(text).toContain('Review by 26 Apr 2027');
    expect(text).toContain('15-2051.00');
  });
});

describe('an overdue source', () => {
  const files = { 'sources/guide.yaml': source('guide'), 'roles/tester.yaml': role('tester', 'Tester') };

  test.each([
    ['2027-06-01', false],
    ['2027-06-02', true],
  ])('on %s the foot says so: %s', async (today, overdue) => {
    const { say } = await talkAboutFiles(files, today);
    expect((await say('/role tester')).includes('review overdue')).toBe(overdue);
  });
});
