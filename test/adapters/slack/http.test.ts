import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../adapters/slack/index.ts';
import type { Adapter } from '../../../src/adapter.ts';
import type { HttpHost } from '../../../src/http/host.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import { hostOf } from '../host-of.ts';
import { NO_OBJECTS, STRANGE_OBJECTS } from '../hostile.ts';
import { smallBot } from './commands.ts';
import { actionFor } from './driver.ts';
import { faultsOf } from './judge.ts';
import type { Exchange, Peer } from './peer.ts';
import { commandOf, openPeer, pressOf } from './peer.ts';

const SECRET = 'a-signing-secret';

let peer: Peer;
let adapter: Adapter;
let host: HttpHost;
let address: string;
let warned: [object, string][];
const log: Log = { ...silentLog, warn: (...line) => void warned.push(line) };

beforeEach(async () => {
  warned = [];
  peer = await openPeer();
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = peer.variables;
  const variables = { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_SIGNING_SECRET: SECRET };
  adapter = await connect({ bot: smallBot(), variables, log });
  host = await hostOf(adapter, log);
  address = `http://127.0.0.1:${host.port}/slack/events`;
});
afterEach(async () => {
  await adapter.stop();
  await host.close();
  await peer.close();
});

interface Signed {
  readonly secret?: string;
  /** Seconds before now at which the request says it was made. */
  readonly age?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts as Slack does. */
async function post(
  body: string,
  { secret = SECRET, age = 0, headers = {} }: Signed = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(address, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
  });
}

function command(line: string): { body: string; exchange: Exchange } {
  const { url, exchange } = peer.exchange();
  const body = { ...commandOf(line), response_url: url, trigger_id: `trigger of ${url}` };
  return { body: new URLSearchParams(body).toString(), exchange };
}

const JSON_TYPE = { headers: { 'content-type': 'application/json' } };
const payloadOf = (json: string) => new URLSearchParams({ payload: json }).toString();

/** A question after all that is answered as ever. */
async function isUp(): Promise<void> {
  const { body, exchange } = command('/role data');
  expect((await post(body)).status).toBe(200);
  expect((await exchange.answered).body.text).toContain('Role data');
}

describe('a body that is signed and no object', () => {
  test.each(NO_OBJECTS)('is refused, as JSON and as the payload of a form: %s', async (_, json) => {
    expect((await post(json, JSON_TYPE)).status).toBe(400);
    expect((await post(payloadOf(json))).status).toBe(400);
    await isUp();
  });

  test.each([
    ['a form that says it is JSON', 'command=%2Frole&text=data', JSON_TYPE],
    ['JSON that says it is a form', '{"type":"block_actions"}', {}],
    ['a form with two payloads', 'payload=%7B%7D&payload=%7B%7D', {}],
    ['a form with broken letters', 'command%=%zz&&&=&%', {}],
    ['a form in many parts', '--x\r\n', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ])('nor is %s taken', async (_, body, signed) => {
    expect((await post(body, signed)).status).toBe(400);
    await isUp();
  });
});

test('objects that Slack does not send are survived', async () => {
  for (const json of STRANGE_OBJECTS) {
    expect([200, 400]).toContain((await post(json, JSON_TYPE)).status);
    expect([200, 400]).toContain((await post(payloadOf(json))).status);
  }
  await isUp();
});

test.each([
  ['says that it is large', { 'content-length': '1000001' }, ''],
  ['is large, and does not say so', { 'transfer-encoding': 'chunked' }, 'x'.repeat(1_000_001)],
])('a body that %s is not read', async (_, headers, body) => {
  const asked = request(address, { method: 'POST', headers });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  if (body === '') asked.flushHeaders();
  else asked.write(body);
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  asked.destroy();
  await isUp();
});

test('Slack may ask whether the address is there', async () => {
  const asked = await post('{"type":"url_verification","challenge":"c1"}', JSON_TYPE);
  expect(await asked.json()).toEqual({ challenge: 'c1' });
  expect((await post('ssl_check=1&payload=null', { secret: 'none' })).status).toBe(200);
});

test('three hundred forged requests are one line at once, and one that says how many there were', async () => {
  const forged = Array.from({ length: 300 }, () => post('{}', { secret: 'another secret' }));
  expect(new Set((await Promise.all(forged)).map(({ status }) => status))).toEqual(new Set([401]));
  expect(warned.map(([details]) => details)).toEqual([{ path: '/slack/events', status: 401 }]);
  await host.close();
  expect(warned[1]?.[0]).toEqual({ path: '/slack/events', refused: 299, byStatus: { 401: 299 } });
});

describe('over HTTP', () => {
  test('a command with a good signature is acknowledged and answered', async () => {
    const { body, exchange } = command('/role data');
    const response = await post(body);
    expect([response.status, await response.text()]).toEqual([200, '']);
    const answer = await exchange.answered;
    expect(answer.body.text).toBe('Role data\nYou asked for everything.');
    expect(faultsOf(answer.body)).toEqual([]);
  });

  test('is acknowledged before Slack has said what the asker reads', async () => {
    peer.script('users.info', { delay: 2000 });
    const { body, exchange } = command('/role data');
    const begun = performance.now();
    const acked = post(body).then(() => performance.now() - begun);
    await exchange.answered;
    expect(await acked).toBeLessThan(performance.now() - begun - 250);
  });

  test('so is a pressed button', async () => {
    const first = command('/role data');
    await post(first.body);
    const { url, exchange } = peer.exchange();
    const press = pressOf(actionFor((await first.exchange.answered).body, 'Pay'));
    const payload = JSON.stringify({ ...press, response_url: url, trigger_id: 't' });
    expect((await post(new URLSearchParams({ payload }).toString())).status).toBe(200);
    expect((await exchange.answered).body).toMatchObject({ replace_original: true });
  });

  test.each([
    ['a bad signature', { secret: 'another secret' }],
    ['one that is ten minutes old', { age: 600 }],
    ['one that is ten minutes ahead', { age: -600 }],
    ['one of no time', { headers: { 'x-slack-request-timestamp': 'soon' } }],
    ['one without a signature', { headers: { 'x-slack-signature': '' } }],
  ])('%s is refused', async (_, signed) => {
    const { body, exchange } = command('/role data');
    expect((await post(body, signed)).status).toBe(401);
    expect(exchange.answers).toEqual([]);
  });

  test('what Slack sends again is answered once', async () => {
    const { body, exchange } = command('/role data');
    await post(body);
    await exchange.answered;
    const again = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } };
    expect((await post(body, again)).status).toBe(200);
    const next = command('/role other');
    await post(next.body);
    await next.exchange.answered;
    expect(exchange.answers).toHaveLength(1);
  });

  test('a place that stops waits for what it answers', async () => {
    peer.script('users.info', { delay: 300 });
    const { body, exchange } = command('/role data');
    expect((await post(body)).status).toBe(200);
    expect(exchange.answers).toHaveLength(0);
    await adapter.stop();
    expect(exchange.answers).toHaveLength(1);
  });

  test('it says where it is heard, and a place that stopped asks Slack to come again', async () => {
    expect(adapter.health()).toEqual({ live: true, detail: 'heard at /slack/events' });
    await adapter.stop();
    const answer = await post('{}', JSON_TYPE);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });
});
