import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createBot } from '../../src/bot.ts';
import { defineCommand } from '../../src/command.ts';
import { silentLog } from '../../src/log.ts';
import type { Talk } from './talk.ts';
import { talk } from './talk.ts';
import { speak } from '../../src/message/speak.ts';

let bot: Talk;
beforeAll(async () => {
  bot = await talk();
});

const asker = { id: 'ann', locale: 'en', manages: true };
const place = { on: 'chat', community: 'C', channel: 'careers1' };

/** Every option that completes, by its command. */
const OPTIONS = commands.flatMap(({ name, options }) =>
  Object.entries(options).flatMap(([option, declared]) =>
    'suggest' in declared || declared.kind === 'choice' ? [[name, option] as const] : [],
  ),
);

/** What is there twice. */
function twice(words: readonly string[]): string[] {
  return words.filter((word, at) => words.indexOf(word) !== at);
}

/** Beginnings of every name that there is, and of none. */
function beginnings({ knowledge: { roles, skills, courses } }: Talk): string[] {
  const names = [...roles.all, ...courses.all]
    .map(({ title }) => title)
    .concat(skills.all.map(({ name }) => name));
  return ['', 'EST', 'UTC', 'zzzz', ...new Set(names.map((name) => name.slice(0, 3).toLowerCase()))];
}

const suggest = () => [
  { label: 'One', value: 'one' },
  { label: 'one ', value: 'other' },
  { label: 'Two', value: 'one' },
  { label: 'Three', value: 'three' },
];

describe('a completion holds no name and no value twice', () => {
  test.each(OPTIONS)('/%s %s', (command, option) => {
    const wrong = beginnings(bot).flatMap((typed) => {
      const found = bot.bot.suggest({ command, option, typed, asker, place }, 25);
      const names = twice(found.map(({ label }) => speak(label, 'en').toLowerCase()));
      return [...names, ...twice(found.map(({ value }) => value))].map((name) => `${typed}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('not even where a command offers them', () => {
    const twin = defineCommand({
      name: 'twin',
      summary: 'Offers twins',
      options: { of: { kind: 'words', description: 'Which', suggest } },
      examples: ['twin'],
      shareable: false,
      answer: () => ({ title: 'Twin', lead: [] }),
    });
    const parts = {
      commands: [twin],
      knowledge: () => bot.knowledge,
      clock: Date.now,
      log: silentLog,
      fallback: 'twin',
    };
    const found = createBot(parts).suggest({ command: 'twin', option: 'of', typed: '', asker, place }, 25);
    expect(found.map(({ label }) => label)).toEqual(['One', 'Three']);
  });
});

test('a skill and a course of one name are both offered, and told apart', () => {
  const found = bot.bot.suggest(
    { command: 'course', option: 'about', typed: 'pytorch + d', asker, place },
    25,
  );
  expect(found.map(({ label }) => speak(label, 'en'))).toEqual(
    expect.arrayContaining([
      'PyTorch + distributed training (skill)',
      'PyTorch + distributed training (course)',
    ]),
  );
});
