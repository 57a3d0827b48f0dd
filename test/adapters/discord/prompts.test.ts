import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts } from '../../prompts/world.ts';
import { makeDue, NOW, openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { ALL_PERMISSIONS } from './channels.ts';
import { command, press } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import { textsOf } from './exchange.ts';
import { GUILD, USER } from './peer.ts';
import type { Peer } from './peer.ts';

let prompts: Prompts;
let open: Open;
let peer: Peer;

beforeEach(async () => {
  prompts = await openPrompts();
  open = await openDiscord(prompts.bot);
  peer = open.peer;
  prompts.service.start([open.adapter]);
});
afterEach(async () => {
  await prompts.close();
  await open.stop();
});

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

/** An administrator types; the words of the answer. */
async function say(name: string, values: Record<string, string> = {}): Promise<string> {
  const exchange = peer.interact({ ...command(name, values), ...MANAGER });
  const said = textsOf(await exchange.answered).join('\n');
  expect(exchange.faults).toEqual([]);
  return said;
}

const add = (more: Record<string, string> = {}) =>
  say('prompts add', { track: 'ml-engineer', when: NOW, ...more });

const posted = (count: number) =>
  until(
    () => peer.channels.messages,
    (messages) => messages.length >= count,
  );

describe('a schedule is made only where it can be kept', () => {
  const SEND = 1n << 11n;
  const PINS = 1n << 51n;

  test.each([
    [
      'the right to write',
      () => (peer.channels.denied = SEND),
      {},
      'I need "Send Messages" there. A server manager',
    ],
    [
      'the right to pin, when it shall',
      () => (peer.channels.permissions = ALL_PERMISSIONS & ~PINS),
      { pin: 'yes' },
      'I need "Pin Messages" there.',
    ],
    [
      'a channel of this server',
      () => undefined,
      { channel: '<#900000000000000099>' },
      'I cannot see that channel',
    ],
    ['a role that is there', () => undefined, { mention: '<@&900000000000000077>' }, 'There is no such role'],
  ])('without %s it is refused', async (_, prepare, options, sentence) => {
    prepare();
    expect(await add(options)).toContain(sentence);
    expect(await say('prompts list')).toContain('No prompts yet');
  });

  test('the right to pin is not asked for where nothing is pinned', async () => {
    peer.channels.permissions = ALL_PERMISSIONS & ~PINS;
    expect(await add()).toContain('is on');
  });

  test("the three next runs are shown in the reader's own time", async () => {
    const exchange = peer.interact({
      ...command('prompts add', { track: 'ml-engineer', when: 'mon 09:00', zone: 'Europe/Madrid' }),
      ...MANAGER,
    });
    const shown = JSON.stringify(await exchange.answered);
    expect(shown.match(/<t:\d+:F>/g)).toHaveLength(3);
  });

  test('somebody who may not manage the server is told so', async () => {
    const exchange = peer.interact(command('prompts add', { track: 'ml-engineer', when: 'mon 09:00' }));
    expect(textsOf(await exchange.answered).join()).toContain('is for those who may manage this community');
  });
});

/** The words without the signs that escape them. */
const plainly = (said: unknown): string => String(said).replaceAll('\\', '');

describe('a prompt that is due', () => {
  test('is posted once, with a nonce, a thread and a pin, and mentions nobody', async () => {
    await add({ thread: 'yes', pin: 'yes' });
    await makeDue(prompts.file);
    const [message] = await posted(1);
    expect(message?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
    expect(message?.body['nonce']).toMatch(/^[0-9a-f]{24}$/);
    expect(message?.body['content']).toBeUndefined();
    await until(
      () => peer.channels.pins,
      (pins) => pins.length === 1,
    );
    expect(peer.channels.threads[0]?.body['name']).toContain(
      'Week 1 of ML Engineer · Splits that do not leak',
    );
    expect(peer.channels.pins).toEqual([message?.id]);
    expect(peer.channels.messages).toHaveLength(1);
    expect(peer.channels.faults).toEqual([]);
    expect(await say('prompts why', { log: 'yes' })).toMatch(/The post was made in .* Its id there is \d+\./);
  });

  test('is posted once although the first answer is a 500', async () => {
    peer.channels.breaksAfter = 2;
    await add();
    await makeDue(prompts.file);
    const why = await until(
      () => say('prompts why', { log: 'yes' }),
      (said) => said.includes('Posted '),
      25,
      250,
    );
    expect(why).toContain('but no clear answer came');
    expect(peer.channels.messages).toHaveLength(1);
    const tries = peer.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(tries).toHaveLength(3);
  });

  test('waits as long as a 429 asks it to', async () => {
    peer.failures.push({
      path: /\/messages$/,
      method: 'POST',
      status: 429,
      times: 1,
      body: { message: 'slow down', retry_after: 0.3, global: false },
      headers: { 'retry-after': '0.3', 'x-ratelimit-scope': 'user' },
    });
    await add();
    await makeDue(prompts.file);
    await posted(1);
    expect(await say('prompts why', { log: 'yes' })).toContain('told to wait');
  });

  test('a thread that fails is tried again, and the post is not', async () => {
    peer.failures.push({ path: /\/threads$/, status: 500, times: 1 });
    await add({ thread: 'yes' });
    await makeDue(prompts.file);
    await until(
      () => peer.channels.threads,
      (threads) => threads.length === 1,
    );
    expect(peer.channels.messages).toHaveLength(1);
  });

  test('pauses a channel that keeps refusing, and tells whoever made the schedule', async () => {
    await add();
    peer.failures.push({
      path: /channels\/9000.*\/messages$/,
      status: 403,
      times: 9,
      body: { code: 50_013, message: 'Missing Permissions' },
    });
    await makeDue(prompts.file);
    const [notice] = await until(
      () => peer.channels.told,
      (told) => told.length > 0,
    );
    expect(notice?.body['content']).toContain('is paused, since it refused 3 times in a row');
    expect(await say('prompts list')).toContain('The channel is paused');
  });

  test('names what is missing in the channel that refuses: to whoever made the schedule, in the list and in the proof', async () => {
    const MISSING = (1n << 11n) | (1n << 14n) | (1n << 38n) | (1n << 51n);
    await add({ thread: 'yes', pin: 'yes' });
    peer.channels.denied = MISSING;
    const body = { code: 50_013, message: 'Missing Permissions' };
    peer.failures.push({ path: /channels\/9000.*\/messages$/, status: 403, times: 9, body });
    await makeDue(prompts.file);
    const [notice] = await until(
      () => peer.channels.told,
      (told) => told.length > 0,
    );
    const named = '"Send Messages", "Embed Links", "Send Messages in Threads", "Pin Messages" there.';
    expect(plainly(notice?.body['content'])).toContain(named);
    expect(plainly(notice?.body['content'])).toMatch(
      /under Channel settings → Permissions\. .* \/prompts resume ML Engineer, at times/,
    );
    expect(plainly(await say('prompts list'))).toContain(named);
    expect(plainly(await say('prompts why', { log: 'yes' }))).toContain(named);
  });

  test('mentions the one role it was told to, and no other', async () => {
    const role = '900000000000000077';
    peer.channels.roles = [{ id: role, permissions: '0', mentionable: true }];
    await add({ mention: `<@&${role}>` });
    await makeDue(prompts.file);
    const [message] = await posted(1);
    expect(message?.body).toMatchObject({
      content: `<@&${role}>`,
      allowed_mentions: { parse: [], roles: [role] },
    });
  });

  test('its buttons answer in private, to each who presses', async () => {
    await add();
    await makeDue(prompts.file);
    const [message] = await posted(1);
    const rows = message?.body['components'] as { components: { custom_id: string; label: string }[] }[];
    const buttons = rows.flatMap((row) => row.components);
    expect(buttons.map(({ label }) => label)).toEqual(["I'm in", 'Done', 'Skip', 'Hint']);
    const exchange = peer.interact(press(buttons[1]?.custom_id ?? '', false));
    expect(textsOf(await exchange.answered).join('\n')).toContain('Done: Splits that do not leak');
    expect(exchange.isPrivate).toBe(true);
    expect(GUILD).toBe('900000000000000002');
  });
});
