import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clientOptions, createApp } from '../../../adapters/slack/app.ts';
import { connect } from '../../../adapters/slack/index.ts';
import { SetupProblem } from '../../../src/adapter.ts';
import type { Log } from '../../../src/log.ts';
import { createInFlight } from '../../../src/in-flight.ts';
import { smallBot } from './commands.ts';
import type { House } from './driver.ts';
import { actionFor, openHouse, outcome, QUICK } from './driver.ts';
import type { Body } from './judge.ts';
import { faultsOf } from './judge.ts';
import type { Peer } from './peer.ts';
import { commandOf, openPeer, TOKENS } from './peer.ts';
import { read } from './reader.ts';

/** Everything that was logged while these tests ran. */
const written: string[] = [];
/** The lines since the last `forget`, which start here. */
let since = 0;

function forget(): void {
  since = written.length;
}

function logged(): string {
  return written.slice(since).join('\n');
}

const log: Log = {
  debug: (details, message) => written.push(JSON.stringify([details, message])),
  info: (details, message) => written.push(JSON.stringify([details, message])),
  warn: (details, message) => written.push(JSON.stringify([details, message])),
  error: (details, message) => written.push(JSON.stringify([details, message])),
};

const waitFor = (check: () => unknown) => vi.waitFor(check, { timeout: 8000, interval: 20 });

/** A message posted through the Web API, with its blocks read. */
function posted(peer: Peer, method: string): Body[] {
  return peer.calls
    .filter((call) => call.method === method)
    .map(({ body }) => ({
      ...body,
      blocks: JSON.parse(body.blocks ?? '[]') as NonNullable<Body['blocks']>,
      ...Object.fromEntries(
        ['link_names', 'unfurl_links', 'unfurl_media'].map((key) => [key, body[key] === 'true']),
      ),
    }));
}

describe('when an answer cannot be sent at once', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse(smallBot(), log);
  });
  afterEach(() => house.stop());

  test('a 500 is tried again', async () => {
    house.peer.script('response', { status: 500 });
    const shown = await outcome(house.peer.command('/role my own words'));
    expect(shown).toMatchObject({ answers: 1, faults: [], acknowledgedFirst: true });
  });

  test('a 429 is waited for as long as it says', async () => {
    house.peer.script('response', { status: 429, headers: { 'retry-after': '0.4' } });
    const exchange = house.peer.command('/role my own words');
    const acked = await exchange.acked;
    const { at } = await exchange.answered;
    expect(at - acked).toBeGreaterThan(380);
    expect(house.peer.calls.map((call) => call.method)).not.toContain('chat.postEphemeral');
  });

  test('a used-up response_url is given up for a message of our own, for the asker alone', async () => {
    house.peer.script('response', { status: 404, body: { ok: false, error: 'used_url' } });
    house.peer.command('/role my own words');
    await waitFor(() => expect(posted(house.peer, 'chat.postEphemeral')).toHaveLength(1));
    const [body] = posted(house.peer, 'chat.postEphemeral');
    expect(body).toMatchObject({
      channel: 'C1',
      user: 'U1',
      text: 'Role my own words\nYou asked for everything.',
    });
    expect(faultsOf(body ?? {})).toEqual([]);
  });

  test('without a response_url the Web API is used', async () => {
    house.peer.command('/role data', { response_url: undefined });
    await waitFor(() => expect(posted(house.peer, 'chat.postEphemeral')).toHaveLength(1));
  });

  test('a share that finds no response_url is posted to the channel', async () => {
    const { body } = await outcome(house.peer.command('/role data'));
    house.peer.script('response', { status: 404 });
    house.peer.act(actionFor(body, 'Show to channel'));
    await waitFor(() => expect(posted(house.peer, 'chat.postMessage')).toHaveLength(1));
    const [shown] = posted(house.peer, 'chat.postMessage');
    expect(read(shown ?? {}).labels).not.toContain('Show to channel');
  });

  test('when nothing takes it, that is logged and the next question is answered', async () => {
    forget();
    house.peer.script('response', { status: 404 });
    house.peer.script('chat.postEphemeral', { body: { ok: false, error: 'channel_not_found' } });
    house.peer.command('/role my own words');
    await waitFor(() => expect(logged()).toContain('an answer could not be sent'));
    expect(logged()).toContain('channel_not_found');
    expect((await outcome(house.peer.command('/role data'))).answers).toBe(1);
  });

  test('an answer that Slack will never take is told as our fault, with the number that is in the log', async () => {
    forget();
    house.peer.script('response', { status: 404 });
    house.peer.script('chat.postEphemeral', { body: { ok: false, error: 'msg_blocks_too_long' } });
    const { texts } = await outcome(house.peer.command('/role my own words'));
    expect(texts[0]).toBe('Something went wrong on my side');
    const [number = 'none'] = /[0-9a-f]{8}/.exec(texts.join('\n')) ?? [];
    expect(logged()).toContain(number);
  });

  test('fifty questions at once all get their own answer', async () => {
    const asked = Array.from({ length: 50 }, (_, at) => house.peer.command(`/role number ${at}`));
    const answers = await Promise.all(asked.map((exchange) => exchange.answered));
    expect(answers.map(({ body }) => read(body).texts[0])).toEqual(asked.map((_, at) => `Role number ${at}`));
  });
});

