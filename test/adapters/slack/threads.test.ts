import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { view } from '../../../adapters/slack/form.ts';
import { SlackPlace } from '../../../adapters/slack/place.ts';
import { buttonId, encodeAsk } from '../../../adapters/slack/state.ts';
import { survey } from '../form-command.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { openHouse } from './driver.ts';
import type { Landing } from './landing.ts';
import type { Scripted } from './peer.ts';
import type { OpenedView } from './views.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse(smallBot([survey]));
});
afterEach(() => house.stop());

/** The message that the thread hangs on, and an answer in it. */
const ROOT = '16.1';
const ANSWER = '16.9';

/** A press on a message in the thread; only the asker sees it unless told. */
const inThread = (is_ephemeral = true) => ({
  container: { type: 'message', message_ts: ANSWER, thread_ts: ROOT, channel_id: 'C1', is_ephemeral },
});

const button = (kind: 'ask' | 'share' | 'form', command = 'role', values = {}) => ({
  type: 'button',
  action_id: buttonId(kind, 0),
  value: encodeAsk({ command, values }),
});

/** Where the next message lands. */
async function landing(): Promise<Landing | undefined> {
  await expect.poll(() => house.peer.landings.length).toBe(1);
  return house.peer.landings[0];
}

/** No `response_url` works any more. */
function expire(): void {
  const used: Scripted = { status: 404, body: { ok: false, error: 'used_url' } };
  house.peer.script('response', used, used, used);
}

const ONLY_ANN = { channel: 'C1', thread: ROOT, user: 'U1' };
const EVERYBODY = { channel: 'C1', thread: ROOT, user: null };

function mention(more: object): void {
  const event = {
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: ANSWER,
    text: '<@UBOT> role x',
    ...more,
  };
  house.peer.deliver('events_api', { type: 'event_callback', team_id: 'T1', event_id: 'E1', event });
}

describe('what begins in a thread stays in it', () => {
  test('a mention', async () => {
    mention({ thread_ts: ROOT });
    expect(await landing()).toMatchObject({ by: 'chat.postEphemeral', ...ONLY_ANN });
  });

  test.each([
    ['a press of a button that only the asker sees', true],
    ['a press of a button that everybody sees', false],
  ])('%s', async (_, ephemeral) => {
    house.peer.act(button('ask'), inThread(ephemeral));
    expect(await landing()).toMatchObject({ by: 'response_url', ...ONLY_ANN });
  });

  test('a press whose payload names the thread with the message only', async () => {
    const message = { ts: ANSWER, thread_ts: ROOT };
    const container = { message_ts: ANSWER, channel_id: 'C1', is_ephemeral: false };
    house.peer.act(button('ask'), { container, message });
    expect(await landing()).toMatchObject(ONLY_ANN);
  });

  test('"Show to channel"', async () => {
    house.peer.act(button('share'), inThread());
    expect(await landing()).toMatchObject({ by: 'response_url', ...EVERYBODY });
  });

  test('a button of an older version', async () => {
    house.peer.act({ type: 'button', action_id: 'old' }, inThread(false));
    expect(await landing()).toMatchObject(ONLY_ANN);
  });

  test('a form that does not open', async () => {
    house.peer.script('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    house.peer.act(button('form', 'survey', { who: 'ann' }), inThread());
    expect(await landing()).toMatchObject(ONLY_ANN);
  });

  test('a direct message', async () => {
    const event = {
      type: 'message',
      channel_type: 'im',
      user: 'U1',
      channel: 'D1',
      ts: ANSWER,
      text: 'role x',
    };
    const whole = { ...event, thread_ts: ROOT };
    house.peer.deliver('events_api', { type: 'event_callback', team_id: 'T1', event_id: 'E1', event: whole });
    expect(await landing()).toMatchObject({ by: 'chat.postMessage', channel: 'D1', thread: ROOT });
  });
});

/** The form that a press in the thread opens. */
async function opened(): Promise<OpenedView> {
  house.peer.act(button('form', 'survey', { who: 'ann' }), inThread());
  const call = () => house.peer.calls.find(({ method }) => method === 'views.open');
  await expect.poll(call).toBeDefined();
  return JSON.parse(call()?.body['view'] ?? '{}') as OpenedView;
}

describe('a form that is opened in a thread', () => {
  test('is answered there', async () => {
    house.peer.submit(await opened(), { 'note#1': 'hello' });
    expect(await landing()).toMatchObject({ by: 'response_url', ...ONLY_ANN });
  });

  test('and so it is when its address is used up', async () => {
    const form = await opened();
    expire();
    house.peer.submit(form, { 'note#1': 'hello' });
    expect(await landing()).toMatchObject({ by: 'chat.postEphemeral', ...ONLY_ANN });
  });

  test('of a version before threads were kept is answered in the channel', async () => {
    const place = SlackPlace.of({ community: 'T1', channel: 'C1' });
    const ask = { command: 'survey', values: { who: 'ann' } };
    const { private_metadata } = view({ title: 'T', fields: [], ask }, 'en', place, null);
    const { state, channel, responseUrl } = JSON.parse(private_metadata ?? '') as Record<string, unknown>;
    const old = JSON.stringify({ state, channel, responseUrl });
    const body = { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' } };
    house.peer.deliver('interactive', { ...body, view: { private_metadata: old, state: { values: {} } } });
    expect(await landing()).toMatchObject({ by: 'chat.postEphemeral', channel: 'C1', thread: null });
  });
});

describe('where the response_url is used up', () => {
  beforeEach(expire);

  test('an answer goes to the thread by the Web API', async () => {
    house.peer.act(button('ask'), inThread());
    expect(await landing()).toMatchObject({ by: 'chat.postEphemeral', ...ONLY_ANN });
  });

  test('so does one that is shown to everybody', async () => {
    house.peer.act(button('share'), inThread());
    expect(await landing()).toMatchObject({ by: 'chat.postMessage', ...EVERYBODY });
  });
});

describe('what does not stand in a thread', () => {
  test('opens none: a mention in the channel', async () => {
    mention({});
    expect(await landing()).toMatchObject({ channel: 'C1', thread: null });
  });

  test('opens none: a button of the message that a thread hangs on', async () => {
    const container = { message_ts: ROOT, thread_ts: ROOT, channel_id: 'C1', is_ephemeral: false };
    house.peer.act(button('ask'), { container });
    expect(await landing()).toMatchObject({ channel: 'C1', thread: null });
    expect(house.peer.landings[0]?.by).toBe('response_url');
  });
});
