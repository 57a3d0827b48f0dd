import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '../../../adapters/slack/index.ts';
import type { Adapter } from '../../../src/adapter.ts';
import { silentLog } from '../../../src/log.ts';
import { hostOf } from '../host-of.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts, TRACKS } from '../../prompts/world.ts';
import { actionFor, QUICK } from './driver.ts';
import type { Exchange, Peer } from './peer.ts';
import type { OpenedView } from './views.ts';
import { commandOf, openPeer } from './peer.ts';
import { read } from './reader.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Replica = Prompts & { readonly adapter: Adapter };
type Variables = Readonly<Record<string, string>>;

/** A process, as far as Slack can tell: a bot with a connection of its own to the store and to Slack. */
async function replica(variables: Variables, file?: string): Promise<Replica> {
  const prompts = await openPrompts(file);
  const adapter = await connect({ bot: prompts.bot, variables, log: silentLog }, QUICK);
  prompts.service.start([adapter]);
  closers.push(async () => {
    await prompts.close();
    await adapter.stop();
  });
  return { ...prompts, adapter };
}

async function newPeer(): Promise<Peer> {
  const peer = await openPeer();
  closers.push(() => peer.close());
  return peer;
}

/** The words of all answers, once nothing more comes. */
async function answersTo(exchange: Exchange): Promise<string[]> {
  await exchange.answered;
  await sleep(80);
  return exchange.answers.map((body) => read(body).texts.join('\n'));
}

const ADD = '/prompts add ml-engineer when:"mon 09:00"';

async function pair() {
  const peer = await newPeer();
  const first = await replica(peer.variables);
  await replica(peer.variables, first.file);
  for (let at = 0; at < 40; at += 1) peer.script('conversations.info', INSIDE);
  return { peer, first };
}

const INSIDE = { body: { ok: true, channel: { id: 'C1', is_member: true } } };
const schedules = ({ service }: Replica) => service.community.schedules.list('slack:T1');

describe('two processes by Socket Mode', () => {
  test('share what is heard: Slack gives an envelope to one of two connections', async () => {
    const { peer, first } = await pair();
    expect(peer.connections).toBe(2);
    expect(await answersTo(peer.command(ADD))).toHaveLength(1);
    expect(await schedules(first)).toHaveLength(1);
  });

  test('given the same envelope both, make one schedule, and one of them answers', async () => {
    const { peer, first } = await pair();
    peer.repeatsToAll = true;
    for (const [at, track] of TRACKS.slice(0, 5).entries()) {
      const answers = await answersTo(peer.command(ADD.replace('ml-engineer', track)));
      expect(answers).toEqual([expect.stringContaining('is on')]);
      expect(await schedules(first)).toHaveLength(at + 1);
    }
  });

  test('act once on a press, on a form and on a message, too', async () => {
    const { peer, first } = await pair();
    const answer = await peer.command('/salary ml-engineer').answered;
    const press = peer.act(actionFor(answer.body, 'Report a mistake'));
    await press.acked;
    await expect.poll(() => peer.calls.some(({ method }) => method === 'views.open')).toBe(true);
    const opened = peer.calls.find(({ method }) => method === 'views.open')?.body['view'] ?? '{}';
    peer.repeatsToAll = true;
    const filled = { 'what#1': 'It is from 2019.', 'right#1': null, 'source#1': null };
    expect(await answersTo(peer.submit(JSON.parse(opened) as OpenedView, filled))).toHaveLength(1);
    expect(await first.service.community.reports.of('slack:T1', 'open')).toHaveLength(1);

    peer.deliver('events_api', message('prompts propose Chart the pay. track:sre'));
    await expect.poll(() => first.service.community.proposals.of('slack:T1')).toHaveLength(1);
    await sleep(80);
    expect(await first.service.community.proposals.of('slack:T1')).toHaveLength(1);
    const said = peer.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(said).toHaveLength(1);
  });
});

function message(text: string): object {
  const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text, ts: '17.1' };
  return { type: 'event_callback', team_id: 'T1', event_id: 'Ev17', event };
}

test('two processes over HTTP act once on what Slack sends again to the other one', async () => {
  const peer = await newPeer();
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = peer.variables;
  const variables = { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_SIGNING_SECRET: 's' };
  const first = await replica(variables);
  const second = await replica(variables, first.file);
  for (let at = 0; at < 9; at += 1) peer.script('conversations.info', INSIDE);
  const { url, exchange } = peer.exchange();
  const body = new URLSearchParams({ ...commandOf(ADD), response_url: url, trigger_id: 't1' }).toString();
  const hosts = await Promise.all([first, second].map(({ adapter }) => hostOf(adapter, silentLog)));
  closers.push(async () => void (await Promise.all(hosts.map((host) => host.close()))));
  for (const at of [0, 1, 2, 3]) {
    const { port } = hosts[at % 2] ?? {};
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', 's').update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...(at === 0 ? {} : { 'x-slack-retry-num': String(at), 'x-slack-retry-reason': 'http_timeout' }),
    };
    const sent = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });
    expect(sent.status).toBe(200);
  }
  expect(await answersTo(exchange)).toEqual([expect.stringContaining('is on')]);
  expect(await first.service.community.schedules.list('slack:T1')).toHaveLength(1);
});
