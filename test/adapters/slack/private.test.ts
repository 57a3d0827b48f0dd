import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SlackPlace } from '../../../adapters/slack/place.ts';
import { buttonId, encodeAsk, encodeChoice, menuId, sharedBy } from '../../../adapters/slack/state.ts';
import { commands } from '../../../commands/index.ts';
import type { CountKind } from '../../../src/community/counts.ts';
import { offlineCommunity } from '../../../src/community/offline.ts';
import { createBot } from '../../../src/bot.ts';
import { silentLog } from '../../../src/log.ts';
import type { Ask } from '../../../src/reply.ts';
import { talk } from '../../commands/talk.ts';
import type { House } from './driver.ts';
import { openHouse } from './driver.ts';
import type { Scripted } from './peer.ts';
import type { OpenedView } from './views.ts';

/** What was counted: the community, the kind, the name. */
const counted: [string, CountKind, string][] = [];
let house: House;

beforeEach(async () => {
  counted.length = 0;
  const { knowledge } = await talk();
  const counts = {
    ...offlineCommunity.counts,
    count: (...what: [string, CountKind, string]) => counted.push(what),
  };
  const parts = { commands, knowledge: () => knowledge, clock: Date.now, log: silentLog, fallback: 'ask' };
  house = await openHouse(createBot({ ...parts, community: { ...offlineCommunity, counts } }));
});
afterEach(() => house.stop());

/** A conversation as Slack's payloads tell of it, and what Slack says when it is asked. */
interface Conversation {
  readonly channel: string;
  readonly name: string;
  readonly type?: string;
  readonly info?: object;
}

const REFUSED = { ok: false, error: 'missing_scope', needed: 'mpim:read' };
const said = (about: object) => ({ ok: true, channel: about });

const PRIVATE: readonly (readonly [string, Conversation])[] = [
  ['the bot and one person', { channel: 'D012AB3CD', name: 'directmessage', type: 'im' }],
  ['the same, and Slack says no more than its id', { channel: 'D012AB3CD', name: '' }],
  ['several people', { channel: 'C012AB3CD', name: 'mpdm-ann--bob--cy-1', type: 'mpim', info: REFUSED }],
  ['several people, called a private group', { channel: 'G012AB3CD', name: 'privategroup', info: REFUSED }],
  [
    'several people, as Slack says when it is asked',
    { channel: 'C012AB3CE', name: 'privategroup', info: said({ is_group: true, is_mpim: true }) },
  ],
  [
    'several people, as its name says',
    { channel: 'C012AB3CF', name: '', info: said({ name: 'mpdm-a--b-1' }) },
  ],
  ['people whom Slack does not tell of', { channel: 'C012AB3CG', name: '', info: { ok: false } }],
];

const OPEN: readonly (readonly [string, Conversation])[] = [
  ['a channel', { channel: 'C1', name: 'general', type: 'channel', info: said({ is_channel: true }) }],
  [
    'a private channel',
    { channel: 'G1', name: 'privategroup', type: 'group', info: said({ is_group: true }) },
  ],
];

const ROLE: Ask = { command: 'role', values: { role: 'ml-engineer' } };
const PLAN: Ask = { command: 'plan', values: { to: 'ml-engineer' } };

type Road = (from: Conversation) => Promise<unknown>;

const press =
  (action: object): Road =>
  ({ channel, name }) =>
    house.peer.act(action, { channel: { id: channel, name } }).answered;

const mention =
  (type: string): Road =>
  async ({ channel, type: channel_type }) => {
    const event = { type, channel, user: 'U1', ts: '17.1', text: '<@UBOT> role ml-engineer' };
    // Slack gives the type of a conversation with messages, and with mentions it does not.
    const whole = type === 'message' ? { ...event, channel_type } : event;
    house.peer.deliver('events_api', { type: 'event_callback', team_id: 'T1', event_id: 'E', event: whole });
    await expect.poll(() => house.peer.landings.length).toBe(1);
  };

async function sendForm({ channel, name }: Conversation): Promise<void> {
  const opener = { type: 'button', action_id: buttonId('form', 0), value: encodeAsk(PLAN) };
  house.peer.act(opener, { channel: { id: channel, name } });
  const opened = () => house.peer.calls.find(({ method }) => method === 'views.open')?.body['view'];
  await expect.poll(opened).toBeDefined();
  await house.peer.submit(JSON.parse(opened() ?? '{}') as OpenedView, {}).answered;
}

