import { beforeEach, describe, expect, test } from 'vitest';
import { createPeople } from '../../../adapters/slack/people.ts';
import type { People } from '../../../adapters/slack/people.ts';
import { defineCommand } from '../../../src/command.ts';
import type { Command } from '../../../src/command.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';

const MINUTE = 60_000;

const command = (name: string, more: Partial<Command>): Command =>
  defineCommand({
    name,
    summary: 'S',
    options: {},
    examples: [],
    shareable: false,
    answer: () => ({ title: 'T', lead: [] }),
    ...more,
  });
const COMMANDS = [
  command('role', {}),
  command('propose', { needsRank: true }),
  command('misses', { managersOnly: true }),
];

/** What Slack does when it is asked. */
interface Slack {
  info: (user: string) => Promise<object>;
  home: () => Promise<object>;
}

let now: number;
let slack: Slack;
let asked: string[];
let logged: unknown[];
let people: People;

const log: Log = { ...silentLog, warn: (details, message) => void logged.push([details, message]) };
const client = {
  users: {
    info: ({ user, include_locale: locale }: { user: string; include_locale: boolean }) => {
      asked.push(locale ? user : `${user} without a locale`);
      return slack.info(user);
    },
  },
  auth: {
    test: () => {
      asked.push('home');
      return slack.home();
    },
  },
} as never;

beforeEach(() => {
  now = 1_000_000;
  asked = [];
  logged = [];
  slack = {
    info: async () => ({ user: { ...ADMIN, locale: 'de-DE' } }),
    home: async () => ({ team_id: 'T1' }),
  };
  people = createPeople({ commands: COMMANDS }, log, { clock: () => now, patience: 30 });
});

const ADMIN = { team_id: 'T1', is_admin: true };

/** Who asks a command, as it is told. */
const asker = (name: string, user = 'U1', community: string | null = 'T1') =>
  people.askerOf(
    {
      command: name,
      asker: { id: user, locale: 'en', manages: false },
      place: { community, channel: 'C1' },
    } as unknown as Parameters<People['askerOf']>[0],
    client,
  );
const locale = (user = 'U1', workspace: string | null = 'T1') => people.localeOf({ user, workspace }, client);
const refusal = (error: string) => Object.assign(new Error(error), { data: { ok: false, error } });

/** An answer that comes when it is let. */
function later(): { readonly come: (said: object) => void; readonly answer: Promise<object> } {
  const { promise, resolve } = Promise.withResolvers<object>();
  return { come: resolve, answer: promise };
}

describe('the language of a person', () => {
  test('is English where Slack says none, and nobody is not asked about', async () => {
    slack.info = async () => ({});
    expect(await locale()).toBe('en');
    expect(await locale('unknown')).toBe('en');
    expect(asked).toEqual(['U1']);
    // It is an answer, so that nobody has to be asked again soon.
    expect(logged).toEqual([]);
  });

  test('is believed for an hour to the moment', async () => {
    expect(await locale()).toBe('de-DE');
    now += 60 * MINUTE - 1;
    expect(await locale()).toBe('de-DE');
    expect(asked).toHaveLength(1);
    now += 1;
    expect(await locale()).toBe('de-DE');
    expect(asked).toHaveLength(2);
  });

  test('is of one workspace; the same id elsewhere is somebody else', async () => {
    await locale('U1', 'T1');
    await locale('U1', 'T2');
    await locale('U1', null);
    await locale('U1', '');
    expect(asked).toHaveLength(3);
  });

  test('is the last known one while Slack is slow, and nobody waits for it twice', async () => {
    await locale();
    now += 61 * MINUTE;
    const { answer, come } = later();
    slack.info = () => answer;
    expect(await locale()).toBe('de-DE');
    const before = performance.now();
    for (let times = 0; times < 10; times += 1) expect(await locale()).toBe('de-DE');
    expect(performance.now() - before).toBeLessThan(150);
    come({ user: { locale: 'es-ES' } });
    await expect.poll(() => locale()).toBe('es-ES');
    expect(asked).toHaveLength(2);
  });

  test('is asked of twenty at once; who is among them is waited for, whoever else is answered as last known', async () => {
    const { answer, come } = later();
    slack.info = () => answer;
    const all = Array.from({ length: 25 }, (_, at) => locale(`U${at}`));
    const again = locale('U0');
    come({ user: { locale: 'fr-FR' } });
    const told = await Promise.all(all);
    expect(told.filter((each) => each === 'fr-FR')).toHaveLength(20);
    expect(told.filter((each) => each === 'en')).toHaveLength(5);
    expect(await again).toBe('fr-FR');
    expect(asked).toHaveLength(20);
  });
});

