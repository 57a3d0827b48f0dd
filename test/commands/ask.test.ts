import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import { faultsShown } from './shown.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

test.each([
  ['how long from data engineer to ml engineer?', 'about 10 months'],
  ['what pays more, SRE or data engineer?', 'Site Reliability Engineer vs Data Engineer'],
  ['free pytorch courses under 20 hours', '/course about:pytorch cost:free hours:20'],
  ['do I need a PhD?', 'No. Most roles ask for a bachelor'],
  ['who hires ml engineers', '/role role:ml-engineer section:employers'],
])('%s', async (question, answer) => {
  const reply = await bot.ask(`/ask ${question}`);
  expect(reply.tone).toBe('answer');
  expect(plain(reply, 'en')).toContain('I read this as');
  expect(plain(reply, 'en')).toContain(answer);
});

test.each([
  [
    'how much does a data scientist make in germany',
    'There is pay for Germany too: /salary data-scientist place:DE.',
  ],
  ['devops salary uk', 'No source I have gives pay for UK'],
  [
    'can ml engineers work remotely',
    'No source I have says anything about whether the work can be done remotely.',
  ],
  ['am i too old at 40 to become a software engineer', 'No source I have says anything about age.'],
])('what no source says is said: %s', async (question, sentence) => {
  expect(await bot.say(`/ask ${question}`)).toContain(sentence);
});

test.each(['ml engineer salary in the US', 'what do data scientists earn'])(
  '%s needs no such line',
  async (question) => {
    expect(await bot.say(`/ask ${question}`)).not.toContain('No source I have');
  },
);

test.each(['ml engineer', 'mahcine lerning'])('a role alone is the role: %s', async (words) => {
  const reply = await bot.ask(`/ask ${words}`);
  expect(reply).toMatchObject({ tone: 'answer', title: 'ML Engineer' });
});

test('what it does not know it says, with questions that work', async () => {
  const reply = await bot.ask('/ask what is the weather');
  expect(reply.tone).toBe('miss');
  expect(plain(reply, 'en')).toContain('how long from data engineer to ml engineer?');
});

describe('questions about many roles', () => {
  test('which roles ask for a skill: the roles come first, then what teaches it', async () => {
    const reply = await bot.ask('/ask which jobs use kubernetes');
    const text = plain(reply, 'en');
    expect(text).toMatch(/\d+ roles ask for it; for \d+ a source calls it essential\./);
    expect(text).toContain('ML Engineer: essential (DecipherU)');
    expect(text.indexOf('ML Engineer')).toBeLessThan(text.indexOf('Courses: Kubernetes'));
    expect(asksOf(reply)).toContainEqual({ command: 'skills', values: { role: 'ml-engineer' } });
  });

  test('of several skills, roles that ask for all of them come first; what is known goes along', async () => {
    const reply = await bot.ask('/ask i know terraform and aws, which jobs fit?');
    const [first = ''] = plain(reply, 'en')
      .split('\n')
      .filter((line) => line.startsWith('• '));
    expect(first).toMatch(/Terraform .* · AWS /);
    expect(asksOf(reply)[0]?.values.have).toBe('terraform,aws');
  });

  test('whatever skills are named, every place takes the answer with all its buttons', async () => {
    const names = bot.knowledge.skills.all.map(({ name }) => name).sort((a, b) => b.length - a.length);
    for (const [n, at] of [
      [1, 0],
      [2, 0],
      [4, 0],
      [1, 400],
      [4, 400],
      [4, 1200],
    ] as const) {
      const some = names.slice(at, at + n);
      for (const question of [
        `which jobs use ${some.join(', ')}`,
        `${some.join(' or ')} for data scientists`,
      ])
        expect(faultsShown(await bot.ask(`/ask ${question}`), 'en')).toEqual([]);
    }
  });

  test('skills side by side: no verdict, what sources say instead', async () => {
    const text = await bot.say('/ask python or r');
    expect(text).toContain('No source says which one is better.');
    expect(text).toMatch(/Python: \d+ roles ask for it, essential for \d+ · \d+ courses, \d+ of them free/);
    const forRole = await bot.say('/ask python or java for backend?');
    expect(forRole).toContain('Python for Backend Developer: essential (O*NET).');
  });

  test('the best paid roles: a list for each source, none blended', async () => {
    const text = await bot.say('/ask highest paying tech job');
    expect(text).toContain('BLS wages · US, median wage');
    expect(text).toContain('aijobs.net · US, advertised median');
    const figures = Array.from(
      text.matchAll(/^• \$([\d.,]+)(K?)/gm),
      ([, n = '', k]) => Number(n.replaceAll(',', '')) * (k === 'K' ? 1000 : 1),
    );
    expect(figures.length).toBeGreaterThan(8);
    expect(text).toContain('not financial advice');
  });

  test('the skills that most roles ask for, the most asked for first', async () => {
    const text = await bot.say('/ask what are the most in demand skills');
    const counts = Array.from(text.matchAll(/^\d+\. .*: (\d+) roles ask/gm), ([, n]) => Number(n));
    expect(counts).toHaveLength(10);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(text).toContain(`Of 141 roles, ${counts[0]} ask for Python.`);
  });

  test('above a sum, and in one family, there is nothing else', async () => {
    const above = await bot.say('/ask which jobs pay over 200k');
    for (const [, n = ''] of above.matchAll(/^• \$([\d.,]+)K? /gm))
      expect(Number(n.replaceAll(',', ''))).toBeGreaterThanOrEqual(200);
    const family = asksOf(await bot.ask('/ask best paid jobs in security')).flatMap(
      ({ values }) => values.role ?? [],
    );
    expect(family.length).toBeGreaterThan(3);
    for (const id of family) expect(bot.knowledge.roles.get(id)?.family).toBe('Security');
  });

  test.each([
    'which jobs use kubernetes',
    'i know terraform and aws, which jobs fit?',
    'python or r',
    'python or java for backend?',
    'highest paying tech job',
    'which jobs pay over 200k',
    'best paid jobs in security',
    'which roles grow the fastest',
    'most in demand skills',
    'top tools in security',
  ])('its own wording asks the same again: %s', async (question) => {
    const reply = await bot.ask(`/ask ${question}`);
    expect(reply.tone).toBe('answer');
    expect(reply.ask?.command).toBe('ask');
    const again = await bot.ask(`/ask ${reply.ask?.values.question ?? ''}`);
    expect(again).toEqual(reply);
    expect(labelsOf(reply)).toContain('Why this answer');
  });
});

