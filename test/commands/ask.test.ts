import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { plain } from '../../src/plain.ts';
import type { Ask } from '../../src/reply.ts';
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
  ['how much does a data scientist make in germany', 'Data Scientist · pay (Germany, a year)'],
  ['devops salary uk', 'No source I have gives pay for DevOps Engineer in UK; this is what there is.'],
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

describe('questions about many roles are answers of /rank', () => {
  test.each([
    ['which jobs use kubernetes', 'rank by:roles of:kubernetes'],
    ['i know terraform and aws, which jobs fit?', 'rank by:roles of:terraform,aws'],
    ['welche jobs verlangen docker', 'rank by:roles of:docker'],
    ['highest paying tech job', 'rank by:pay'],
    ['which jobs pay over 200k', 'rank by:pay over:200000'],
    ['best paid jobs in security', 'rank by:pay of:Security'],
    ['qué trabajos de datos pagan mejor', 'rank by:pay of:Data'],
    ['which roles grow the fastest', 'rank by:growth'],
    ['most in demand skills', 'rank by:skills'],
    ['quais habilidades as empresas mais pedem em segurança', 'rank by:skills of:Security'],
    ['easiest tech job to get into', 'rank by:effort'],
    ['python or r', 'rank by:side-by-side of:python,r'],
    ['cissp or cism', 'rank by:side-by-side of:CISSP, CISM'],
  ])('%s', async (question, line) => {
    const reply = await bot.ask(`/ask ${question}`);
    expect(lineOf(reply.ask)).toBe(line);
    expect(labelsOf(reply)).toContain('Why this answer');
  });

  test('whatever skills are named, every place takes the answer with all its buttons', async () => {
    const names = bot.knowledge.skills.all.map(({ name }) => name).sort((a, b) => b.length - a.length);
    for (const [n, at] of [
      [1, 0],
      [4, 0],
      [1, 400],
      [4, 1200],
    ] as const) {
      const some = names.slice(at, at + n);
      expect(faultsShown(await bot.ask(`/ask which jobs use ${some.join(', ')}`), 'en')).toEqual([]);
    }
  });
});

describe('in any of the four languages', () => {
  test.each([
    [
      'enfermeiro, 8h por semana, quero ser analista de dados',
      'plan to:data-analyst from:nurse hours-per-week:8',
    ],
    ['cuánto cobra un desarrollador backend junior', 'salary role:backend-developer level:entry'],
    ['kostenloser kurs für power bi', 'course about:power-bi cost:free'],
    [
      'hab python und sql drauf, was fehlt mir zum data engineer',
      'skills role:data-engineer have:python,sql',
    ],
    [
      'diferencia entre analista de datos e ingeniero de datos',
      'compare first:data-analyst second:data-engineer',
    ],
    ['roadmap für cloud engineer', 'roadmap role:cloud-engineer'],
    ['got an offer: Lead Product Designer, 95k. low?', 'salary role:product-designer level:lead'],
  ])('%s', async (question, line) => {
    expect(lineOf((await bot.ask(`/ask ${question}`)).ask)).toBe(line);
  });
});

describe('nothing is dropped in silence', () => {
  test.each([
    ['best paid jobs for a juggler', 'I did not use: juggler.'],
    ['free python course for my hamster', 'I did not use: hamster.'],
    ['free python course in berlin', 'I did not use: berlin.'],
  ])('%s', async (question, said) => {
    expect(await bot.say(`/ask ${question}`)).toContain(said);
  });

  test('a question of which every word says something needs no such line', async () => {
    for (const question of [
      'what does a data engineer earn',
      'roadmap for cloud engineer',
      'free python courses',
    ])
      expect(await bot.say(`/ask ${question}`)).not.toContain('I did not use');
  });
});

test.each(['show my study progress', 'mi racha de estudio', 'gibts hier wöchentliche lernaufgaben'])(
  "what is somebody's own is a press away, not shown to a channel: %s",
  async (question) => {
    const reply = await bot.ask(`/ask ${question}`);
    expect(lineOf(reply.ask)).toBe('help command:study');
  },
);

test('the same question gives the same answer, whoever was asked before', async () => {
  const question = '/ask enfermeiro, 8h por semana, quero ser analista de dados';
  const first = await bot.ask(question);
  await bot.ask('/ask was verdient man als scrum master');
  const other = await talk();
  expect(await other.ask(question)).toEqual(first);
});

test.each([
  'pay for help desk in texas, or not',
  'was verdient man als pentesterin in der schweiz und wie werde ich das',
  'salary in berlin?',
])('every button can be pressed: %s', async (question) => {
  const asked = asksOf(await bot.ask(`/ask ${question}`));
  expect(asked.length).toBeGreaterThan(0);
  for (const { command, values } of asked) {
    const options = commands.find(({ name }) => name === command)?.options ?? {};
    expect(Object.keys(values).filter((name) => !(name in options))).toEqual([]);
  }
});

describe('two wishes in one breath', () => {
  test.each([
    ['what is a tech lead and what does it earn', 'salary role:tech-lead', 'role role:tech-lead'],
    [
      'was verdient man als scrum master und wie werde ich das',
      'salary role:scrum-master',
      'roadmap role:scrum-master',
    ],
    [
      'career ladder for security engineers, and what do they earn',
      'ladder role:security-engineer',
      'salary role:security-engineer',
    ],
  ])('%s', async (question, one, other) => {
    const reply = await bot.ask(`/ask ${question}`);
    const [first] = asksOf(reply);
    expect([lineOf(reply.ask), lineOf(first ?? null)].sort()).toEqual([one, other].sort());
  });
});

describe('what is said beside an answer', () => {
  test.each([
    ['from astrology to ux design', 'I did not use: astrology.'],
    [
      'is a degree needed to be a web dev',
      "Typical education at entry: Bachelor's degree (BLS projections).",
    ],
    ['sre, devops, qa, ux designer or data analyst, which pays best', 'I did not use: data analyst.'],
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

/** A question as the table of a test has it. */
function lineOf(ask: Ask | null): string {
  return ask === null
    ? ''
    : [ask.command, ...Object.entries(ask.values).map(([name, value]) => `${name}:${value}`)].join(' ');
}

/** The roles of a list, in their order. */
function listed(text: string): (string | undefined)[] {
  return Array.from(text.matchAll(/^• ([A-Z][A-Za-z. ]+):/gm), ([, name]) => name);
}

describe.each(['es', 'de', 'pt-BR'])('a question is answered in the language of who asks: %s', (locale) => {
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

  test('a country without figures is called by its name there', async () => {
    const text = await bot.say('/ask how much does a data scientist make in germany', locale);
    expect(text).toContain(new Intl.DisplayNames(locale, { type: 'region' }).of('DE'));
  });
});
