import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import type { Body } from './judge.ts';
import type { Call, Scripted } from './peer.ts';
import { read } from './reader.ts';
import type { OpenedView } from './views.ts';

let now: number;
let prompts: Prompts;
let house: House;

beforeEach(async () => {
  now = Date.now();
  prompts = await openPrompts();
  house = await openHouse(prompts.bot, undefined, undefined, { clock: () => now });
  prompts.service.start([house.adapter]);
});
afterEach(async () => {
  await prompts.close();
  await house.stop();
});

/** Slack says this of whoever asks next, since what it said before is not believed any more. */
function is(told: object): void {
  now += 3_600_000;
  house.peer.script('users.info', { body: { ok: true, user: { id: 'U1', team_id: 'T1', ...told } } });
}

const asAdmin = () => is({ is_admin: true });
const asMember = () => is({ is_admin: false });
const calls = (method: string): Call[] => house.peer.calls.filter((call) => call.method === method);

async function said(exchange: Parameters<typeof outcome>[0]): Promise<{ text: string; body: Body }> {
  const { texts, body } = await outcome(exchange);
  return { text: texts.join('\n'), body };
}

const type = (line: string, more: object = {}) => said(house.peer.command(line, more));
const members = (...users: readonly string[]): Scripted => ({ body: { ok: true, users } });

/** The form that a button opens. */
async function formOf(body: Body, label: string): Promise<OpenedView> {
  await house.peer.act(actionFor(body, label)).acked;
  const [opened] = await until(
    () => calls('views.open'),
    (views) => views.length > 0,
  );
  return JSON.parse(opened?.body['view'] ?? '{}') as OpenedView;
}

describe('the card', () => {
  test('is private, and its menus, buttons and form change it where it stands', async () => {
    asAdmin();
    const card = await type('/settings');
    expect(card.text).toContain('Settings of this community');
    expect(card.body).toMatchObject({ response_type: 'ephemeral' });
    const changed = await said(house.peer.act(actionFor(card.body, 'in Spanish')));
    expect(changed.text).toContain('My posts: not set → in Spanish');
    expect(changed.body).toMatchObject({ replace_original: true });
    const form = await formOf(card.body, 'Zone and commands');
    const filled = await said(
      house.peer.submit(form, { 'zone#1': 'Madrid', 'allow#1': null, 'refuse#1': 'course' }),
    );
    expect(filled.text).toContain('Time zone: not set → Europe/Madrid');
    const history = await type('/settings history');
    expect(JSON.stringify(history.body)).toContain('"user_id":"U1"');
    expect(history.text.match(/→/g)).toHaveLength(3);
  });

  test('is refused to a member by every road: typed, pressed, filled in, mentioned, told alone', async () => {
    asAdmin();
    const card = await type('/settings');
    const form = await formOf(card.body, 'Zone and commands');
    asMember();
    const refused = 'is for those who may manage this community';
    for (const label of read(card.body).labels.filter((each) => each !== 'Zone and commands'))
      expect((await said(house.peer.act(actionFor(card.body, label)))).text).toContain(refused);
    expect((await type('/settings zone:Madrid')).text).toContain(refused);
    expect((await type('/rolecall settings zone:Madrid')).text).toContain(refused);
    expect((await said(house.peer.submit(form, { 'zone#1': 'Madrid' }))).text).toContain(refused);
    const pressed = await said(house.peer.act(actionFor(card.body, 'Zone and commands')));
    expect(pressed.text).toContain(refused);
    await event({ type: 'app_mention', text: '<@UBOT> settings zone:Madrid' });
    await event({ type: 'message', channel_type: 'im', channel: 'D1', text: 'settings zone:Madrid' });
    const posts = await until(
      () => [...calls('chat.postEphemeral'), ...calls('chat.postMessage')],
      (all) => all.length === 2,
    );
    for (const { body } of posts) expect(body['blocks']).toContain(refused);
    asAdmin();
    expect((await type('/settings history')).text).toContain('Nobody changed a setting');
  });
});

