import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../src/plain.ts';
import type { Reply } from '../../src/reply.ts';
import { faultsShown } from './shown.ts';
import type { Talk } from './talk.ts';
import { asksOf, talk } from './talk.ts';
import { speak } from '../../src/message/speak.ts';

const QUESTIONS = readFileSync(new URL('questions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): [string, string] => {
    const [question = '', wanted = ''] = line.split('\t');
    return [question, wanted];
  });

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

describe('questions as people ask them', () => {
  test.each(QUESTIONS)('%s', async (question, wanted) => {
    const reply = await bot.ask(`/ask ${question}`);
    const read = readingOf(reply);
    expect(wanted.split('|').some((each) => isReading(each, read)) ? wanted : read).toBe(wanted);
    expect(plain(reply, 'en')).not.toMatch(/undefined|NaN|have:~/);
    expect(reply.tone === 'answer' || asksOf(reply).length > 0).toBe(true);
    expect(faultsShown(reply, 'en')).toEqual([]);
  });

  test('there are many, and no two are the same', () => {
    const asked = new Set(QUESTIONS.map(([question]) => question));
    expect(asked.size).toBe(QUESTIONS.length);
    expect(asked.size).toBeGreaterThanOrEqual(500);
  });
});

/** How a question was read, as the table has it. */
function readingOf(reply: Reply): string {
  const { tone, ask } = reply;
  if (tone === 'question') return 'choice';
  if (tone === 'miss' && (ask === null || ask.command === 'ask')) return 'miss';
  if (plain(reply, 'en').includes('I read this as a question that')) return `faq:${speak(reply.title, 'en')}`;
  const said = Object.entries(ask?.values ?? {}).map(([name, value]) => `${name}:${value}`);
  return [ask?.command, ...said.sort()].join(' ');
}

function isReading(wanted: string, read: string): boolean {
  if (wanted.startsWith('faq:'))
    return read.startsWith('faq:') && read.toLowerCase().includes(wanted.slice('faq:'.length).toLowerCase());
  const [command = '', ...said] = wanted.split(/ (?=[a-z-]+:)/);
  return [command, ...said.sort()].join(' ') === read;
}
