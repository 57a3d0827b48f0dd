import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome } from './driver.ts';
import type { Body } from './judge.ts';
import { faultsOf } from './judge.ts';
import type { Exchange } from './peer.ts';
import { TOKENS } from './peer.ts';

let house: House;

beforeEach(async () => {
  house = await openHouse(smallBot());
});
afterEach(() => house.stop());

/** Types a line and gives the accepted answer. */
async function typed(line: string, more: object = {}): Promise<Awaited<ReturnType<typeof outcome>>> {
  return accepted(house.peer.command(line, more));
}

/** Presses what is on a message that only the asker sees, unless told otherwise. */
async function pressed(body: Body, label: string, more: object = {}): ReturnType<typeof typed> {
  return accepted(house.peer.act(actionFor(body, label), more));
}

async function accepted(exchange: Exchange): ReturnType<typeof typed> {
  const shown = await outcome(exchange);
  expect(shown.faults).toEqual([]);
  expect(shown.answers).toBe(1);
  expect(shown.acknowledgedFirst).toBe(true);
  return shown;
}

describe('starting', () => {
  test('the bot token is checked, and the app token opens the line', () => {
    expect(house.peer.calls.map(({ method, authorization }) => `${method} ${authorization}`)).toEqual([
      `auth.test Bearer ${TOKENS.bot}`,
      `apps.connections.open Bearer ${TOKENS.app}`,
    ]);
    expect(house.adapter.name).toBe('slack');
    expect(house.adapter.health()).toEqual({ live: true, detail: 'connected by Socket Mode' });
  });

  test('stopping is final', async () => {
    await house.adapter.stop();
    expect(house.adapter.health()).toEqual({ live: false, detail: 'stopped' });
    expect(house.peer.connections).toBe(1);
  });
});

describe('commands', () => {
  test('an answer is for the asker alone', async () => {
    const { body, texts } = await typed('/role data engineer skills');
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(texts.slice(0, 2)).toEqual(['Role data engineer', 'You asked for skills.']);
    expect(body.text).toBe('Role data engineer\nYou asked for skills.');
  });

  test.each([
    ['/rolecall', 'What you can ask me'],
    ['/rolecall help', 'What you can ask me'],
    ['/rolecall role ml-engineer', 'Role ml-engineer'],
    ['/rolecall /role ml-engineer', 'Role ml-engineer'],
    ['/prompts add feature stores', 'Added'],
    ['/rolecall prompts add feature stores', 'Added'],
    [
      '/role &lt;R&amp;D&gt; “of” <@U1|ann> <https://example.com|example.com>',
      'Role <R&D> of @ann example.com',
    ],
    ['/role *bold* <!channel>', 'Role *bold* @channel'],
    ['/rolle data', "I don't know /rolle"],
  ])('%s → %s', async (line, title) => {
    const { texts } = await typed(line);
    expect(texts[0]).toBe(title);
  });

  test('keys that are missing are taken as empty', async () => {
    const { texts } = await typed('/role', {
      text: undefined,
      user_id: undefined,
      team_id: null,
      trigger_id: null,
    });
    expect(texts[0]).toBe('Role');
  });
});

