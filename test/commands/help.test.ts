import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { createBot } from '../../src/bot.ts';
import { askLine } from '../../src/cli/ask.ts';
import { LANGUAGES } from '../../src/message/language.ts';
import { speakReply } from '../../src/spoken.ts';
import { discordLines } from '../phone/discord.ts';
import { SCREEN } from '../phone/wrap.ts';
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
  const reply = speakReply(await askLine(bot.bot, '/help view:all'), 'en');
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

const here = { community: 'C', channel: 'c1' };
const helpFor = async (manages: boolean, values: Record<string, string> = {}, locale = 'en') =>
  bot.bot.answer({ command: 'help', values, asker: { id: 'ada', locale, manages }, place: here });

describe('/help is for who asks', () => {
  test('a member sees six things to try, each a button that works', async () => {
    const reply = await helpFor(false);
    const text = plain(reply, 'en');
    expect(text).toContain('• What does an ML engineer earn? /salary ml-engineer');
    expect(text).not.toMatch(/\/prompts|\/misses|\/settings/);
    const shown = renderDiscord(reply, { language: 'en', share: false }).components.flatMap(
      ({ components }) => components,
    );
    const buttons = shown.flatMap((part) => ('label' in part ? [part.label] : []));
    expect(buttons).toHaveLength(6);
    for (const ask of asksOf(reply).slice(0, 6))
      expect([ask, (await bot.press(ask)).tone]).toEqual([ask, 'answer']);
  });

  test('who may manage the community sees what there is to set up, and what members see', async () => {
    const reply = await helpFor(true);
    const text = plain(reply, 'en');
    expect(text).toContain('What you can set up here');
    expect(text).toContain('• Post weekly prompts /prompts add');
    expect(text).toContain('• See what I could not answer /misses');
    expect(text).not.toContain('/salary');
    expect(plain(await helpFor(true, { view: 'members' }), 'en')).toContain('/salary ml-engineer');
  });

  test('all commands are those that somebody may use', async () => {
    expect(plain(await helpFor(false, { view: 'all' }), 'en')).not.toContain('/misses');
    expect(plain(await helpFor(true, { view: 'all' }), 'en')).toContain('/misses');
  });

  test.each(LANGUAGES)('is one phone screen in %s', async (language) => {
    for (const manages of [true, false]) {
      const reply = await helpFor(manages, {}, language);
      const lines = discordLines(renderDiscord(reply, { language, share: false }));
      expect(lines.length).toBeLessThanOrEqual(SCREEN);
    }
  });
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
