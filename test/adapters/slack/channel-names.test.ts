import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manifest } from '../../../adapters/slack/menu.ts';
import { commands } from '../../../commands/index.ts';
import { silentLog } from '../../../src/log.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import type { House } from './driver.ts';
import { openHouse, outcome } from './driver.ts';

let now: number;
let prompts: Prompts;
let house: House;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 29);
  prompts = await openPrompts();
  house = await openHouse(prompts.bot, silentLog, undefined, { clock: () => now });
  prompts.service.start([house.adapter]);
});
afterEach(async () => {
  await prompts.close();
  await house.stop();
});

const list = (next: string, ...channels: readonly object[]) => ({
  body: { ok: true, channels, response_metadata: { next_cursor: next } },
});
const ONE = list('two', { id: 'C000000001', name: 'general' }, { id: 'C000000002', name: 'random' });
const TWO = list('', { id: 'G000000003', name: 'café-jobs' });
const INSIDE = { body: { ok: true, channel: { is_member: true } } };

const listings = () => house.peer.calls.filter(({ method }) => method === 'conversations.list');
const asked = () =>
  house.peer.calls.findLast(({ method }) => method === 'conversations.info')?.body['channel'];

async function add(channel: string): Promise<string> {
  house.peer.script('conversations.info', INSIDE);
  const line = `/prompts add ml-engineer when:"mon 09:00" channel:${channel}`;
  return (await outcome(house.peer.command(line))).texts.join('\n');
}

describe('a channel', () => {
  beforeEach(() => house.peer.script('conversations.list', ONE, TWO));

  test.each([
    ['#general', 'C000000001'],
    ['#Random', 'C000000002'],
    ['"#café-jobs"', 'G000000003'],
  ])('is found by its name: %s', async (typed, id) => {
    expect(await add(typed)).toContain('is on');
    expect(asked()).toBe(id);
    expect(listings().map(({ body }) => [body['types'], body['cursor']])).toEqual([
      ['public_channel,private_channel', undefined],
      ['public_channel,private_channel', 'two'],
    ]);
  });

  test.each([
    ['&lt;#C000000009|general&gt;', 'C000000009'],
    ['<#C000000009|general>', 'C000000009'],
    ['<#C000000009|>', 'C000000009'],
    ['<#C000000009>', 'C000000009'],
    ['C000000009', 'C000000009'],
  ])('is taken as Slack writes it, and nothing is looked up: %s', async (typed, id) => {
    expect(await add(typed)).toContain('is on');
    expect(asked()).toBe(id);
    expect(listings()).toEqual([]);
  });

  test('that is not there is told so', async () => {
    expect(await add('#genral')).toContain('I cannot tell which channel "#genral" is');
  });

  test('for reports is found the same way', async () => {
    house.peer.script('conversations.info', INSIDE);
    const { texts, body } = await outcome(house.peer.command('/reports channel #random'));
    expect(texts.join('\n')).toContain('New ones are posted in #C000000002.');
    expect(body.text).toContain('New ones are posted in a channel.');
    expect(body.text).not.toMatch(/[CG]\d{3}/);
  });
});

test('the list is asked for once in ten minutes, and once a minute for a name that is not in it', async () => {
  house.peer.script('conversations.list', ONE, TWO, ONE, TWO, ONE, TWO);
  await add('#general');
  now += 9 * 60_000;
  await add('#random');
  expect(listings()).toHaveLength(2);
  await add('#nowhere');
  await add('#nowhere');
  expect(listings()).toHaveLength(4);
  now += 60_000;
  await add('#nowhere');
  expect(listings()).toHaveLength(6);
});

test('without the list a name is not known, and everything else works', async () => {
  house.peer.script('conversations.list', { body: { ok: false, error: 'missing_scope' } });
  expect(await add('#general')).toContain('I cannot tell which channel "#general" is');
  expect(await add('C000000001')).toContain('is on');
});

test('a list without an end is given up', async () => {
  house.peer.script('conversations.list', ...Array.from({ length: 40 }, () => list('more')));
  await add('#general');
  expect(listings()).toHaveLength(20);
});

test('a question keeps its words: a name is looked for only where a channel is asked for', async () => {
  await outcome(house.peer.command('/ask what do people in #general earn?'));
  expect(listings()).toEqual([]);
});

test('a group is taken as Slack writes it', async () => {
  house.peer.script('conversations.info', INSIDE);
  const line = '/prompts add sre when:"mon 09:00" mention:<!subteam^S000000001|@sre-club>';
  expect((await outcome(house.peer.command(line))).texts.join('\n')).toContain('mentions one role');
});

test('Slack is told to send ids with the commands that take a channel', () => {
  const { features } = manifest(commands) as {
    features: { slash_commands: { command: string; should_escape: boolean }[] };
  };
  const escaped = features.slash_commands.filter(({ should_escape }) => should_escape);
  expect(escaped.map(({ command }) => command)).toEqual(['/rolecall', '/prompts', '/reports', '/settings']);
});
