import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SCOPES } from '../../../adapters/slack/menu.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Distributed } from './tenants.ts';
import { begun, openDistributed, teamOf, tokenOf } from './tenants.ts';

let bot: Distributed;
let lines: string[];
const write = (...line: unknown[]) => void lines.push(JSON.stringify(line));
const log: Log = { ...silentLog, info: write, warn: write, error: write };

beforeEach(async () => {
  lines = [];
  bot = await openDistributed({ log });
});
afterEach(() => bot.stop());

const grants = () => bot.peer.calls.filter(({ method }) => method === 'oauth.v2.access');

describe('a workspace installs the app', () => {
  test('at an address that leads to Slack with every scope, and back to the app there', async () => {
    const { to, state } = await begun(bot.visit);
    expect(to.origin + to.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(to.searchParams.get('client_id')).toBe('111.222');
    expect(to.searchParams.get('scope')).toBe(SCOPES.join(','));
    expect(state.length).toBeGreaterThan(50);
    const back = await bot.install('T1');
    expect([back.status, back.headers.get('location')]).toEqual([
      303,
      'https://slack.com/app_redirect?app=A1&team=T1',
    ]);
    expect(await bot.says('T1', '/role ml-engineer')).toContain('ML Engineer');
  });

  test('its token is in no log, and in what is remembered only encrypted', async () => {
    await bot.install('T1');
    await bot.says('T1', '/role ml-engineer');
    expect(lines.join('\n')).toContain('a workspace installed the app');
    const kept = ['', '-wal'].map((end) => readFileSync(bot.prompts.file + end, 'latin1')).join('\n');
    expect(kept).toContain('slack:T1');
    for (const text of [kept, lines.join('\n')]) expect(text).not.toContain(tokenOf('T1'));
  });

  test('twice, and the latest token counts', async () => {
    await bot.install('T1');
    bot.peer.script('oauth.v2.access', {
      body: {
        ok: true,
        app_id: 'A1',
        access_token: tokenOf('T1b'),
        token_type: 'bot',
        team: { id: 'T1' },
        scope: '',
        authed_user: { id: 'U1' },
        bot_user_id: 'U',
      },
    });
    await bot.install('T1');
    await bot.says('T1', '/role ml-engineer');
    expect(bot.peer.calls.filter(({ method }) => method === 'users.info').map(teamOf)).toEqual(['T1b']);
  });
});

/** Nobody asked Slack for a token, and none is kept. */
async function nothing() {
  expect(grants()).toEqual([]);
  expect(await bot.prompts.service.installations.of('slack')).toEqual([]);
}

describe('nothing is installed', () => {
  test.each([
    [
      'of another browser',
      async () => ({ state: (await begun(bot.visit)).state, cookie: (await begun(bot.visit)).cookie }),
    ],
    ['without a cookie', async () => ({ state: (await begun(bot.visit)).state, cookie: '' })],
    ['that is forged', async () => ({ state: 'x.y.z', cookie: 'slack-app-oauth-state=x.y.z' })],
    ['that is missing', async () => ({ state: '', cookie: (await begun(bot.visit)).cookie })],
  ])('with a state %s', async (_, made) => {
    const { state, cookie } = await made();
    const back = await bot.visit(`/slack/oauth_redirect?code=code-T1&state=${state}`, { cookie });
    expect(back.status).toBe(400);
    const page = await back.text();
    expect(page).toContain('not opened from a link of mine in this browser');
    expect(page).toContain('<a href="/slack/install">Install Rolecall</a>');
    await nothing();
  });

  test('where the administrator declines, who is told so in their language', async () => {
    const { state, cookie } = await begun(bot.visit);
    const back = await bot.visit(`/slack/oauth_redirect?error=access_denied&state=${state}`, {
      cookie,
      'accept-language': 'es-MX,es;q=0.9',
    });
    expect(back.status).toBe(400);
    expect(await back.text()).toContain('No lo has permitido, así que no se ha instalado nada.');
    await nothing();
  });

  test('where Slack does not know the code, and the page shows nothing of the address', async () => {
    const { state, cookie } = await begun(bot.visit);
    const back = await bot.visit(`/slack/oauth_redirect?code=<b>bad</b>&state=${state}`, { cookie });
    expect([back.status, back.headers.get('referrer-policy')]).toEqual([500, 'no-referrer']);
    const page = await back.text();
    expect(page).toContain('the log says why');
    expect(page).not.toContain('bad');
    expect(lines.join()).toContain('invalid_code');
    expect(await bot.prompts.service.installations.of('slack')).toEqual([]);
  });

  test.each([
    [
      'a whole organisation',
      { is_enterprise_install: true, team: null, enterprise: { id: 'E1', name: 'E' } },
    ],
    ['an app whose tokens expire', { refresh_token: 'xoxe-1', expires_in: 43_200 }],
  ])('for %s, which could not be served', async (_, more) => {
    bot.peer.script('oauth.v2.access', {
      body: {
        ok: true,
        app_id: 'A1',
        access_token: tokenOf('T1'),
        token_type: 'bot',
        team: { id: 'T1' },
        scope: '',
        authed_user: { id: 'U1' },
        bot_user_id: 'U',
        enterprise: null,
        ...more,
      },
    });
    expect((await bot.install('T1')).status).toBe(500);
    expect(await bot.prompts.service.installations.of('slack')).toEqual([]);
  });

  test('with the wrong method', async () => {
    const posted = await fetch(`http://127.0.0.1:${bot.host.port}/slack/install`, {
      method: 'POST',
      headers: { connection: 'close' },
    });
    expect(posted.status).toBe(405);
  });
});

const REMOVED = { type: 'app_uninstalled' };
const REVOKED = { type: 'tokens_revoked', tokens: { bot: ['UBOTT1'] } };
const second = (ms: number) => ({ event_time: Math.floor(ms / 1000) });

describe('a workspace removes the app', () => {
  test('and its token is gone at once, that of another stays; a week is counted', async () => {
    await bot.install('T1');
    await bot.install('T2');
    await bot.tell('T1', REMOVED, second(Date.now()));
    const { installations } = bot.prompts.service;
    await expect.poll(() => installations.of('slack')).toEqual(['slack:T2']);
    expect(bot.removed).toEqual(['slack:T1']);
    expect(await bot.adapter.isGone?.('T1')).toBe(true);
    expect(await bot.adapter.isGone?.('T2')).toBe(false);
    // Of a workspace that never installed it nobody knows, so nothing is deleted.
    await expect(bot.adapter.isGone?.('T9')).rejects.toThrow('never installed');
    const store = await openStore({ file: bot.prompts.file });
    await expect.poll(() => store.values('departed').get('slack:T1')).toBeGreaterThan(0);
    expect(JSON.stringify(await store.installations.get('slack:T1'))).toContain('"sealed":""');
    await store.forget('slack:T1');
    expect(await store.communities()).toEqual(['slack:T2']);
    await store.close();
  });

  test('and installs it again before Slack has told of all that: the new token stays', async () => {
    await bot.install('T1');
    await bot.tell('T1', REMOVED);
    await expect.poll(() => bot.adapter.isGone?.('T1')).toBe(true);
    await bot.install('T1');
    await bot.tell('T1', REVOKED, second(Date.now() - 60_000));
    await expect.poll(() => bot.removed).toHaveLength(2);
    await sleep(50);
    expect(await bot.prompts.service.installations.of('slack')).toEqual(['slack:T1']);
  });
});
