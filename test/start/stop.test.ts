import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestContext } from 'vitest';
import { describe, expect, test } from 'vitest';
import { command } from '../adapters/discord/deeds.ts';
import type { Peer } from '../adapters/discord/peer.ts';
import { APPLICATION, CHANNEL, GUILD, startPeer, USER } from '../adapters/discord/peer.ts';
import { commandOf, openPeer } from '../adapters/slack/peer.ts';
import { emptyDatabase } from '../store/stores.ts';
import type { Started } from './started.ts';
import { inTime, started } from './started.ts';

type Finish = TestContext['onTestFinished'];
type Slack = Awaited<ReturnType<typeof openPeer>>;

/** Asks once: 'answered' in the end, 'closed' where the listener is, and 'lost' where it was heard and got no answer. */
type Ask = () => Promise<'answered' | 'closed' | 'lost'>;

/** How long a question may take to be answered before it is lost. */
const PATIENCE = 15_000;
const EVERY_MS = 10;
const SECRET = 'a-signing-secret';

/** Asks again and again until nobody listens any more, or until told; gives what became of all of it. */
function load(ask: Ask) {
  const state = { isOver: false };
  const asked: ReturnType<Ask>[] = [];
  const ended = (async () => {
    while (!state.isOver) {
      const outcome = ask();
      asked.push(outcome);
      outcome.then((what) => (state.isOver ||= what === 'closed')).catch(() => undefined);
      await sleep(EVERY_MS);
    }
    return Object.groupBy(await Promise.all(asked), (outcome) => outcome);
  })();
  return { ended, count: () => asked.length, stop: () => (state.isOver = true) };
}

const codeOf = (failed: unknown) => (failed as { cause?: { code?: string } }).cause?.code;

/**
 * What became of a request that broke: the listener is closed where a connection is refused, also where this one was
 * being taken in as it closed; anything else is lost.
 */
async function brokenBy(error: unknown, port: string): ReturnType<Ask> {
  if (codeOf(error) === 'ECONNREFUSED') return 'closed';
  if (codeOf(error) !== 'ECONNRESET') return 'lost';
  const again = await fetch(`http://127.0.0.1:${port}/healthz`).catch(codeOf);
  return again === 'ECONNREFUSED' ? 'closed' : 'lost';
}

async function answeredIn(answer: Promise<unknown>): Promise<'answered' | 'lost'> {
  const late = sleep(PATIENCE, 'lost' as const, { ref: false });
  return Promise.race([answer.then(() => 'answered' as const), late]);
}

let interactions = 0;

/** Somebody else each time: one alone would be asked to slow down. */
const memberOf = (number: number) => ({
  user: { id: String(BigInt(USER) + BigInt(number)) },
  roles: [],
  permissions: '0',
});

const userOf = () => `U${(interactions += 1)}`;

/** One interaction over the gateway. */
function viaGateway(peer: Peer): ReturnType<Ask> {
  interactions += 1;
  const asked = { ...command('role', { role: 'sre' }), member: memberOf(interactions) };
  return answeredIn(peer.interact(asked).answered);
}

/** One interaction over HTTP, as Discord posts it. */
function discordOverHttp(peer: Peer, port: string): Ask {
  return async () => {
    interactions += 1;
    const packet = {
      id: String(920_000_000_000_000_000n + BigInt(interactions)),
      token: `token-${interactions}`,
      application_id: APPLICATION,
      guild_id: GUILD,
      channel_id: CHANNEL,
      authorizing_integration_owners: { 0: GUILD },
      member: memberOf(interactions),
      ...command('role', { role: 'sre' }),
    };
    const address = `http://127.0.0.1:${port}/discord/interactions`;
    try {
      const response = await peer.post(JSON.stringify(packet), undefined, address);
      return JSON.stringify(await response.json()).includes('Site Reliability') ? 'answered' : 'lost';
    } catch (error) {
      return brokenBy(error, port);
    }
  };
}

/** One command over HTTP, as Slack posts it: acknowledged, then answered at its own address. */
function slackOverHttp(peer: Slack, port: string): Ask {
  return async () => {
    const { url, exchange } = peer.exchange();
    const fields = {
      ...commandOf('/role sre'),
      user_id: userOf(),
      response_url: url,
      trigger_id: `t ${url}`,
    };
    const body = new URLSearchParams(fields).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    try {
      const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        body,
        headers,
      });
      return response.status === 200 ? await answeredIn(exchange.answered) : 'lost';
    } catch (error) {
      return brokenBy(error, port);
    }
  };
}

/** One command by Socket Mode. What nobody acknowledged when the connection ended is Slack's to give to another one. */
async function viaSocketMode(slack: Slack): ReturnType<Ask> {
  const { acked, answered } = slack.command('/role sre', { user_id: userOf() });
  const ended = (async () => {
    while (slack.isConnected) await sleep(EVERY_MS);
  })();
  const wasHeard = await Promise.race([acked.then(() => true), ended.then(() => false)]);
  return wasHeard ? answeredIn(answered) : 'closed';
}

