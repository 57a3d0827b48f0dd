import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPeople } from '../../../adapters/slack/people.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import { survey } from '../form-command.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import type { Exchange } from './peer.ts';

const lines: string[] = [];
const note = (_: object, message: string): void => void lines.push(message);
const log: Log = { ...silentLog, warn: note, error: note };

let house: House;
beforeEach(async () => {
  lines.length = 0;
  house = await openHouse(smallBot([survey]), log);
});
afterEach(() => house.stop());

const speaks = (locale: string) => ({ body: { ok: true, user: { id: 'U1', is_admin: false, locale } } });
const refused = (error: string) => ({ body: { ok: false, error } });
const asked = () => house.peer.calls.filter(({ method }) => method === 'users.info');
const shown = async (exchange: Exchange) => (await outcome(exchange)).texts.join('\n');

const whom = (user: string) => ({ user, workspace: 'T1' });

describe('a member who reads Slack in German', () => {
  beforeEach(() => house.peer.script('users.info', speaks('de-DE')));

  test('is answered in German from the first question on, and Slack is asked once', async () => {
    expect(await shown(house.peer.command('/rolle data'))).toContain('/rolle kenne ich nicht');
    expect(await shown(house.peer.command('/long'))).toContain('Seite 1 von 6');
    expect(asked()).toMatchObject([{ body: { user: 'U1', include_locale: 'true' } }]);
  });

  test('asks ten things at once, and Slack is asked once', async () => {
    const all = Array.from({ length: 10 }, (_, at) => house.peer.command(`/rolle ${at}`));
    expect(await Promise.all(all.map(shown))).toEqual(
      all.map(() => expect.stringContaining('kenne ich nicht')),
    );
    expect(asked()).toHaveLength(1);
  });

  test('presses buttons in German: pages, old ones, showing to all', async () => {
    const first = await outcome(house.peer.command('/long'));
    expect(first.labels).toEqual(['2 von 6 ›', 'Im Kanal zeigen']);
    expect(await shown(house.peer.act(actionFor(first.body, '2 von 6 ›')))).toContain('Seite 2 von 6');
    expect(await shown(house.peer.act(actionFor(first.body, 'Im Kanal zeigen')))).toContain('Seite 1 von 6');
    const old = await outcome(house.peer.act({ type: 'button', action_id: 'garbage' }));
    expect(old.texts[0]).toBe('Dieser Button stammt von einer früheren Version von mir');
    expect(old.labels).toEqual(['Hilfe']);
  });

  test('gets forms with German buttons', async () => {
    const { body } = await outcome(house.peer.command('/survey ann'));
    house.peer.act(actionFor(body, 'Fill in'));
    await expect
      .poll(() => house.peer.calls.find(({ method }) => method === 'views.open')?.body.view)
      .toBeDefined();
    const view = house.peer.calls.find(({ method }) => method === 'views.open')?.body.view ?? '';
    expect(JSON.parse(view)).toMatchObject({ submit: { text: 'Absenden' }, close: { text: 'Abbrechen' } });
  });

  test.each(['app_mention', 'message'])('is answered in German to a %s', async (type) => {
    const event = { type, channel_type: 'im', user: 'U1', channel: 'D1', ts: '17.1', text: '/rolle data' };
    house.peer.deliver('events_api', { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event });
    const answers = () => house.peer.calls.filter(({ method }) => method.startsWith('chat.post'));
    await expect.poll(() => answers()[0]?.body.text).toContain('kenne ich nicht');
  });
});

describe('when Slack does not say', () => {
  test('in time, the answer is English and nobody waits again; once it has, it is German', async () => {
    house.peer.script('users.info', { ...speaks('de-DE'), delay: 900 });
    const first = house.peer.command('/rolle data');
    const [acked, { at }] = await Promise.all([first.acked, first.answered]);
    expect(at - acked).toBeGreaterThan(380);
    expect(at - acked).toBeLessThan(800);
    expect(await shown(first)).toContain("I don't know /rolle");
    const second = house.peer.command('/rolle data');
    const [, { at: then }] = await Promise.all([second.acked, second.answered]);
    expect(then - (await second.acked)).toBeLessThan(300);
    await sleep(600);
    expect(await shown(house.peer.command('/rolle data'))).toContain('kenne ich nicht');
    expect(asked()).toHaveLength(1);
  });

  test('for want of a scope, everybody is answered in English, and that is logged once', async () => {
    house.peer.script('users.info', refused('missing_scope'), refused('missing_scope'));
    expect(await shown(house.peer.command('/rolle data'))).toContain("I don't know /rolle");
    expect(await shown(house.peer.command('/rolle data'))).toContain("I don't know /rolle");
    expect(await shown(house.peer.command('/rolle x', { user_id: 'U2' }))).toContain("I don't know /rolle");
    expect(asked()).toHaveLength(2);
    expect(lines.filter((line) => line.includes('users:read'))).toHaveLength(1);
  });
});

const client = (info: () => Promise<object>) => ({ users: { info } }) as never;

describe('what Slack says of people', () => {
  const silent = { commands: [] };

  test('is believed for an hour, and the last known language is kept where it then says nothing', async () => {
    let now = 0;
    let locale: string | undefined = 'es-ES';
    let calls = 0;
    const people = createPeople(silent, log, { clock: () => now });
    const from = client(async () => {
      calls += 1;
      if (locale === undefined) throw new Error('down');
      return { user: { locale } };
    });
    expect(await people.localeOf(whom('U1'), from)).toBe('es-ES');
    locale = 'pt-BR';
    now = 59 * 60_000;
    expect(await people.localeOf(whom('U1'), from)).toBe('es-ES');
    now = 61 * 60_000;
    expect(await people.localeOf(whom('U1'), from)).toBe('pt-BR');
    locale = undefined;
    now = 125 * 60_000;
    expect(await people.localeOf(whom('U1'), from)).toBe('pt-BR');
    expect(await people.localeOf(whom('U1'), from)).toBe('pt-BR');
    expect(calls).toBe(3);
  });

  test('is asked of twenty people at once and no more, so that answers get through', async () => {
    let calls = 0;
    const people = createPeople(silent, log, { patience: 20 });
    const never = client(() => {
      calls += 1;
      return new Promise<object>(() => undefined);
    });
    const all = Array.from({ length: 50 }, (_, at) => people.localeOf(whom(`U${at}`), never));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['en']));
    expect(calls).toBe(20);
  });

  test('is not asked of nobody', async () => {
    const people = createPeople(silent, log);
    const fails = client(() => Promise.reject(new Error('asked')));
    expect(await people.localeOf(whom('unknown'), fails)).toBe('en');
  });
});
