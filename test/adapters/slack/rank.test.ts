import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { defineCommand } from '../../../src/command.ts';
import { silentLog } from '../../../src/log.ts';
import { openPrompts } from '../../prompts/world.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { openHouse } from './driver.ts';

/** A command that says who asks, and whether that needs the rank. */
const whoAmI = (name: string, needsRank: boolean) =>
  defineCommand({
    name,
    summary: 'Who asks',
    options: {},
    examples: [],
    shareable: false,
    needsRank,
    answer: (_, { asker }) => ({ title: asker.manages ? 'A manager' : 'A member', lead: [] }),
  });

let now: number;
let house: House;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 29);
  const bot = smallBot([whoAmI('rank', true), whoAmI('anyone', false)]);
  house = await openHouse(bot, silentLog, undefined, { clock: () => now });
});
afterEach(() => house.stop());

const calls = (method: string) => house.peer.calls.filter((call) => call.method === method).length;
const heard = async (line: string, more: object = {}) =>
  (await house.peer.command(line, more).answered).body.text?.split('\n')[0];

/** Somebody of whom Slack says this asks. */
async function asks(said: object, line = '/rank', more: object = {}) {
  house.peer.script('users.info', { body: { ok: true, user: { id: 'U1', ...said } } });
  return heard(line, more);
}

const ADMIN = { team_id: 'T1', is_admin: true };

describe('who manages a workspace', () => {
  test.each([
    ['its administrator', ADMIN],
    ['its owner', { team_id: 'T1', is_owner: true }],
  ])('is %s', async (_, said) => {
    expect(await asks(said)).toBe('A manager');
    expect(await heard('/prompts pause')).toBe('Paused');
  });

  test.each([
    ['a member', { team_id: 'T1', is_admin: false, is_owner: false }],
    ['an administrator of another workspace', { ...ADMIN, team_id: 'T2' }],
    [
      'an owner of another workspace, met in a shared channel',
      { team_id: 'T2', is_owner: true, is_stranger: true },
    ],
    ['an administrator of whom Slack names no workspace', { is_admin: true }],
    ['a stranger', { ...ADMIN, is_stranger: true }],
    ['somebody who has left', { ...ADMIN, deleted: true }],
    ['a bot', { ...ADMIN, is_bot: true }],
    ['a guest', { ...ADMIN, is_restricted: true }],
    ['a guest of one channel', { ...ADMIN, is_ultra_restricted: true }],
  ])('is not %s', async (_, said) => {
    expect(await asks(said)).toBe('A member');
    expect(await heard('/prompts pause')).not.toBe('Paused');
  });

  test('is nobody from elsewhere, even where the payload is of their own workspace', async () => {
    expect(await asks({ ...ADMIN, team_id: 'T2' }, '/rank', { team_id: 'T2' })).toBe('A member');
  });

  test('is nobody where the payload is of another workspace than theirs', async () => {
    expect(await asks(ADMIN, '/rank', { team_id: 'T2' })).toBe('A member');
    expect(await heard('/rank')).toBe('A manager');
  });

  test('is of the workspace of the payload where the token is of none', async () => {
    const org = { body: { ok: true, user_id: 'UBOT', enterprise_id: 'E1', is_enterprise_install: true } };
    house.peer.script('auth.test', org, org);
    expect(await asks({ ...ADMIN, team_id: 'T2' }, '/rank')).toBe('A member');
    expect(await asks(ADMIN, '/rank', { user_id: 'U2' })).toBe('A manager');
  });

  test('is nobody while Slack does not say which workspace the token is of', async () => {
    house.peer.script('auth.test', { body: { ok: false, error: 'fatal_error' } });
    expect(await asks(ADMIN)).toBe('A member');
    expect(await heard('/rank')).toBe('A manager');
  });
});

test('a rank is believed for ten minutes, and not a moment longer', async () => {
  expect(await asks(ADMIN)).toBe('A manager');
  now += 10 * 60_000 - 1;
  expect(await asks({ team_id: 'T1', is_admin: false })).toBe('A manager');
  now += 1;
  expect(await heard('/rank')).toBe('A member');
  expect(calls('users.info')).toBe(2);
});

test('an answer that others get too does not wait long for the rank', async () => {
  house.peer.script('users.info', { body: { ok: true, user: ADMIN }, delay: 900 });
  expect(await heard('/rank')).toBe('A member');
  await expect.poll(() => heard('/rank'), { timeout: 3_000 }).toBe('A manager');
  expect(calls('users.info')).toBe(1);
});

test('a rank that Slack no longer confirms is none', async () => {
  expect(await asks(ADMIN)).toBe('A manager');
  now += 10 * 60_000;
  house.peer.script('users.info', { body: { ok: false, error: 'user_not_found' } });
  expect(await heard('/rank')).toBe('A member');
});

test('only a command that says it needs the rank learns it', async () => {
  expect(await asks(ADMIN, '/anyone')).toBe('A member');
  now += 11 * 60_000;
  expect(await heard('/anyone')).toBe('A member');
  expect(calls('users.info')).toBe(1);
  expect(await heard('/rank')).toBe('A manager');
  expect(calls('users.info')).toBe(2);
});

test('a prompt that a manager proposes is taken at once, and a member’s waits', async () => {
  expect(commands.find(({ name }) => name === 'prompts propose')?.needsRank).toBe(true);
  const prompts = await openPrompts();
  const here = await openHouse(prompts.bot);
  prompts.service.start([here.adapter]);
  const propose = async (said: object, user: string) => {
    here.peer.script('users.info', { body: { ok: true, user: { id: user, ...said } } });
    const line = '/prompts propose Chart the pay of three roles. track:data-analyst';
    return (await here.peer.command(line, { user_id: user }).answered).body.text;
  };
  expect(await propose(ADMIN, 'U1')).toContain('Accepted:');
  expect(await propose({ team_id: 'T1' }, 'U2')).toContain('Proposed:');
  await prompts.close();
  await here.stop();
});
