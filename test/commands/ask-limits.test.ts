import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('places without figures', () => {
  test.each([
    [
      'how much do data engineers make in london',
      'No source I have gives pay for Data Engineer in United Kingdom; this is what there is.',
    ],
    ['sre pay in timbuktu', 'I did not use: timbuktu.'],
    ['data engineer pay in india', 'gives pay for Data Engineer in India; this is what there is.'],
    ['highest paying jobs in canada', 'No source I have gives pay for Canada'],
    ['is there demand for sres in germany', 'No source I have says anything about Germany in particular.'],
  ])('%s', async (question, said) => {
    expect(await bot.say(`/ask ${question}`)).toContain(said);
  });

  test('a large city stands for its country, where there are figures for that', async () => {
    expect(await bot.say('/ask data engineer salary berlin')).toContain('pay (Germany, a year)');
  });

  test.each([
    'sre salary in the usa',
    'how much do entry level sres get paid in big tech',
    'what do data engineers earn in 5 years',
    'whats the pay in machine learning for a data scientist',
    'highest paying jobs in security',
  ])('none is named: %s', async (question) => {
    expect(await bot.say(`/ask ${question}`)).not.toMatch(/No source I have (?:gives pay for|says anything)/);
  });
});

describe('prices in a question about courses', () => {
  test.each([
    ['cheap aws courses', 'How much is cheap I do not know', undefined],
    ['aws courses under 50 euros', 'I convert no currency', '50'],
    ['curso de aws até R$ 50', 'I convert no currency', '50'],
    ['aws courses below $150', 'at most 150 in price', '150'],
  ])('%s: %s', async (question, said, budget) => {
    const reply = await bot.ask(`/ask ${question}`);
    expect(reply.ask?.values.budget).toBe(budget);
    expect(plain(reply, 'en')).toContain(said);
  });
});

test.each(['aws courses under 60 bucks', 'aws courses under $60', 'cursos de aws por menos de 60 dólares'])(
  'prices are in dollars already: %s',
  async (question) => expect(await bot.say(`/ask ${question}`)).not.toContain('I convert no currency'),
);

test.each(['do recruiters even open github links', 'what do hiring managers want to see in a portfolio'])(
  'whoever reads applications is not the role that is asked about: %s',
  async (question) => {
    const { ask } = await bot.ask(`/ask ${question}`);
    expect(ask?.values).not.toHaveProperty('role');
    expect(ask).toMatchObject({ command: 'advice', values: { topic: 'portfolio' } });
  },
);

test('a family of roles is named: roles of it are offered', async () => {
  const reply = await bot.ask('/ask what roles are there in security');
  const offered = asksOf(reply).flatMap(
    ({ values }) => bot.knowledge.roles.get(values.role ?? '')?.family ?? [],
  );
  expect(offered.length).toBeGreaterThan(4);
  expect(new Set(offered).size).toBe(1);
  expect(plain(reply, 'en')).toContain('Security Engineer');
});
