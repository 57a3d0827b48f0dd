import { beforeAll, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Talk } from './talk.ts';
import { talk } from './talk.ts';

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
  expect(plain(reply)).toContain('I read this as');
  expect(plain(reply)).toContain(answer);
});

test.each([
  [
    'how much does a data scientist make in germany',
    'No source I have gives pay for Germany: the figures are of the US.',
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
  expect(plain(reply)).toContain('how long from data engineer to ml engineer?');
});