test('a role among words that tell nothing: what there is to ask of it, no guess', async () => {
  const reply = await bot.ask('/ask how do data engineers cope with the flibberty of glimps');
  expect(reply.tone).toBe('question');
  expect(asksOf(reply).map(({ values }) => values.role)).toEqual(
    Array.from({ length: 4 }, () => 'data-engineer'),
  );
});

describe('what is said beside an answer', () => {
  test.each([
    ['from marketing to ux design', '"marketing" is no role that I know.'],
    ['im a teacher wanna become a data analyst', '"teacher" is no role that I know.'],
    [
      'is a degree needed to be a web dev',
      "Typical education at entry: Bachelor's degree (BLS projections).",
    ],
    [
      'sre, devops, qa, ux designer or data analyst, which pays best',
      'Four roles at most stand side by side; left out: Data Analyst.',
    ],
    [
      'do i need security+ for defense ml',
      'Security+ for Defense ML Engineer: recommended (Defense careers).',
    ],
    ['do devops need to know python', 'Python for DevOps Engineer: essential (O*NET, Rolecall guide).'],
    ['do web developers need to know splunk', 'No source I have lists Splunk for Web Developer.'],
  ])('%s', async (question, sentence) => {
    expect(await bot.say(`/ask ${question}`)).toContain(sentence);
  });
});

/** The roles of a list, in their order. */
function listed(text: string): (string | undefined)[] {
  return Array.from(text.matchAll(/^• ([A-Z][A-Za-z. ]+):/gm), ([, name]) => name);
}

describe.each(['es', 'de', 'pt-BR'])(
  'a question is read in English and answered in the language of who asks: %s',
  (locale) => {
    test('how it was read is said in that language, the line stays as it is typed', async () => {
      const text = await bot.say('/ask what do ml engineers earn', locale);
      expect(text).toContain('/salary role:ml-engineer');
      expect(text).toContain('ML Engineer');
      expect(text).not.toContain('I read this as');
    });

    test.each(['which jobs use kubernetes', 'i know terraform and aws, which jobs fit?', 'react vs vue'])(
      'roles, skills and sources are the same everywhere: %s',
      async (question) => {
        const english = await bot.say(`/ask ${question}`);
        const text = await bot.say(`/ask ${question}`, locale);
        expect(text).not.toMatch(/ask for it|I read this|more roles|Courses:/);
        expect(listed(text)).toEqual(listed(english));
        expect(listed(text).length).toBeGreaterThan(1);
      },
    );

    test('what it cannot read it says, with questions in the language that it reads', async () => {
      const text = await bot.say('/ask what is the weather', locale);
      expect(text).not.toContain('could not read');
      expect(text).toContain('how long from data engineer to ml engineer?');
    });

    test('a country is called by its name there', async () => {
      const text = await bot.say('/ask how much does a data scientist make in germany', locale);
      expect(text).toContain(new Intl.DisplayNames(locale, { type: 'region' }).of('DE'));
    });
  },
);
