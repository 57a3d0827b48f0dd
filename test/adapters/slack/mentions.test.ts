import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../../adapters/slack/mentions.ts';
import { vocabularyOf } from '../../../adapters/slack/typed.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { openHouse } from './driver.ts';
import type { Call } from './peer.ts';

/** Long enough for an answer to arrive after that of a later question. */
const SETTLE_MS = 40;

let house: House;
beforeEach(async () => {
  house = await openHouse(smallBot());
});
afterEach(() => house.stop());

let sent = 0;

/** An event as Slack sends it. */
function eventOf(event: object): object {
  sent += 1;
  const common = { user: 'U1', channel: 'C1', ts: `17.${sent}` };
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${sent}`,
    event: { ...common, ...event },
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
  };
}

const mention = (text: string, more: object = {}) => eventOf({ type: 'app_mention', text, ...more });
const direct = (text: string, more: object = {}) =>
  eventOf({ type: 'message', channel_type: 'im', channel: 'D1', text, ...more });

/** What the bot posts in answer to events. */
async function posted(...payloads: readonly object[]): Promise<readonly Call[]> {
  const exchanges = payloads.map((payload) => house.peer.deliver('events_api', payload));
  await Promise.all(exchanges.map(({ acked }) => acked));
  await house.peer.command('/role later').answered;
  await sleep(SETTLE_MS);
  return house.peer.calls.filter(({ method }) => method.startsWith('chat.post'));
}

describe('a mention', () => {
  test('is answered so that only the asker sees it', async () => {
    const [call, ...more] = await posted(mention('<@UBOT> role mlops'));
    expect(more).toEqual([]);
    expect(call).toMatchObject({ method: 'chat.postEphemeral', body: { channel: 'C1', user: 'U1' } });
    expect(call?.body.blocks).toContain('Role mlops');
    expect(call?.body).not.toHaveProperty('thread_ts');
  });

  test('without a command is what the bot takes for a question', async () => {
    const [call] = await posted(mention('hey <@UBOT> how long to become an SRE?'));
    expect(call?.body.blocks).toContain('how long to become an SRE?');
    expect(call?.body.blocks).not.toContain('UBOT');
  });

  test('in a thread is answered there', async () => {
    const [call] = await posted(mention('<@UBOT> role x', { thread_ts: '16.1' }));
    expect(call?.body).toMatchObject({ thread_ts: '16.1' });
  });

  test.each(['<@UBOT>', ' <@UBOT|rolecall>  '])('without words gives the help: "%s"', async (text) => {
    const [call] = await posted(mention(text));
    expect(call?.body.blocks).toContain('What you can ask me');
  });

  test('that Slack sends again is answered once', async () => {
    const payload = mention('<@UBOT> role x');
    expect(await posted(payload, payload)).toHaveLength(1);
  });

  test.each([
    ['a bot', { bot_id: 'B9' }],
    ['itself', { user: 'UBOT' }],
    ['an edit', { edited: { user: 'U1', ts: '18.1' } }],
    ['a message of another kind', { subtype: 'bot_message' }],
  ])('by %s is left alone', async (_, more) => {
    expect(await posted(mention('<@UBOT> role x', more))).toEqual([]);
  });
});

describe('a direct message', () => {
  test('is answered as a message', async () => {
    const [call, ...more] = await posted(direct('role mlops'));
    expect(more).toEqual([]);
    expect(call).toMatchObject({ method: 'chat.postMessage', body: { channel: 'D1' } });
    expect(call?.body.blocks).toContain('Role mlops');
  });

  test.each([
    ['an edit', { subtype: 'message_changed', message: { text: 'role x' } }],
    ['its own answer', { bot_id: 'BBOT', user: 'UBOT' }],
  ])('that is %s is left alone', async (_, more) => {
    expect(await posted(direct('role x', more))).toEqual([]);
  });

  test('in a channel is none', async () => {
    expect(await posted(direct('role x', { channel_type: 'channel' }))).toEqual([]);
  });

  test('that cannot be answered is logged, and the next one is answered', async () => {
    house.peer.script('chat.postMessage', { body: { ok: false, error: 'channel_not_found' } });
    await posted(direct('role one'));
    const calls = await posted(direct('role two'));
    expect(calls.at(-1)?.body.blocks).toContain('Role two');
  });
});

test.each([undefined, null, {}, { event: 7 }, { event: { type: 'message' } }])(
  'anything else is no message: %j',
  (payload) => {
    expect(readMessage(payload, 'UBOT', vocabularyOf([]))).toBeUndefined();
  },
);