describe('when the connection goes', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse(smallBot(), log);
  });
  afterEach(() => house.stop());

  async function comesBack(): Promise<void> {
    await waitFor(() => expect(house.adapter.health().live).toBe(true));
    expect(house.peer.connections).toBe(2);
    expect((await outcome(house.peer.command('/role data'))).faults).toEqual([]);
  }

  test('Slack says that it will: we come back at once', async () => {
    house.peer.say(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
    await waitFor(() => expect(house.peer.connections).toBe(2));
    await comesBack();
  });

  test('it is cut: health says so, and we come back', async () => {
    house.peer.cut();
    await waitFor(() => expect(house.adapter.health()).toMatchObject({ live: false }));
    await comesBack();
  });

  test('Slack is down for a while: we keep trying', async () => {
    house.peer.script('apps.connections.open', { status: 500 }, { status: 500 }, { status: 500 });
    house.peer.cut();
    await waitFor(() => expect(house.adapter.health()).toMatchObject({ live: false }));
    await comesBack();
  });

  test('the token was withdrawn meanwhile: we stop trying and say what to do', async () => {
    forget();
    house.peer.script('apps.connections.open', { body: { ok: false, error: 'token_revoked' } });
    house.peer.cut();
    await waitFor(() => expect(house.adapter.health().detail).toContain('SLACK_APP_TOKEN (token_revoked)'));
    expect(logged()).toContain('https://api.slack.com/apps');
  });
});

describe('when it cannot start', () => {
  let peer: Peer;
  beforeEach(async () => {
    peer = await openPeer();
  });
  afterEach(() => peer.close());

  const start = () => connect({ bot: smallBot(), variables: peer.variables, log }, QUICK);

  test.each([
    ['auth.test', 'invalid_auth', 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['auth.test', 'account_inactive', 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['apps.connections.open', 'not_allowed_token_type', 'SLACK_APP_TOKEN', 'App-Level Tokens'],
  ])('%s says %s: one sentence names %s and the page', async (method, error, variable, page) => {
    peer.script(method, { body: { ok: false, error } });
    const problem = await start().catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(SetupProblem);
    expect(String(problem)).toMatch(
      new RegExp(`${variable} \\(${error}\\): .*https://api.slack.com/apps.*${page}`),
    );
  });

  test('an outage is waited out', async () => {
    peer.script('auth.test', { status: 503 }, { status: 503 }, { status: 503 });
    const adapter = await start();
    expect(adapter.health()).toEqual({ live: false, detail: 'Slack cannot be reached; trying again' });
    await waitFor(() => expect(adapter.health().live).toBe(true));
    await adapter.stop();
  });

  test('without the variables it says which', async () => {
    await expect(connect({ bot: smallBot(), variables: {}, log }, QUICK)).rejects.toThrow(/SLACK_BOT_TOKEN/);
  });
});

function refuseAck(): Promise<void> {
  return Promise.reject(new Error(`closed, said ${TOKENS.app}`));
}

test('an acknowledgement that does not get through is logged, and the question is answered', async () => {
  forget();
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const peer = await openPeer();
  const options = clientOptions(peer.variables.SLACK_API_URL);
  const app = createApp({
    access: { token: TOKENS.bot },
    receiver,
    options,
    inFlight: createInFlight(),
    log,
  });
  let heard = 0;
  app.command('/role', async () => {
    heard += 1;
  });
  await app.init();
  await app.processEvent({ body: commandOf('/role data'), ack: refuseAck });
  expect(heard).toBe(1);
  expect(logged()).toContain('an acknowledgement did not get through');
  await peer.close();
});

test("all this while, no token and nobody's words were written down", () => {
  since = 0;
  expect(written.length).toBeGreaterThan(10);
  expect(logged()).not.toContain(TOKENS.bot);
  expect(logged()).not.toContain(TOKENS.app);
  expect(logged()).not.toContain('my own words');
});