let events = 0;
async function event(what: object): Promise<void> {
  events += 1;
  const common = { user: 'U1', channel: 'C1', ts: `18.${events}` };
  const payload = {
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Es${events}`,
    event: { ...common, ...what },
  };
  await house.peer.deliver('events_api', payload).acked;
}

describe('a user group that manages', () => {
  test('lets its people manage, in their own workspace only, until they leave it', async () => {
    asAdmin();
    house.peer.script('usergroups.users.list', members('U1'));
    expect((await type('/settings managers:<!subteam^S0ADMINS|@mods>')).text).toContain(
      'Managers: not set →',
    );
    asMember();
    house.peer.script('usergroups.users.list', members('U2', 'U1'));
    expect((await type('/misses')).text).toContain('Nothing asked yet');
    expect((await type('/settings managers:none')).text).toContain('Only administrators of this community');
    expect(calls('usergroups.users.list')).toHaveLength(2);
    expect((await type('/misses', { team_id: 'T2' })).text).toContain('may manage');
    now += 60_001;
    house.peer.script('usergroups.users.list', members('U2'));
    expect((await type('/misses')).text).toContain('for those who may manage');
    // Where Slack does not say, nobody is taken for a manager.
    now += 60_001;
    expect((await type('/misses')).text).toContain('for those who may manage');
  });

  test.each([
    ['missing_scope', 'I may not look who is in a user group yet: install the app anew'],
    ['no_such_subteam', 'There is no such user group here'],
    ['plan_upgrade_required', 'This workspace has no user groups'],
    ['internal_error', 'I cannot find out who is in that group'],
  ])('has to be one that can be asked about: %s', async (error, told) => {
    asAdmin();
    house.peer.script('usergroups.users.list', { body: { ok: false, error } });
    expect((await type('/settings managers:<!subteam^S0ADMINS>')).text).toContain(told);
    expect((await type('/settings history')).text).toContain('Nobody changed a setting');
  });

  test('is asked about by nobody who needs not be a manager', async () => {
    asAdmin();
    house.peer.script('usergroups.users.list', members('U1'));
    await type('/settings managers:S0ADMINS');
    asMember();
    await type('/role ml-engineer');
    expect(calls('usergroups.users.list')).toHaveLength(1);
  });
});

const GENERAL = { channel_id: 'C0GENERAL', channel_name: 'general' };

describe('answers that everybody sees', () => {
  beforeEach(async () => {
    asAdmin();
    await type('/settings answers:everyone channel:<#C0GENERAL|general>');
  });

  test('are shown at once where they are typed, and what is not for all stays private', async () => {
    const shown = await type('/role ml-engineer', GENERAL);
    expect(shown.body).toMatchObject({ response_type: 'in_channel' });
    expect(read(shown.body).labels).not.toContain('Show to channel');
    for (const line of ['/rolecall help', '/role plumber', '/study', '/settings'])
      expect((await type(line, GENERAL)).body).toMatchObject({ response_type: 'ephemeral' });
    expect((await said(house.peer.act(actionFor(shown.body, 'Pay')))).body).toMatchObject({
      response_type: 'ephemeral',
    });
    const elsewhere = await type('/role ml-engineer', { channel_id: 'C2', channel_name: 'other' });
    expect(elsewhere.body).toMatchObject({ response_type: 'ephemeral' });
    const alone = await type('/role ml-engineer', { channel_id: 'D1', channel_name: 'directmessage' });
    expect(alone.body).toMatchObject({ response_type: 'ephemeral' });
  });

  test('are posted in answer to a mention', async () => {
    await event({ type: 'app_mention', channel: 'C0GENERAL', text: '<@UBOT> role ml-engineer' });
    const [post] = await until(
      () => calls('chat.postMessage'),
      (all) => all.length > 0,
    );
    expect(post?.body['channel']).toBe('C0GENERAL');
    await event({ type: 'app_mention', channel: 'C0GENERAL', text: '<@UBOT> role plumber' });
    await until(
      () => calls('chat.postEphemeral'),
      (all) => all.length > 0,
    );
    await sleep(20);
    expect(calls('chat.postMessage')).toHaveLength(1);
  });
});

test('a command that is kept out of a channel says where it may be asked, to whoever asked', async () => {
  asAdmin();
  await type('/settings refuse:salary');
  await type('/settings refuse:none channel:<#C0MONEY22|money>');
  const there = await type('/salary ml-engineer');
  expect(there.text).toContain('keeps /salary out of this channel. Ask it in');
  expect(JSON.stringify(there.body)).toContain('"channel_id":"C0MONEY22"');
  expect(there.body).toMatchObject({ response_type: 'ephemeral' });
  house.peer.script('conversations.info', { body: { ok: true, channel: { id: 'C1', name: 'general' } } });
  await event({ type: 'app_mention', text: '<@UBOT> salary sre' });
  const [refused] = await until(
    () => calls('chat.postEphemeral'),
    (all) => all.length > 0,
  );
  expect(refused?.body['blocks']).toContain('keeps /salary out of this channel');
  expect(
    (await type('/salary ml-engineer', { channel_id: 'D1', channel_name: 'directmessage' })).text,
  ).toContain('$');
});
