import { beforeAll, describe, expect, test } from 'vitest';
import { SECTION_NAMES } from '../../commands/role/sections.ts';
import { plain } from '../../src/plain.ts';
import { role, source } from '../knowledge/pack.ts';
import type { Talk } from './talk.ts';
import { SPINNERS } from './spinner.ts';
import { asksOf, labelsOf, phoneLines, talk, talkAboutFiles } from './talk.ts';
import { talkUnguided } from './unguided.ts';

let bot: Talk;
let unguided: Talk;
beforeAll(async () => {
  [bot, unguided] = await Promise.all([talk(), talkUnguided()]);
});

describe('a role on one screen', () => {
  test('says what it is, what it pays, who comes, how long it takes, what to learn and what is hard', async () => {
    const text = await bot.say('/role ml-engineer');
    expect(text).toContain('ML Engineer\nTrains models and runs them inside a product');
    expect(text).toMatch(/^• Pay \(US, a year\): Mid: \$155K–\$200K .*\(DecipherU\)$/m);
    expect(text).toContain(
      'Getting in: from Software Engineer or Data Scientist; about 790–1362 h from zero',
    );
    expect(text).toContain('First skills: Python, SQL and Linear algebra and calculus\n');
    expect(text).toMatch(/^• What is hard: Weeks of work end in a gain within the noise\./m);
    expect(text).toContain('Rolecall guide, reviewed 29 Nov 2026');
    expect(text).toContain('DecipherU, reviewed 26 Apr 2026');
    expect(text).toContain('not financial advice');
  });

  test('its hours are those of all phases of the guide: ten skills and three projects of 10–20 h each', async () => {
    const { say } = await talkAboutFiles(SPINNERS);
    const text = await say('/role spinner');
    expect(text).toContain('Spinner\nMakes yarn.');
    expect(text).toContain('Getting in: from Weaver, Dyer or Carder; about 130–260 h from zero');
    expect(text).toContain('First skills: SQL, PyTorch and Git\n');
    expect(text).not.toContain('Pay');
  });

  test('without a guide, says what sources say: what it is, what it pays, skills and ways in; what a phone has no room for is a section', async () => {
    const text = await unguided.say('/role ml-engineer');
    expect(text).toContain('ML Engineer\nBuilds, trains and ships machine learning models');
    expect(text).toMatch(/^• Pay \(US, a year\): Mid: \$155K–\$200K .*\(DecipherU\)$/m);
    expect(text).not.toContain('most of the job is engineering');
    expect(text).toContain('Entry-level role: No (DecipherU)');
    expect(text).toMatch(/Top skills: .*Python.*SQL/);
    expect(text).toContain(
      'Ways in: Software Engineer, about 8 months · Data Scientist, about 9 months, and 1 more',
    );
    expect(text).toContain('DecipherU, reviewed 26 Apr 2026');
    expect(text).toContain('not financial advice');
    const outlook = await unguided.say('/role ml-engineer outlook');
    expect(outlook).toContain('Growth 33.5%');
    expect(outlook).toContain('AI impact 45/100, high');
  });

  test('one source is named instead of counted', async () => {
    expect(await bot.say('/role defense-ml-engineer')).toMatch(
      /^• Pay \(US, a year\): Whole role.*: \$160K–\$280K \(Defense careers\)$/m,
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

  /** The buttons that lead to more than a section holds. */
  const BUTTONS: Partial<Record<string, string>> = {
    skills: 'Skills',
    ladder: 'Ladder',
    roadmap: 'Roadmap',
    transitions: 'Ways in and out',
    courses: 'Courses',
    interview: 'Interview',
  };

  test('what a button leads to stands in no menu besides', async () => {
    const labels = labelsOf(await bot.ask('/role ml-engineer'));
    expect(labels.filter((label) => label === 'Ways in and out')).toHaveLength(1);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('defense-ml-engineer offers exactly the sections that hold something, with its guide and without', async () => {
    for (const { ask } of [bot, unguided]) {
      const overview = await ask('/role defense-ml-engineer');
      const offered = asksOf(overview).flatMap(({ values }) => values.section ?? []);
      const labels = labelsOf(overview);
      for (const section of SECTION_NAMES) {
        const reply = await ask(`/role defense-ml-engineer ${section}`);
        const isOffered = offered.includes(section) || labels.includes(BUTTONS[section] ?? '');
        expect([section, reply.tone]).toEqual([section, isOffered ? 'answer' : 'miss']);
      }
    }
  });

  test('a section without facts says so and leads to those with some', async () => {
    const reply = await unguided.ask('/role defense-ml-engineer interview');
    expect(reply.tone).toBe('miss');
    expect(plain(reply, 'en')).toContain('No source I have says anything about it.');
    expect(labelsOf(reply)).toContain('Roadmap');
    expect((await bot.ask('/role defense-ml-engineer interview')).tone).toBe('answer');
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
    const text = await unguided.say('/role defense-ml-engineer roadmap');
    expect(text).toContain('Three phases, 20 months added up (Defense careers).');
    expect(text).toContain('1 Core ML · 8 months');
    expect(text).toContain('course · Coursera · essential · 60 h · intermediate · $49');
    expect(text).not.toContain('$49 a month');
  });

  test('the phases of a guide come first, with an estimate in all, and then the documented road', async () => {
    const text = await bot.say('/role defense-ml-engineer roadmap');
    expect(text).toMatch(/^5 phases, about 711–1242 h in all/m);
    expect(text).toContain('1 Learn to see · Rolecall guide\nPython · about 90–150 h\n');
    expect(text).toContain('1 Core ML · 8 months · Defense careers');
    expect(text).toContain('course · Coursera · essential · 60 h · intermediate · $49');
    expect(text.indexOf('Learn to see')).toBeLessThan(text.indexOf('Core ML'));
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
    const text = await unguided.say('/role ml-engineer interview');
    expect(text).toContain('\nStages\n');
    expect(text.match(/How-to guide/g)).toHaveLength(1);
  });

  test('where several speak, every heading says whose it is', async () => {
    const text = await bot.say('/role ml-engineer interview');
    expect(text).toContain('\nStages · Rolecall guide\n');
    expect(text).toContain('\nStages · How-to guide\n');
    expect(text).not.toContain('\nStages\n');
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
    expect(plain(reply, 'en')).toContain('I know technology roles, and nothing near to that.');
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
