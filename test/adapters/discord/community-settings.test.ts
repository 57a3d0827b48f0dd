import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { command, press, submit, typing } from './deeds.ts';
import type { Open } from './driver.ts';
import { openDiscord } from './driver.ts';
import type { Exchange } from './exchange.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed } from './peer.ts';
import { CHANNEL, GUILD, USER } from './peer.ts';

let prompts: Prompts;
let open: Open;

async function begin(bot: Bot = prompts.bot): Promise<void> {
  open = await openDiscord(bot);
  prompts.service.start([open.adapter]);
}

beforeEach(async () => {
  prompts = await openPrompts();
  await begin();
});
afterEach(async () => {
  await prompts.close();
  await open.stop();
});

const MODS = '960000000000000001';
const member = (permissions: string, roles: readonly string[] = []) => ({
  member: { user: { id: USER }, roles, permissions },
});
const ADMIN = member('32');
const MOD = member('0', [MODS]);

async function say(deed: Deed): Promise<{ text: string; exchange: Exchange }> {
  const exchange = open.peer.interact(deed);
  const text = textsOf(await exchange.answered).join('\n');
  expect(exchange.faults).toEqual([]);
  return { text, exchange };
}

const settings = (values: Record<string, string> = {}) => ({ ...command('settings', values), ...ADMIN });

describe('the card', () => {
  test('is one private message, whose menus, buttons and form change it where it stands', async () => {
    const { text, exchange } = await say(settings());
    expect(text).toContain('Settings of this community');
    expect(exchange.isPrivate).toBe(true);
    const controls = controlsOf(await exchange.answered, true);
    const spanish = controls.find(({ label }) => label === 'in Spanish');
    const changed = await say({ ...spanish?.deed, ...ADMIN });
    expect(changed.text).toContain('My posts: not set → in Spanish');
    expect(changed.exchange.callbacks[0]?.type).toBe(7);
    const form = controls.find(({ label }) => label === 'Zone and commands');
    const { data } = await open.peer.interact({ ...form?.deed, ...ADMIN }).first;
    const { custom_id: id } = data as unknown as { custom_id: string };
    const filled = { ...submit(id, { 'zone#1': 'Madrid', 'allow#1': '', 'refuse#1': 'course' }), ...ADMIN };
    expect((await say(filled)).text).toContain('Time zone: not set → Europe/Madrid');
    const history = await say(settings({ view: 'history' }));
    expect(JSON.stringify(await history.exchange.answered)).toContain(`<@${USER}>`);
    expect(history.text.match(/→/g)).toHaveLength(3);
  });

  test('is refused to a member by every road: typed, pressed, filled in, completed', async () => {
    const refused = 'is for those who may manage this community';
    const controls = controlsOf(await open.peer.interact(settings()).answered, true);
    for (const { deed } of controls) expect((await say(deed)).text).toContain(refused);
    expect((await say(command('settings', { zone: 'Madrid' }))).text).toContain(refused);
    expect((await say(press('1a|settings||counts|off|'))).text).toContain(refused);
    expect((await say(submit('1f|settings||', { 'zone#1': 'Madrid' }))).text).toContain(refused);
    const completed = await open.peer.interact(typing('settings', 'zone', 'mad')).first;
    expect(completed.data?.choices).toEqual([]);
    expect((await say(settings({ view: 'history' }))).text).toContain('Nobody changed a setting');
  });
});