const choices = [
  { label: 'a', ask: ROLE },
  { label: 'b', ask: { ...ROLE, values: { role: 'sre' } } },
];
const shared = sharedBy(choices);

const ROADS: Readonly<Record<string, Road>> = {
  'a command': ({ channel, name }) =>
    house.peer.command('/role ml-engineer', { channel_id: channel, channel_name: name }).answered,
  'a line of its own': ({ channel, name }) =>
    house.peer.command('/rolecall ask what does a goatherd do?', { channel_id: channel, channel_name: name })
      .answered,
  'a button': press({ type: 'button', action_id: buttonId('ask', 0), value: encodeAsk(ROLE) }),
  'a menu': press({
    type: 'static_select',
    action_id: menuId(0, shared),
    selected_option: { value: encodeChoice({ label: 'x', ask: ROLE }, shared) },
  }),
  'a form': sendForm,
  'a mention': mention('app_mention'),
};

async function ask(road: Road | undefined, from: Conversation): Promise<void> {
  const info: Scripted = { body: from.info ?? { ok: false, error: 'channel_not_found' } };
  house.peer.script('conversations.info', info, info);
  await road?.(from);
}

describe.each(Object.keys(ROADS))('what is asked by %s', (name) => {
  test.each(PRIVATE)('is not counted in a conversation of %s', async (_, from) => {
    await ask(ROADS[name], from);
    expect(counted).toEqual([]);
  });

  test.each(OPEN)('is counted in %s', async (_, from) => {
    await ask(ROADS[name], from);
    expect(counted).toHaveLength(1);
    expect(counted[0]?.[0]).toBe('slack:T1');
  });
});

test('what is asked by a direct message is not counted', async () => {
  await ask(mention('message'), { channel: 'D012AB3CD', name: '', type: 'im' });
  expect(counted).toEqual([]);
});

test('showing an answer to everybody does not count it again', async () => {
  const share = { type: 'button', action_id: buttonId('share', 0), value: encodeAsk(ROLE) };
  await house.peer.act(share).answered;
  expect(counted).toEqual([]);
});

test('a message is told from the kind of its conversation, whatever its id', async () => {
  const place = SlackPlace.of({ community: 'T1', channel: 'C1', type: 'mpim', name: 'general' });
  expect(place).toMatchObject({ direct: true, kind: 'mpim' });
  expect(place.knownAs('channel')).toMatchObject({ direct: false, thread: null });
});

test('Slack is asked once about a conversation that it does not name', async () => {
  const mentioned = OPEN[0]?.[1] ?? { channel: 'C1', name: '' };
  await ask(ROADS['a mention'], mentioned);
  const event = { type: 'app_mention', channel: 'C1', user: 'U1', ts: '17.2', text: '<@UBOT> role sre' };
  house.peer.deliver('events_api', { type: 'event_callback', team_id: 'T1', event_id: 'E2', event });
  await expect.poll(() => counted.length).toBe(2);
  expect(house.peer.calls.filter(({ method }) => method === 'conversations.info')).toHaveLength(1);
});

test('no road can make a place by hand', () => {
  const where = { on: 'slack', community: 'T1', channel: 'D1', thread: null, direct: false } as const;
  // @ts-expect-error: only SlackPlace.of makes one.
  const byHand: SlackPlace = { ...where, kind: 'channel', inThread: {}, knownAs: () => byHand };
  // oxlint-disable-next-line typescript/no-misused-spread -- that is what is tried
  const parts = { ...SlackPlace.of(where) };
  // @ts-expect-error: nor does a copy make one.
  const copied: SlackPlace = parts;
  // @ts-expect-error: nor the constructor.
  expect(() => new SlackPlace(where, 'channel')).not.toThrow();
  expect([byHand.direct, copied.direct]).toEqual([false, true]);
});

const shownTo = async (more: object) =>
  JSON.stringify((await house.peer.command('/role sre', more).answered).body);

test('"Show to channel" is not offered in a conversation with the bot alone', async () => {
  expect(await shownTo({})).toContain('Show to channel');
  const alone = { channel_id: 'D012AB3CD', channel_name: 'directmessage' };
  expect(await shownTo(alone)).not.toContain('Show to channel');
});