describe('when Slack says nothing', () => {
  test('the last language stays, a minute passes before it is asked again, and the reason is logged', async () => {
    await locale();
    now += 60 * MINUTE;
    slack.info = () => Promise.reject(refusal('fatal_error'));
    expect(await locale()).toBe('de-DE');
    now += MINUTE - 1;
    expect(await locale()).toBe('de-DE');
    expect(asked).toHaveLength(2);
    now += 1;
    expect(await locale()).toBe('de-DE');
    expect(asked).toHaveLength(3);
    const line = [{ reason: expect.stringContaining('fatal_error') }, 'Slack does not say who somebody is'];
    expect(logged).toEqual([line, line]);
  });

  test('for want of a scope, an hour passes, and that is logged once', async () => {
    slack.info = () => Promise.reject(refusal('missing_scope'));
    expect([await locale(), await locale('U2')]).toEqual(['en', 'en']);
    now += 60 * MINUTE - 1;
    await locale();
    expect(asked).toHaveLength(2);
    now += 1;
    await locale();
    expect(asked).toHaveLength(3);
    expect(logged).toEqual([[{}, expect.stringContaining('users:read')]]);
    slack.info = () => Promise.reject(refusal('fatal_error'));
    await locale('U3');
    slack.info = () => Promise.reject(refusal('missing_scope'));
    await locale('U4');
    expect(logged).toHaveLength(2);
  });

  test('nobody is taken for a manager, and the rank is asked for again at once', async () => {
    slack.info = () => Promise.reject(refusal('fatal_error'));
    expect(await asker('misses')).toEqual({ id: 'U1', locale: 'en', manages: false });
    slack.info = async () => ({ user: ADMIN });
    expect(await asker('misses')).toMatchObject({ manages: true });
  });
});

describe('who asks', () => {
  test.each(['propose', 'misses'])('/%s learns the rank and the language', async (name) => {
    expect(await asker(name)).toEqual({ id: 'U1', locale: 'de-DE', manages: true });
    expect(asked).toEqual(['U1', 'home']);
  });

  test('what needs no rank learns the language only', async () => {
    expect(await asker('role')).toEqual({ id: 'U1', locale: 'de-DE', manages: false });
    expect(asked).toEqual(['U1']);
  });

  test('nobody is not asked about, and stays as they are', async () => {
    for (const name of ['role', 'misses'])
      expect(await asker(name, 'unknown')).toEqual({ id: 'unknown', locale: 'en', manages: false });
    expect(asked).toEqual([]);
  });

  test('a rank is believed for ten minutes to the moment', async () => {
    await asker('misses');
    now += 10 * MINUTE - 1;
    slack.info = async () => ({ user: { team_id: 'T1', locale: 'de-DE' } });
    expect(await asker('misses')).toMatchObject({ manages: true });
    now += 1;
    expect(await asker('misses')).toMatchObject({ manages: false });
    expect(asked).toEqual(['U1', 'home', 'U1']);
  });

  test('only what nobody else gets an answer of waits as long as it takes', async () => {
    await locale();
    now += 61 * MINUTE;
    const { answer, come } = later();
    slack.info = () => answer;
    expect(await asker('propose')).toEqual({ id: 'U1', locale: 'de-DE', manages: false });
    expect(await asker('propose', 'U2')).toEqual({ id: 'U2', locale: 'en', manages: false });
    const waiting = asker('misses');
    expect(await Promise.race([waiting, locale()])).toBe('de-DE');
    come({ user: { ...ADMIN, locale: 'es-ES' } });
    expect(await waiting).toEqual({ id: 'U1', locale: 'es-ES', manages: true });
  });

  test.each<[string, object, boolean]>([
    ['an administrator', ADMIN, true],
    ['an owner', { team_id: 'T1', is_owner: true }, true],
    ['a member', { team_id: 'T1', is_admin: false, is_owner: false }, false],
    ['an administrator of another workspace', { ...ADMIN, team_id: 'T2' }, false],
    ['an administrator of no workspace', { is_admin: true }, false],
    ['somebody who has left', { ...ADMIN, deleted: true }, false],
    ['a bot', { ...ADMIN, is_bot: true }, false],
    ['a stranger', { ...ADMIN, is_stranger: true }, false],
    ['a guest', { ...ADMIN, is_restricted: true }, false],
    ['a guest of one channel', { ...ADMIN, is_ultra_restricted: true }, false],
  ])('%s', async (_, said, manages) => {
    slack.info = async () => ({ user: said });
    expect(await asker('misses')).toMatchObject({ manages });
  });

  test('is nobody where Slack does not know them', async () => {
    slack.info = async () => ({});
    expect(await asker('misses')).toEqual({ id: 'U1', locale: 'en', manages: false });
  });

  test('nobody manages what is no workspace', async () => {
    slack.info = async () => ({ user: { is_admin: true } });
    expect(await asker('misses', 'U1', null)).toMatchObject({ manages: false });
    expect(asked).toEqual(['U1']);
  });
});

describe('the workspace that the app is installed in', () => {
  test('is asked for once, and managers of others are none here', async () => {
    await asker('misses');
    await asker('misses', 'U2');
    expect(asked.filter((each) => each === 'home')).toHaveLength(1);
    slack.info = async () => ({ user: { ...ADMIN, team_id: 'T2' } });
    expect(await asker('misses', 'U3', 'T2')).toMatchObject({ manages: false });
    expect(await asker('misses', 'U4', 'T2')).toMatchObject({ manages: false });
    expect(asked.filter((each) => each === 'home')).toHaveLength(2);
  });

  test('is any that the token speaks for where it is of none, and is asked for again', async () => {
    slack.home = async () => ({});
    expect(await asker('misses')).toMatchObject({ manages: true });
    expect(await asker('misses')).toMatchObject({ manages: true });
    expect(asked.filter((each) => each === 'home')).toHaveLength(2);
    slack.info = async () => ({ user: { ...ADMIN, team_id: 'T2' } });
    expect(await asker('misses', 'U2')).toMatchObject({ manages: false });
  });

  test('is none while Slack does not say, which is logged', async () => {
    slack.home = () => Promise.reject(refusal('fatal_error'));
    expect(await asker('misses')).toMatchObject({ manages: false });
    expect(logged).toEqual([
      [{ reason: expect.stringContaining('fatal_error') }, 'Slack does not say which workspace this is'],
    ]);
  });
});
