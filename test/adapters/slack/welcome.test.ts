import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../adapters/slack/index.ts';
import type { Adapter } from '../../../src/adapter.ts';
import { silentLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import { actionFor, outcome, QUICK } from './driver.ts';
import type { Body } from './judge.ts';
import { blockFaults } from './judge.ts';
import type { Peer } from './peer.ts';
import { openPeer } from './peer.ts';
import { read } from './reader.ts';

let peer: Peer;
let prompts: Prompts;
let adapter: Adapter;
let heard: Promise<void>[];

beforeEach(async () => {
  heard = [];
  peer = await openPeer();
  prompts = await openPrompts();
  const onJoined: NonNullable<Parameters<typeof connect>[0]['onJoined']> = (joined) =>
    void heard.push(prompts.service.joined(joined));
  adapter = await connect({ bot: prompts.bot, variables: peer.variables, log: silentLog, onJoined }, QUICK);
  prompts.service.start([adapter]);
});
afterEach(async () => {
  await prompts.close();
  await adapter.stop();
  await peer.close();
});

let events = 0;
/** Something that Slack tells of; settles once it was decided about. */
async function happens(event: object, decisions: number): Promise<void> {
  events += 1;
  const told = { type: 'event_callback', team_id: 'T1', event_id: `Ew${events}`, event };
  await peer.deliver('events_api', told).acked;
  await until(
    () => heard.length,
    (all) => all === decisions,
  );
  await Promise.all(heard);
}

const invited = (channel: string, user = 'UBOT') => ({
  type: 'member_joined_channel',
  user,
  channel,
  channel_type: 'C',
  team: 'T1',
  inviter: 'U1',
});
const opened = (channel: string) => ({ type: 'app_home_opened', user: 'U1', channel, tab: 'messages' });
const is = (channel: object) => peer.script('conversations.info', { body: { ok: true, channel } });

/** The posts once there are so many. */
async function posts(count: number): Promise<{ readonly channel: string; readonly body: Body }[]> {
  const calls = await until(
    () => peer.calls.filter(({ method }) => method === 'chat.postMessage'),
    (all) => all.length >= count,
  );
  expect(calls).toHaveLength(count);
  return calls.map(({ body: { channel = '', text = '', blocks = '[]' } }) => ({
    channel,
    body: { text, blocks: JSON.parse(blocks) as NonNullable<Body['blocks']> },
  }));
}

test('invited into a channel it says what it is for, once, with three buttons that answer whoever presses', async () => {
  await happens(invited('C5', 'U2'), 0);
  is({ is_member: true });
  await happens(invited('C5'), 1);
  const [post] = await posts(1);
  expect(post?.channel).toBe('C5');
  const body = post?.body ?? { text: '' };
  expect(blockFaults(body.blocks ?? [])).toEqual([]);
  expect(read(body).texts.join('\n')).toContain('Ask me about careers in technology');
  expect(read(body).labels).toEqual([
    'What is a UX designer?',
    'What does an ML engineer earn?',
    'From teacher to frontend developer',
  ]);
  await happens(invited('C5'), 2);
  await happens(invited('C6'), 3);
  await posts(1);
  const pressed = await outcome(peer.act(actionFor(body, 'What does an ML engineer earn?')));
  expect(pressed.texts.join('\n')).toContain('ML Engineer');
});

test('whoever opens it first after it was installed is told the same in the conversation with it', async () => {
  await happens(opened('D1'), 1);
  expect((await posts(1))[0]?.channel).toBe('D1');
  await happens(opened('D2'), 2);
  is({ is_member: true });
  await happens(invited('C5'), 3);
  expect((await posts(2)).map(({ channel }) => channel)).toEqual(['D1', 'C5']);
});

test('it never posts where it may not, and once it was forgotten a community is welcomed anew', async () => {
  is({ is_member: true, is_archived: true });
  await happens(invited('C5'), 1);
  is({ is_member: true });
  await happens(invited('C6'), 2);
  expect((await posts(1))[0]?.channel).toBe('C6');
  const store = await openStore({ file: prompts.file });
  expect(await store.welcomes.had('slack:T1', 'channel')).toBe(true);
  await store.forget('slack:T1');
  expect(await store.welcomes.had('slack:T1', 'channel')).toBe(false);
  await store.close();
});
