import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createBot } from '../../src/bot.ts';
import { silentLog } from '../../src/log.ts';
import { plain } from '../../src/plain.ts';
import { emptyKnowledge } from '../empty-knowledge.ts';
import type { Talk } from './talk.ts';
import { asksOf, labelsOf, talk } from './talk.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

test('every command with an example, in order, for nobody else to see', async () => {
  const reply = await bot.ask('/help');
  const text = plain(reply, 'en');
  const typed = commands.filter(({ buttonOnly }) => buttonOnly !== true);
  const missing = typed.filter(
    ({ name, examples, summary }) => !text.includes(`/${examples[0] ?? name}: ${summary}`),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
  for (const { summary } of commands.filter(({ buttonOnly }) => buttonOnly))
    expect(text).not.toContain(summary);
  const at = typed.filter(({ name }) => !name.includes(' ')).map(({ summary }) => text.indexOf(summary));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(reply.shareable).toBe(false);
});

test.each(['/help role', '/help /role', '/help ROLE'])('%s details the options', async (line) => {
  const text = await bot.say(line);
  expect(text).toContain('• role: The role, as you would say it');
  expect(text).toContain('• section (optional): The part you want');
  expect(text).toContain('interview');
});

test('what only a button knows is not in the help', async () => {
  expect(await bot.say('/help prompts add')).not.toContain('sure');
  expect(await bot.say('/help study join')).toContain('There is no /study join');
});

test('a number says its bounds', async () => {
  expect(await bot.say('/help course')).toContain('from 1 to 2000');
});

test('an unknown command leads to the nearest', async () => {
  const reply = await bot.ask('/help salry');
  expect(reply).toMatchObject({ tone: 'miss', title: 'There is no /salry' });
  expect(labelsOf(reply)).toContain('/salary');
});

test.each([
  [true, 1],
  [false, 0],
])('that a pack is left out is told to who manages the community: %s', async (manages, times) => {
  const knowledge = { ...emptyKnowledge(), leftOut: ['mine', 'ours'] };
  const small = createBot({
    commands,
    knowledge: () => knowledge,
    clock: Date.now,
    log: silentLog,
    fallback: 'ask',
  });
  const asker = { id: 'ada', locale: 'en', manages };
  const reply = await small.answer({ command: 'help', asker, place: { community: null, channel: null } });
  expect(plain(reply, 'en').split('left out because it has mistakes: mine and ours.')).toHaveLength(
    times + 1,
  );
});

describe('every example works as it stands, typed or pressed', () => {
  // Schedules and studies need a running bot: test/prompts talks to one.
  const plainly = commands.filter(
    ({ name }) => !/^(prompts|study|misses|reports?|settings|privacy|status)\b/.test(name),
  );

  test.each(plainly.flatMap(({ examples }) => examples))('/%s', async (example) => {
    const reply = await bot.ask(`/${example}`);
    expect(['answer', 'miss']).toContain(reply.tone);
  });

  test.each(plainly.map(({ name }) => name))('the buttons of /help %s', async (name) => {
    for (const ask of asksOf(await bot.ask(`/help ${name}`)))
      expect(['answer', 'miss']).toContain((await bot.press(ask)).tone);
  });
});