/** Waits until there was some load, ends the process, and gives its exit code and how long that took. */
async function terminate(bot: Started, loads: readonly ReturnType<typeof load>[]) {
  while (loads.some(({ count }) => count() < 30)) await sleep(EVERY_MS);
  const before = loads.map(({ count }) => count());
  const begun = performance.now();
  bot.kill('SIGTERM');
  const code = await inTime(bot.ended, 'the end', () => bot.told());
  for (const each of loads) each.stop();
  const outcomes = await Promise.all(loads.map(({ ended }) => ended));
  return { code, took: performance.now() - begun, outcomes, before };
}

async function openBoth(onTestFinished: Finish, overHttp: boolean): Promise<[Peer, Slack]> {
  const discord = await startPeer({ overHttp, judges: false, deadline: PATIENCE });
  const slack = await openPeer();
  onTestFinished(async () => {
    await discord.stop();
    await slack.close();
  });
  return [discord, slack];
}

describe('a process that is told to stop under load loses no answer', () => {
  test.concurrent('over HTTP, in both places on one port', async ({ onTestFinished }) => {
    const [discord, slack] = await openBoth(onTestFinished, true);
    const { SLACK_BOT_TOKEN, SLACK_API_URL } = slack.variables;
    const http = { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_SIGNING_SECRET: SECRET, PORT: '0' };
    const env = { ...discord.variables, ...http, ROLECALL_DRAIN_SECONDS: '2' };
    const bot = started({ env }, onTestFinished);
    await bot.tells('\nready\nready');
    const [, port = ''] = /listens for HTTP on port (\d+)/.exec(bot.told()) ?? [];
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([200, 'ready\nconnected: discord, slack\n']);
    const loads = [load(discordOverHttp(discord, port)), load(slackOverHttp(slack, port))];
    const ending = terminate(bot, loads);
    await bot.tells('stopping');
    const probes = ['readyz', 'healthz'].map((path) => fetch(`http://127.0.0.1:${port}/${path}`));
    const [stopping, alive] = await Promise.all(probes);
    expect([stopping?.status, await stopping?.text()]).toEqual([503, 'stopping\nit was told to stop\n']);
    expect(alive?.status).toBe(200);
    const { code, took, outcomes, before } = await ending;
    expect([code, outcomes.map(({ lost = [] }) => lost.length)]).toEqual([0, [0, 0]]);
    // Some were asked after the signal, and none of them was lost either.
    for (const [at, { answered = [] }] of outcomes.entries())
      expect(answered.length).toBeGreaterThan((before[at] ?? 0) + 3);
    expect(took).toBeLessThan(10_000);
  });

  test.concurrent('over the gateway and by Socket Mode', async ({ onTestFinished }) => {
    const [discord, slack] = await openBoth(onTestFinished, false);
    const env = { ...discord.variables, ...slack.variables, PORT: '0', ROLECALL_DRAIN_SECONDS: '0.5' };
    const bot = started({ env }, onTestFinished);
    await bot.tells('\nready\nready');
    const askGateway: Ask = async () => (discord.sessions === 0 ? 'closed' : viaGateway(discord));
    const askSocket: Ask = async () => (slack.isConnected ? viaSocketMode(slack) : 'closed');
    const { code, took, outcomes } = await terminate(bot, [load(askGateway), load(askSocket)]);
    expect([code, outcomes.map(({ lost = [] }) => lost.length)]).toEqual([0, [0, 0]]);
    expect(took).toBeLessThan(10_000);
  });

  test.concurrent('of the gateway, which another one takes over meanwhile', async ({ onTestFinished }) => {
    const [discord] = await openBoth(onTestFinished, false);
    const env = { ...discord.variables, DATABASE_URL: await emptyDatabase(), PORT: '0' };
    const first = started({ env }, onTestFinished);
    await first.tells('\nready');
    const second = started({ env }, onTestFinished);
    await second.tells("stands by: Discord's gateway is held by");
    await second.tells('\nready');
    const [, port = ''] = /listens for HTTP on port (\d+)/.exec(second.told()) ?? [];
    const standing = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([standing.status, await standing.text()]).toEqual([
      200,
      'standing by\nanother process holds: discord\n',
    ]);
    // Also while nobody holds it: then a question finds nobody, and is lost.
    const asking = load(() => viaGateway(discord));
    while (asking.count() < 30) await sleep(EVERY_MS);
    first.kill('SIGTERM');
    expect(await inTime(first.ended, 'the end', () => first.told())).toBe(0);
    await second.tells("holds Discord's gateway");
    asking.stop();
    const { lost = [], answered = [] } = await asking.ended;
    expect([lost.length, answered.length > 100]).toEqual([0, true]);
  });
});

test('a second signal ends it at once', async ({ onTestFinished }) => {
  const [discord] = await openBoth(onTestFinished, true);
  const env = { ...discord.variables, PORT: '0', ROLECALL_DRAIN_SECONDS: '5' };
  const bot = started({ env }, onTestFinished);
  await bot.tells('\nready');
  bot.kill('SIGTERM');
  await bot.tells('stopping');
  const begun = performance.now();
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(1);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