describe('buttons and menus', () => {
  test('an answer that only the asker sees is replaced', async () => {
    const { body } = await typed('/role data');
    const next = await pressed(body, 'Pay');
    expect(next.texts[1]).toBe('You asked for pay.');
    expect(next.body).toMatchObject({ response_type: 'ephemeral', replace_original: true });
  });

  test('a public answer stays; whoever pressed gets an answer of their own', async () => {
    const { body } = await typed('/role data');
    const container = { type: 'message', message_ts: '1', channel_id: 'C1', is_ephemeral: false };
    const next = await pressed(body, 'Pay', { container });
    expect(next.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  test('an entry of a menu asks its question', async () => {
    const { body } = await typed('/role data');
    expect((await pressed(body, 'ml')).texts[0]).toBe('Role ml');
  });

  test('"Show to channel" shows the same to all, and is not offered there again', async () => {
    const { body, texts, labels } = await typed('/role data');
    expect(labels).toContain('Show to channel');
    const shown = await pressed(body, 'Show to channel');
    expect(shown.body).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shown.texts).toEqual(texts);
    expect(shown.labels).toEqual(labels.filter((label) => label !== 'Show to channel'));
  });

  test('"Show to channel" shows it once, however often it is pressed', async () => {
    const { body } = await typed('/role data');
    await pressed(body, 'Show to channel');
    const again = await pressed(body, 'Show to channel');
    expect(again.body).toMatchObject({ response_type: 'ephemeral' });
    expect(again.texts[0]).toBe('Everybody can see it already');
  });

  test('what must stay private stays private, even when a share is forged', async () => {
    const { labels } = await typed('/secret');
    expect(labels).not.toContain('Show to channel');
    const forged = { type: 'button', action_id: 'r1:share:0', value: 'r1;;secret' };
    const shown = await accepted(house.peer.act(forged));
    expect(shown.body).toMatchObject({ response_type: 'ephemeral' });
  });

  test('pages turn, and the page that is shown is the one that is shared', async () => {
    const first = await typed('/long');
    const second = await pressed(first.body, '2 of 6 ›');
    expect(second.texts.join('\n')).toContain('Page 2 of 6');
    const shown = await pressed(second.body, 'Show to channel');
    expect(shown.texts).toEqual(second.texts);
    const back = await pressed(second.body, '‹ 1 of 6');
    expect(back.texts.slice(1)).toEqual(first.texts.slice(1));
  });

  test.each([
    { action_id: 'r0:ask:0', value: 'whatever' },
    { action_id: 'r1:ask:0', value: 'r1;x;role' },
    { action_id: 'r1:ask:0', value: 'r1;;role;about=%E0%A4%A' },
    { action_id: 'r1:choose:0:r1;;role' },
    { action_id: 'garbage' },
    {},
  ])('a button of another version is answered kindly: %j', async (action) => {
    const shown = await accepted(house.peer.act({ type: 'button', ...action }));
    expect(shown.texts[0]).toBe('This button is from an earlier version of me');
    expect(shown.labels).toEqual(['Help']);
    expect((await pressed(shown.body, 'Help')).texts[0]).toBe('What you can ask me');
  });

  test('a link opens by itself; we only acknowledge', async () => {
    const { body } = await typed('/role data');
    const exchange = house.peer.act(actionFor(body, 'Read more'));
    await exchange.acked;
    await typed('/role afterwards');
    expect(exchange.answers).toEqual([]);
  });
});

function asked(): number {
  return house.peer.calls.filter((call) => call.method === 'users.info').length;
}

describe('what is for managers', () => {
  test('an administrator may do it; Slack is asked once about each person', async () => {
    await typed('/role data');
    expect(asked()).toBe(1);
    expect((await typed('/prompts pause')).texts[0]).toBe('Paused');
    expect((await typed('/prompts pause')).texts[0]).toBe('Paused');
    expect(asked()).toBe(1);
  });

  test('a member is told that it is not for everybody', async () => {
    house.peer.script('users.info', { body: { ok: true, user: { id: 'U1', is_admin: false } } });
    expect((await typed('/prompts pause')).texts[0]).not.toBe('Paused');
  });

  test('when Slack does not say, nobody is taken for an administrator, and Slack is asked again', async () => {
    house.peer.script('users.info', { body: { ok: false, error: 'missing_scope' } });
    expect((await typed('/prompts pause')).texts[0]).not.toBe('Paused');
    expect((await typed('/prompts pause')).texts[0]).toBe('Paused');
  });
});

describe('repeats', () => {
  const ask = { command: '/role', text: 'data', user_id: 'U1' };

  test('the same envelope is answered once', async () => {
    const { peer } = house;
    const { url, exchange } = peer.exchange();
    for (const _ of [1, 2, 3])
      peer.deliver('slash_commands', { ...ask, response_url: url }, exchange.envelope);
    expect((await accepted(exchange)).answers).toBe(1);
  });

  test('the same trigger in another envelope is answered once', async () => {
    const { peer } = house;
    const { url, exchange } = peer.exchange();
    const payload = { ...ask, response_url: url, trigger_id: '1.2.3' };
    peer.deliver('slash_commands', payload, exchange.envelope);
    await peer.deliver('slash_commands', payload).acked;
    expect((await accepted(exchange)).answers).toBe(1);
  });

  test('the same words typed again are answered again', async () => {
    const first = await typed('/role data');
    expect((await typed('/role data')).body).toEqual(first.body);
  });
});

describe('what cannot be read is survived', () => {
  test.each([
    ['a word that is no JSON', 'hello?'],
    ['nothing', 'null'],
    ['an event without an event', '{"type":"events_api","envelope_id":"e1","payload":{}}'],
    [
      'a press without a person',
      '{"type":"interactive","envelope_id":"e2","payload":{"type":"block_actions","actions":[{}]}}',
    ],
    ['a command without a command', '{"type":"slash_commands","envelope_id":"e3","payload":{"text":"x"}}'],
    ['an envelope without a payload', '{"type":"slash_commands","envelope_id":"e4"}'],
    ['a payload that is nothing', '{"type":"interactive","envelope_id":"e5","payload":null}'],
    ['a payload that is a list', '{"type":"events_api","envelope_id":"e6","payload":[null]}'],
    ['a payload that is words', '{"type":"slash_commands","envelope_id":"e7","payload":"x"}'],
  ])('%s', async (_, message) => {
    house.peer.say(message);
    const { body } = await typed('/role data');
    expect(faultsOf(body)).toEqual([]);
  });
});
