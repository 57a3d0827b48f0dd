import { describe, expect, test } from 'vitest';
import { menu } from '../../../adapters/discord/menu.ts';
import { commands } from '../../../commands/index.ts';
import type { Command, Options } from '../../../src/command.ts';
import { defineCommand } from '../../../src/command.ts';
import { COMMANDS } from './bot.ts';
import { judgeCommands } from './judge.ts';

/** What is shown after a slash. */
const slashMenu = (declared: readonly Command[]) => menu(declared).filter((entry) => entry.type === 1);

function withOptions(options: Options, name = 'x', summary = 'A command') {
  return defineCommand({
    name,
    summary,
    options,
    examples: [],
    shareable: true,
    answer: () => ({ title: '', lead: [] }),
  });
}

/** The name of a choice in Spanish, German and Portuguese, by Discord's locales. */
const called = (es: string, de: string, pt: string) => ({ 'es-ES': es, 'es-419': es, de, 'pt-BR': pt });

const choices = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);

/** The options of a part of one of our own groups. */
const optionsOf = (command: string, part: string) =>
  slashMenu(commands)
    .find(({ name }) => name === command)
    ?.options.find(({ name }) => name === part)?.options;

describe('the menu', () => {
  test('of our own commands is one that Discord accepts', () => {
    expect(judgeCommands(menu(commands))).toEqual([]);
    expect(judgeCommands(menu(COMMANDS))).toEqual([]);
  });

  test('has the required options first, completes names and bounds numbers', () => {
    expect(slashMenu(COMMANDS)[0]).toEqual({
      type: 1,
      name: 'role',
      description: 'What a role is about',
      contexts: [0, 1],
      integration_types: [0],
      options: [
        { type: 3, name: 'role', description: 'The role', required: true, autocomplete: true },
        {
          type: 3,
          name: 'section',
          description: 'Which part of it',
          required: false,
          choices: [
            {
              name: 'overview',
              value: 'overview',
              name_localizations: called('resumen', 'Überblick', 'visão geral'),
            },
            {
              name: 'skills',
              value: 'skills',
              name_localizations: called('habilidades', 'Fähigkeiten', 'habilidades'),
            },
          ],
        },
        {
          type: 10,
          name: 'hours',
          description: 'Hours at most',
          required: false,
          min_value: 1,
          max_value: 100,
        },
      ],
    });
  });

  test('makes commands of two words the parts of a group', () => {
    const group = slashMenu(COMMANDS).find(({ name }) => name === 'prompts');
    expect(group?.options).toMatchObject([
      { type: 1, name: 'add', options: [{ type: 3, name: 'text' }] },
      { type: 1, name: 'list', options: [] },
    ]);
  });

  test('lets a channel and a role be picked as Discord does, and leaves other words to be typed', () => {
    for (const part of ['add', 'edit'])
      expect(optionsOf('prompts', part)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: 'channel', type: 7, channel_types: [0, 5] }),
          expect.objectContaining({ name: 'mention', type: 8 }),
        ]),
      );
    // "none" posts them nowhere, which is no channel.
    expect(optionsOf('reports', 'channel')).toMatchObject([{ name: 'channel', type: 3 }]);
  });

  test('hides from others what is for managers only, and nothing that members may do as well', () => {
    const hidden = slashMenu(commands).filter((entry) => entry.default_member_permissions !== undefined);
    expect(hidden.map(({ name, default_member_permissions: bits }) => `${name} ${bits}`)).toEqual([
      'misses 32',
      'reports 32',
      'settings 32',
      'status 32',
    ]);
  });

  test('has nothing in it that only a button knows', () => {
    const parts = slashMenu(commands).flatMap(({ name, options }) =>
      options.map((option) => `${name} ${option.name}`),
    );
    expect(parts).toContain('study share');
    for (const part of ['study join', 'study done', 'study skip', 'study hint'])
      expect(parts).not.toContain(part);
    expect(JSON.stringify(slashMenu(commands))).not.toContain('"name":"sure"');
  });

  test('keeps a command that is named as its group', () => {
    const both = [withOptions({}, 'prompts'), withOptions({}, 'prompts add')];
    expect(slashMenu(both)).toMatchObject([
      { name: 'prompts', options: [{ name: 'prompts' }, { name: 'add' }] },
    ]);
  });

  test.each([
    [25, { choices: { length: 25 } }],
    [26, { autocomplete: true }],
  ])('of %i choices', (count, expected) => {
    const [entry] = slashMenu([
      withOptions({ c: { kind: 'choice', description: 'C', choices: choices(count) } }),
    ]);
    expect(entry?.options).toMatchObject([expected]);
    expect(judgeCommands([entry])).toEqual([]);
  });

  test.each([100, 101])('with a summary of %i characters', (length) => {
    expect(judgeCommands(menu([withOptions({}, 'x', 'y'.repeat(length))]))).toEqual([]);
  });
});

describe('the menu in other languages', () => {
  test('describes a command to every reader whose language it knows, under the same name', () => {
    const [entry] = slashMenu([withOptions({}, 'x', 'Help')]);
    expect(entry?.description_localizations).toEqual({
      'es-ES': 'Ayuda',
      'es-419': 'Ayuda',
      de: 'Hilfe',
      'pt-BR': 'Ajuda',
    });
    expect(entry).not.toHaveProperty('name_localizations');
  });

  test('has every command and option of ours, none of them longer than Discord takes', () => {
    const described = slashMenu(commands).flatMap((entry) => [entry, ...entry.options]);
    expect(described.length).toBeGreaterThan(50);
    const bare = described.filter(({ description_localizations: others }) => others?.de === undefined);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

test('names a choice to every reader whose language it knows; what is sent stays the word that anybody can type', () => {
  const [role] = slashMenu(commands).filter(({ name }) => name === 'role');
  const section = role?.options.find(({ name }) => name === 'section');
  expect(section?.choices).toContainEqual({
    name: 'resume',
    value: 'resume',
    name_localizations: called('currículum', 'Lebenslauf', 'currículo'),
  });
});

test('a member takes along what answers anywhere the same, and nothing else', () => {
  const all = slashMenu(commands);
  const along = all.filter(({ integration_types: to }) => to.includes(1));
  expect(along.every(({ contexts }) => contexts.length === 3)).toBe(true);
  const names = along.map(({ name }) => name);
  for (const name of ['role', 'salary', 'plan', 'transition', 'course', 'ask', 'help'])
    expect(names).toContain(name);
  for (const name of ['prompts', 'study', 'report', 'reports', 'misses']) expect(names).not.toContain(name);
});

test('the judge refuses what Discord would', () => {
  const entry = { type: 1, name: 'role', description: 'x' };
  const late = [
    { type: 3, name: 'a', description: 'x' },
    { type: 3, name: 'b', description: 'x', required: true },
  ];
  const bad = [
    { ...entry, name: 'Role' },
    { ...entry, name: 'a b' },
    { ...entry, description: '' },
    { ...entry, description_localizations: { de: 'x'.repeat(101) } },
  ];
  for (const command of [...bad, { ...entry, options: late }])
    expect(judgeCommands([command])).not.toEqual([]);
  expect(judgeCommands([entry, entry])).toEqual(['the same command twice']);
});
