import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Judged, judge } from '../bench/ask/judge.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

/** Questions of six kinds of people, with what they should be read as, decided before anybody looked at the answers. */
const QUESTIONS = ['read', 'check'].flatMap((name) =>
  readFileSync(new URL(`../bench/dev/questions-${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== ''),
);

/** The least shares that are right, and right with one press, by language. */
const ENGLISH = { right: 0.88, near: 0.96 };
const OTHERS = { right: 0.84, near: 0.92 };

async function judged(): Promise<Judged[]> {
  const all = [];
  for (const line of QUESTIONS) {
    const [language = '', question = '', intent = '', slots = ''] = line.split('\t');
    all.push(judge({ language, intent, slots }, await bot.ask(`/ask ${question}`), bot.knowledge));
  }
  return all;
}

function share(of: readonly Judged[], is: (each: Judged) => boolean): number {
  return of.filter(is).length / of.length;
}

test('of three hundred questions most are read as they are meant, and most others are a press away', async () => {
  const all = await judged();
  for (const [language, part] of Map.groupBy(all, (each) => each.language)) {
    const right = share(part, ({ verdict }) => verdict === 'right');
    const near = share(part, ({ verdict }) => verdict !== 'wrong');
    const least = language === 'en' ? ENGLISH : OTHERS;
    expect({ language, enough: right >= least.right && near >= least.near }).toEqual({
      language,
      enough: true,
    });
  }
  const others = all.filter(({ outOfScope }) => outOfScope);
  expect(share(others, ({ verdict }) => verdict === 'right')).toBeGreaterThanOrEqual(0.95);
});

/** The command of an answer with its values, in the order of their names. */
async function read(question: string): Promise<string> {
  const { ask, tone } = await bot.ask(`/ask ${question}`);
  if (ask === null || ask.command === 'ask') return tone;
  const values = Object.entries(ask.values).map(([name, value]) => `${name}:${value}`);
  return [ask.command, ...values.sort()].join(' ');
}

describe('what people did before', () => {
  test.each([
    ['im a cop, can i get into digital forensics', 'from:cop'],
    ['bombero a analista de seguridad en un año se puede', 'from:bombero'],
    ['from retail to data with 5 hours a week', 'from:shop-worker'],
    ['from retail to data with 5 hours a week', 'to:data-analyst'],
    ['i drive trucks, is it realistic to get into it support', 'from:driver'],
  ])('%s: %s', async (question, value) => {
    expect(await read(question)).toContain(value);
  });

  test.each([
    'how do i become a midwife',
    'was verdient ein zahnarzt',
    'cuánto gana un bombero',
    'quero ser veterinária',
    'train driver salary germany',
  ])('is no role in technology: %s', async (question) => {
    expect(await read(question)).toBe('miss');
  });
});

describe('where a name begins and ends', () => {
  test.each([
    ['how do companies test data engineers', 'role role:data-engineer section:interview'],
    ['sre/devops which one', 'compare first:site-reliability-engineer second:devops-engineer'],
    ['ui vs ux vs product designer', 'compare first:ui-designer second:ux-designer third:product-designer'],
    ['UX oder UI Designer', 'compare first:ux-designer second:ui-designer'],
    ['qué ganan los científicos de datos', 'salary role:data-scientist'],
    ['was verdienen softwareentwickler in hamburg', 'salary place:hamburg role:software-engineer'],
    ['whats the fastest animal', 'miss'],
  ])('%s', async (question, line) => {
    expect(await read(question)).toBe(line);
  });
});

describe('what is said of a plan', () => {
  test.each([
    ['an hour a day for data analyst, make me a plan', 'hours-per-week:7'],
    ['plan para ser analista de datos con una hora al día', 'hours-per-week:7'],
    ['einstiegsgehalt als data analyst in wien', 'level:entry'],
    ['ein fortgeschrittener kurs zu react', 'level:advanced'],
    ['data analyst now, sql and excel, wanna go data engineer, 6h/week', 'from:data-analyst'],
  ])('%s: %s', async (question, value) => {
    expect(await read(question)).toContain(value);
  });
});

test.each([
  ['what does a data scientist do and is it well paid', 'role', 'salary'],
  ['outlook for qa engineers, and which roles could i switch to from there', 'transition', 'role'],
  ['have a backend interview on thursday, what will they ask and what salary should i say', 'role', 'salary'],
])('two wishes, of which each clause is clear: %s', async (question, one, other) => {
  const reply = await bot.ask(`/ask ${question}`);
  expect([reply.ask?.command, asksOf(reply)[0]?.command]).toEqual([one, other]);
});