describe('a role that manages', () => {
  beforeEach(() => {
    open.peer.channels.roles = [{ id: MODS, permissions: '0' }];
  });

  test('lets its people manage, there and nowhere else', async () => {
    expect((await say({ ...command('misses'), ...MOD })).text).toContain('for those who may manage');
    const chosen = await (await say(settings({ managers: MODS }))).exchange.answered;
    expect(JSON.stringify(chosen)).toContain(`the administrators and <@&${MODS}>`);
    expect((await say({ ...command('misses'), ...MOD })).text).toContain('Nothing asked yet');
    expect((await say({ ...command('misses'), ...member('0', ['960000000000000002']) })).text).toContain(
      'may manage',
    );
    const elsewhere = {
      guild_id: '900000000000000077',
      authorizing_integration_owners: { 0: '900000000000000077' },
    };
    expect((await say({ ...command('misses'), ...MOD, ...elsewhere })).text).toContain('may manage');
    // Where a member brought the app along, nobody is a manager.
    const guest = { authorizing_integration_owners: { 1: USER } };
    expect((await say({ ...command('misses'), ...MOD, ...guest })).text).toContain('may manage');
    expect((await say({ ...command('settings', { managers: 'none' }), ...MOD })).text).toContain(
      'Only administrators',
    );
  });

  test.each([
    ['960000000000000009', 'There is no such role in this server'],
    [GUILD, 'That is everybody'],
  ])('has to be one: %s', async (role, told) => {
    expect((await say(settings({ managers: role }))).text).toContain(told);
  });
});

describe('answers that everybody sees', () => {
  beforeEach(async () => {
    await say(settings({ answers: 'everyone', channel: CHANNEL }));
  });

  test('are shown at once, and what is not for all stays private', async () => {
    const shown = await say(command('role', { role: 'ml-engineer' }));
    expect(shown.exchange.isPrivate).toBe(false);
    expect(controlsOf(await shown.exchange.answered, false).map(({ label }) => label)).not.toContain(
      'Show to channel',
    );
    for (const deed of [command('help'), command('role', { role: 'plumber' }), command('study'), settings()])
      expect((await say(deed)).exchange.isPrivate).toBe(true);
    const [button] = controlsOf(await shown.exchange.answered, false);
    expect((await say(button?.deed ?? {})).exchange.isPrivate).toBe(true);
    const thread = {
      channel_id: '900000000000000055',
      channel: { id: '900000000000000055', type: 11, parent_id: CHANNEL },
    };
    expect((await say({ ...command('role', { role: 'sre' }), ...thread })).exchange.isPrivate).toBe(false);
    const other = {
      channel_id: '900000000000000056',
      channel: { id: '900000000000000056', type: 0, parent_id: CHANNEL },
    };
    expect((await say({ ...command('role', { role: 'sre' }), ...other })).exchange.isPrivate).toBe(true);
  });

  test('are shown even when they come late, once', async () => {
    await open.stop();
    const slow = {
      ...prompts.bot,
      answer: async (asked: Parameters<Bot['answer']>[0]) => {
        await new Promise((resolve) => setTimeout(resolve, 250));
        return prompts.bot.answer(asked);
      },
    };
    await begin(slow);
    const exchange = open.peer.interact(command('role', { role: 'ml-engineer' }));
    const [followUp] = await until(
      () => exchange.followUps,
      (all) => all.length > 0,
    );
    expect(exchange.callbacks[0]).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(exchange.edits.flatMap(textsOf).join('\n')).toContain('The answer is below');
    expect(followUp && textsOf(followUp).join('\n')).toContain('ML Engineer');
    expect(followUp?.flags).toBeUndefined();
    expect(exchange.faults).toEqual([]);
  });
});

test('a command that is kept out of a channel is, in its threads too, and says where it may be asked', async () => {
  await say(settings({ refuse: 'salary', channel: CHANNEL }));
  const there = await say(command('salary', { role: 'ml-engineer' }));
  expect(there.text).toContain('keeps /salary out of this channel. Ask it in another channel');
  expect(there.exchange.isPrivate).toBe(true);
  const thread = {
    channel_id: '900000000000000055',
    channel: { id: '900000000000000055', type: 12, parent_id: CHANNEL },
  };
  expect((await say({ ...command('salary', { role: 'sre' }), ...thread })).text).toContain(
    'out of this channel',
  );
  const alone = {
    guild_id: undefined,
    member: undefined,
    user: { id: USER },
    channel: { id: '900000000000000057', type: 1 },
  };
  expect(
    (await say({ ...command('salary', { role: 'sre' }), ...alone, channel_id: '900000000000000057' })).text,
  ).toContain('Site Reliability');
});
