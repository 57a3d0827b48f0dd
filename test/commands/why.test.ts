import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts, Speaker } from '../prompts/world.ts';
import { openPrompts, speaker } from '../prompts/world.ts';
import { asksOf, DATA, labelsOf, talk } from './talk.ts';

describe('/why asks nothing but answers that rest on facts', () => {
  let prompts: Prompts;
  let ann: Speaker;
  let bob: Speaker;
  beforeEach(async () => {
    prompts = await openPrompts();
    ann = speaker(prompts.bot);
    bob = speaker(prompts.bot, { id: 'bob', manages: false });
  });
  afterEach(() => prompts.close());

  test('so that nobody does by it what they may not do', async () => {
    const { title } = await ann.ask('/prompts add data-engineer when:"mon 09:00"');
    const id = title.split(' ')[0] ?? '';
    await bob.ask('/report "role sre" what:Wrong');
    for (const line of [`prompts remove ${id}`, `prompts pause ${id}`, 'reports', 'reports export', 'misses'])
      for (const [asks, said] of [
        [bob, 'is for those who may manage'],
        [ann, 'it rests on no source'],
      ] as const)
        expect(await asks.say(`/why ${line}`)).toContain(said);
    expect(await ann.say('/prompts list')).toContain(id);
    expect(await ann.say('/prompts list')).not.toContain('paused');
  });

  test('nor anything at all', async () => {
    await bob.ask('/report "role sre" what:Wrong');
    const reply = await bob.ask('/why study forget sure:yes');
    expect(asksOf(reply)).toEqual([]);
    expect(await bob.say('/study')).toContain('What you reported');
    expect(await bob.say('/why report "role sre" what:Again')).toContain('it rests on no source');
    expect(await ann.say('/reports')).toContain('One report waits');
  });
});

test('why leads back, to all sources and to the form for a mistake', async () => {
  const bot = await talk();
  expect(labelsOf(await bot.ask('/why salary ml-engineer'))).toEqual([
    'Back to the answer',
    'Report a mistake',
    'All sources',
  ]);
  expect(labelsOf(await bot.ask('/why sources'))).toEqual(['The answer']);
});

test('each fact stands under its source, with the file and line that say it', async () => {
  const said = await (await talk()).say('/why salary ml-engineer');
  const [, source, line = ''] =
    /\n(DecipherU, .*)\n(?:•.*\n)*• Senior, Senior ML Engineer, 5–8 years: \$195K–\$260K.*decipheru\.yaml:(\d+)\n/.exec(
      said,
    ) ?? [];
  expect(source).toContain('26 Apr 2026');
  const lines = readFileSync(join(DATA, 'roles/ml-engineer/decipheru.yaml'), 'utf8').split('\n');
  expect(lines[Number(line) - 1]).toContain('level: senior');
});

test('an answer tells of the facts it shows, and of no others', async () => {
  const bot = await talk();
  expect(await bot.say('/why salary ml-engineer level:senior')).not.toContain('$155K–$200K');
  const overview = await bot.say('/why role ml-engineer');
  expect(overview).toContain('Mid, ML Engineer, 2–5 years: $155K–$200K');
  expect(overview).not.toContain('$195K–$260K');
  expect(await bot.say('/why role ml-engineer section:all')).toContain('$195K–$260K');
});

test('a guide is a source like others, by the part that is used', async () => {
  const said = await (await talk()).say('/why role site-reliability-engineer section:week');
  expect(said).toMatch(
    /A typical week: The week on call .*data\/guides\/site-reliability-engineer\.yaml:\d+/,
  );
  expect(said).toContain('The guide leans on Dropbox career framework');
});

test.each([
  ['de', 'Angaben aus', 'Fehler melden'],
  ['es', 'datos de', 'Avisar de un error'],
  ['pt-BR', 'dados de', 'Relatar um erro'],
])('why in %s', async (locale, facts, button) => {
  const said = await (await talk()).say('/why salary ml-engineer', locale);
  expect(said).toContain(facts);
  expect(said).toContain(`[${button}]`);
});
