import { expect, test } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import { silentLog } from '../../src/log.ts';
import { plain } from '../../src/plain.ts';
import { FRAGMENTS, hostile } from '../bench/hostile.ts';
import { emptyKnowledge } from '../empty-knowledge.ts';

const TOLD = 'That was too long: I read its beginning only.';

const echo = defineCommand({
  name: 'echo',
  summary: 'Says it again',
  options: { words: { kind: 'words', description: 'What to say', required: true } },
  examples: ['echo hello'],
  shareable: true,
  answer: ({ words }) => ({ title: 'Echo', lead: [words] }),
  form: ({ words = '' }) => ({
    title: words,
    fields: [{ kind: 'text', name: 'words', label: 'Words', max: 100 }],
  }),
});

const bot = createBot({
  commands: [echo],
  knowledge: emptyKnowledge,
  clock: Date.now,
  log: silentLog,
  fallback: 'echo',
});
const from = {
  asker: { id: 'ada', locale: 'en', manages: false },
  place: { community: null, channel: null },
};

test('as much as any text needs is read whole, and nothing is said', async () => {
  const words = 'x'.repeat(1000);
  const text = plain(await bot.answer({ command: 'echo', values: { words }, ...from }), 'en');
  expect(text).toBe(`Echo\n${words}`);
});

test('more is cut, and that is said', async () => {
  const values = { words: `${'x'.repeat(999)}👍 and more` };
  const reply = await bot.answer({ command: 'echo', values, ...from });
  // A letter of two units is not cut in half.
  expect(plain(reply, 'en')).toBe(`Echo\n${'x'.repeat(999)}\n\n${TOLD}`);
  expect(reply.ask?.values).toEqual({ words: 'x'.repeat(999) });
});

test.each([
  ['a line', { command: 'echo', text: 'x'.repeat(64_000) }],
  ['a line without a command', { command: '', text: 'x'.repeat(64_000) }],
  ['an option that there is not', { command: 'echo', values: { words: 'x', ['y'.repeat(64_000)]: 'z' } }],
  ['what is long once it is compared', { command: 'echo', values: { words: 'ﷺ'.repeat(1000) } }],
  ['a command that there is not', { command: 'x'.repeat(64_000), values: { words: 'x'.repeat(64_000) } }],
])('%s is cut as well', async (_, asked) => {
  const reply = await bot.answer({ ...asked, ...from });
  expect(JSON.stringify(reply).length).toBeLessThan(5000);
  expect(plain(reply, 'en')).toContain(TOLD);
});

test('so are the words that a form starts with', async () => {
  const opened = await bot.form({ command: 'echo', values: { words: 'x'.repeat(6000) }, ...from });
  expect(opened.title).toHaveLength(1000);
});

test('no answer to what is typed to be slow keeps the others waiting', async () => {
  // What took 0.3 to 2.5 seconds, and some of the rest.
  const others = FRAGMENTS.filter((_, at) => at % 9 === 0);
  const slowest = await hostile(
    ['knowledge/made', 'knowledge/data'],
    ['<', '<1', '~a ', '\u0000', 'ﷺ', ...others],
  );
  expect(slowest.filter(({ ms }) => ms > 400)).toEqual([]);
});
