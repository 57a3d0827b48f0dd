import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse } from './driver.ts';
import type { Body } from './judge.ts';
import { blockFaults } from './judge.ts';
import type { Call } from './peer.ts';
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

const calls = (method: string): Call[] => house.peer.calls.filter((call) => call.method === method);

function is(said: object): void {
  now += 3_600_000;
  house.peer.script('users.info', { body: { ok: true, user: { id: 'U1', team_id: 'T1', ...said } } });
}

/** What stands in the home of U1 after something was done. */
async function homeAfter(deed: () => unknown): Promise<{ text: string; body: Body }> {
  const before = calls('views.publish').length;
  deed();
  const published = await until(
    () => calls('views.publish'),
    (all) => all.length > before,
  );
  const { user_id: user, view = '{}' } = published.at(-1)?.body ?? {};
  expect(user).toBe('U1');
  const { type, blocks } = JSON.parse(view) as { type: string; blocks: KnownBlock[] };
  expect(type).toBe('home');
  expect(blockFaults(blocks)).toEqual([]);
  expect(blocks.length).toBeLessThanOrEqual(100);
  const body = { text: '', blocks };
  return { text: read(body).texts.join('\n'), body };
}

let opens = 0;
const opened =
  (event: object = {}) =>
  () => {
    opens += 1;
    const told = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', ...event };
    return house.peer.deliver('events_api', {
      type: 'event_callback',
      team_id: 'T1',
      event_id: `Eh${opens}`,
      event: told,
    });
  };

/** Something is done in the home, where there is neither a message nor a `response_url`. */
const inHome =
  (action: object, state: object = {}) =>
  () =>
    house.peer.act(action, {
      container: { type: 'view', view_id: 'V2' },
      view: { type: 'home', id: 'V2', state: { values: state } },
      channel: undefined,
      response_url: undefined,
    });

const ENTER = { type: 'plain_text_input', block_id: 'search', action_id: 'r1:search' };

describe('the home of a member', () => {
  test('has three examples, their tracks and a search box, each of which answers there', async () => {
    is({ is_admin: false });
    const { text, body } = await homeAfter(opened());
    expect(text).toContain('Where do you want to go?');
    expect(text).toContain('Nothing yet');
    expect(read(body).labels.slice(0, 5)).toEqual([
      'Ask',
      'Home',
      '/role ml-engineer',
      '/salary frontend-developer',
      '/transition data-analyst to data-engineer',
    ]);
    const pay = await homeAfter(inHome(actionFor(body, '/salary frontend-developer')));
    expect(pay.text).toContain('$');
    expect(read(pay.body).labels).not.toContain('Show to channel');
    const searched = await homeAfter(inHome({ ...ENTER, value: '/role sre' }));
    expect(searched.text).toContain('Site Reliability Engineer');
    const state = { search: { 'r1:search': { type: 'plain_text_input', value: 'role data engineer' } } };
    const asked = await homeAfter(inHome(actionFor(searched.body, 'Ask'), state));
    expect(asked.text).toContain('Data Engineer');
    expect((await homeAfter(inHome(actionFor(asked.body, 'Home')))).text).toContain(
      'Where do you want to go?',
    );
    expect((await homeAfter(inHome({ ...ENTER, value: ' ' }))).text).toContain('Where do you want to go?');
    expect(calls('chat.postMessage').length + calls('chat.postEphemeral').length).toBe(0);
  });

  test('speaks their language, and shows hostile words as words', async () => {
    is({ is_admin: false, locale: 'de-DE' });
    expect((await homeAfter(opened())).text).toContain('Wohin willst du?');
    const { text, body } = await homeAfter(inHome({ ...ENTER, value: '<!channel> *x* <@U2>' }));
    expect(read(body).faults).toEqual([]);
    expect(text).not.toContain('Wohin willst du?');
  });

  test('is shown for its own tab only', async () => {
    opened({ tab: 'messages' })();
    opened({ user: undefined })();
    is({ is_admin: false });
    await homeAfter(opened());
    expect(calls('views.publish')).toHaveLength(1);
  });

  test('has no settings, whatever is pressed or sent off in it', async () => {
    is({ is_admin: true });
    const { body } = await homeAfter(opened());
    is({ is_admin: false });
    const refused = 'is for those who may manage this community';
    for (const label of ['in Spanish', 'Count nothing', 'Zone and commands'])
      expect((await homeAfter(inHome(actionFor(body, label)))).text).toContain(refused);
  });
});

describe('the home of a manager', () => {
  test('is the settings card, and its menus, buttons and form change it there', async () => {
    is({ is_admin: true });
    const { text, body } = await homeAfter(opened());
    expect(text).toContain('Settings of this community');
    expect(read(body).labels).not.toContain('In this channel');
    const changed = await homeAfter(inHome(actionFor(body, 'in Spanish')));
    expect(changed.text).toContain('My posts: not set → in Spanish');
    inHome(actionFor(changed.body, 'Zone and commands'))();
    const [form] = await until(
      () => calls('views.open'),
      (views) => views.length > 0,
    );
    const view = JSON.parse(form?.body['view'] ?? '{}') as OpenedView;
    const filled = await homeAfter(() =>
      house.peer.submit(view, { 'zone#1': 'Madrid', 'allow#1': null, 'refuse#1': null }),
    );
    expect(filled.text).toContain('Time zone: not set → Europe/Madrid');
  });
});
