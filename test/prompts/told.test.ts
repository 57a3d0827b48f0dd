import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { preparing } from '../../commands/prompts/prepare.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import type { Command } from '../../src/command.ts';
import { readLine } from '../../src/invocation.ts';
import type { Log } from '../../src/log.ts';
import { plain } from '../../src/plain.ts';
import { createPrompts } from '../../src/community/service.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import type { StoreAddress } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { asksOf, BUILT_IN } from '../commands/talk.ts';
import { FAST, scratch } from '../outbox/world.ts';
import { chatPlace } from './world.ts';

const files = scratch();
afterAll(() => files.remove());

/** What nobody in a community may read. */
const INTERNAL = [
  files.folder,
  'hush',
  'rolecall.sqlite',
  '127.0.0.1',
  // The database's address; courses about it have pages of their own.
  'postgres:',
  'keeperuser',
  'ECONN',
  'ENOTDIR',
  'no such table',
  'rolecall_',
  hostname(),
];

/** Ways in which a store fails: the file that cannot be made, the server that is not there, the tables that are gone. */
const STORES: readonly (readonly [string, () => Promise<StoreAddress>])[] = [
  [
    'a file in a folder that is none',
    async () => {
      writeFileSync(join(files.folder, 'hushfile'), '');
      return { file: join(files.folder, 'hushfile', 'rolecall.sqlite') };
    },
  ],
  [
    'a server that is not there',
    async () => ({ url: 'postgres://keeperuser:hushword@127.0.0.1:1/hushbase' }),
  ],
  [
    'a file without its tables',
    async () => {
      const file = join(files.folder, 'hush.rolecall.sqlite');
      const store = await openStore({ file });
      const tables = await store.database.rows<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('rolecall_meta')",
      );
      for (const { name } of tables) await store.database.rows(`DROP TABLE ${name}`);
      await store.close();
      return { file };
    },
  ],
];

const TYPED: Readonly<Record<string, string>> = {
  track: 'ml-engineer',
  when: 'mon 09:00',
  run: 'ml-engineer-abcd@2026-09-07T09:00',
  topic: 'ml-engineer/splits',
  title: 'A thing to build',
  build: 'Build a thing.',
  about: 'role ml-engineer',
  what: 'The figure is wrong.',
  of: 'salary ml-engineer',
};

/** A value for an option, that can be read. */
function valueFor(name: string, option: Command['options'][string]): string {
  if (option.kind === 'choice') return option.choices[0] ?? '';
  if (option.kind === 'number') return String(option.min);
  return TYPED[name] ?? 'ml-engineer';
}

/** Ways to ask a command: its examples, with what it needs, with a few more, and with nothing. */
function asksFor({ name, options, examples }: Command): Ask[] {
  const all = Object.entries(options).map(([key, option]) => [key, valueFor(key, option)] as const);
  const needed = all.filter(([key]) => options[key]?.required === true);
  const some = all.filter(([key]) => options[key]?.required === true || key in TYPED || key === 'sure');
  const named = [needed, some, []].map((values) => ({ command: name, values: Object.fromEntries(values) }));
  const typed = examples.map((line) => {
    const { command, text } = readLine(line, names);
    return { command, values: { line: text } };
  });
  return [...named, ...typed];
}
const names = commands.map(({ name }) => name);

/** A bot over a store, and everything that it logs. */
async function botOver(address: StoreAddress) {
  const known = await openKnowledge(BUILT_IN);
  const logged: string[] = [];
  const write = (details: object, message: string) =>
    void logged.push(`${JSON.stringify(details)} ${message}`);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const service = createPrompts({ address, prepare: preparing(() => known), log, settings: FAST });
  service.start([chatPlace()]);
  const parts = { commands, knowledge: () => known, clock: Date.now, log, fallback: 'role' };
  return { bot: createBot({ ...parts, community: service.community }), service, logged };
}

/** Everything that a member or a manager can get to read: answers, forms, completions, and what the buttons lead to. */
async function everythingSaid(bot: Bot, manages: boolean): Promise<{ name: string; said: string }[]> {
  const from = {
    asker: { id: 'bob', locale: 'en', manages },
    place: { on: 'chat', community: 'C', channel: 'careers1' },
  };
  const answer = ({ command, values: { line, ...values } }: Ask): Promise<Reply> =>
    bot.answer({ command, values, ...(line === undefined ? {} : { text: line }), ...from });
  const said: { name: string; said: string }[] = [];
  for (const command of commands) {
    const { name } = command;
    for (const ask of asksFor(command)) {
      const reply = await answer(ask);
      said.push({ name, said: `${plain(reply, 'en')} ${JSON.stringify(reply)}` });
      if (command.form !== undefined)
        said.push({ name, said: JSON.stringify(await bot.form({ ...ask, ...from })) });
      for (const pressed of asksOf(reply).slice(0, 2))
        said.push({ name: pressed.command, said: JSON.stringify(await answer(pressed)) });
    }
    for (const option of Object.keys(command.options))
      said.push({
        name,
        said: JSON.stringify(bot.suggest({ command: name, option, typed: '', ...from }, 25)),
      });
  }
  return said;
}

/** The commands that need the store, whoever asks them. */
const NEED = names.filter(
  (name) => /^(prompts|study|misses|reports?)\b/.test(name) && !/hint|preview/.test(name),
);

const FOR_MANAGERS = new Set(commands.filter(({ managersOnly }) => managersOnly).map(({ name }) => name));

describe.each(STORES)('with %s', (_, address) => {
  test.each([
    ['a member', false],
    ['a manager', true],
  ])('%s reads no address and no path, but a number that the log has', async (__, manages) => {
    const { bot, service, logged } = await botOver(await address());
    const everything = await everythingSaid(bot, manages);
    await service.stop();
    const told = everything.flatMap(({ name, said }) =>
      INTERNAL.filter((secret) => said.includes(secret)).map((secret) => `${name}: ${secret}`),
    );
    expect(told).toEqual([]);
    const referred = everything.flatMap(({ name, said }) => {
      const number = /the number ([0-9a-f]{8})\b/.exec(said)?.[1];
      return number === undefined ? [] : [{ name, number }];
    });
    const silent = NEED.filter((name) => !referred.some((each) => each.name === name));
    expect(silent.filter((name) => manages || !FOR_MANAGERS.has(name))).toEqual([]);
    const log = logged.join('\n');
    expect(referred.filter(({ number }) => !log.includes(number))).toEqual([]);
  });
});

test('a manager is told the kind of trouble, a member is not', async () => {
  const { bot, service } = await botOver({ url: 'postgres://keeperuser:hushword@127.0.0.1:1/hushbase' });
  const place = { on: 'chat', community: 'C', channel: 'careers1' };
  const say = async (manages: boolean) =>
    plain(await bot.answer({ command: 'study', asker: { id: 'bob', locale: 'en', manages }, place }), 'en');
  expect(await say(true)).toContain(
    'The database cannot be reached; the log has the reason under that number.',
  );
  expect(await say(false)).not.toContain('database');
  await service.stop();
});
