import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HttpHost } from '../../src/http/host.ts';
import { createHost } from '../../src/http/host.ts';
import type { Route } from '../../src/http/route.ts';
import { jsonAnswer } from '../../src/http/route.ts';
import { silentLog } from '../../src/log.ts';

let host: HttpHost;
let told: [object, string][];
let later: PromiseWithResolvers<void>;
const note = (...line: [object, string]) => void told.push(line);
const log = { ...silentLog, warn: note, error: note };

/** Routes of two places, and of a door behind a token. */
const ROUTES: readonly Route[] = [
  { methods: ['POST'], path: '/one', hear: ({ body }) => jsonAnswer({ heard: body }) },
  { methods: ['POST'], path: '/two', largest: 10, hear: () => ({ status: 202 }) },
  { methods: ['GET'], path: '/later', hear: () => later.promise.then(() => ({ status: 200, body: 'late' })) },
  { methods: ['GET'], path: '/fails', hear: () => Promise.reject(new Error('the cause')) },
  {
    methods: ['GET', 'POST'],
    path: '/api/*',
    token: 'a-secret',
    handle: async (asked) => Response.json({ at: new URL(asked.url).pathname, body: await asked.text() }),
  },
  {
    methods: ['GET'],
    path: '/api/broken',
    handle: () => Promise.reject(new Error('the cause')),
  },
];

beforeEach(async () => {
  told = [];
  later = Promise.withResolvers();
  const timing = {
    headersMs: 80,
    requestMs: 120,
    idleMs: 5000,
    lookMs: 20,
    acceptMs: 100,
    lingerMs: 10,
    closeMs: 2000,
  };
  host = createHost({ port: '0', log, timing });
  host.mount(ROUTES);
  await host.open();
});
afterEach(() => host.close());

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${host.port}${path}`, init);
const post = (path: string, body: string) => ask(path, { method: 'POST', body });

describe('one host for all', () => {
  test('each place is asked at its own address, on one port', async () => {
    const first = await post('/one?x=1', 'hello');
    expect([first.status, await first.json()]).toEqual([200, { heard: 'hello' }]);
    expect((await post('/two', 'hello')).status).toBe(202);
  });

  test('a route may be written in the types of Fetch, and stand for all below its address', async () => {
    const headers = { authorization: 'Bearer a-secret' };
    const answer = await ask('/api/v1/role', { method: 'POST', body: '{}', headers });
    expect(await answer.json()).toEqual({ at: '/api/v1/role', body: '{}' });
    expect((await ask('/api', { headers })).status).toBe(200);
    expect((await ask('/apis', { headers })).status).toBe(404);
  });

  test('two cannot answer at one address, and one that is gone is gone', async () => {
    const [one] = ROUTES;
    expect(() => host.mount(ROUTES.slice(0, 1))).toThrow('Two answer at /one');
    host.unmount(one === undefined ? [] : [one]);
    expect((await post('/one', '')).status).toBe(404);
  });

  test('a port that is taken says which variable to change', async () => {
    const other = createHost({ port: String(host.port), log });
    await expect(other.open()).rejects.toThrow(`I can't listen on PORT ${host.port}`);
  });

  test('nothing tells what it is made of', async () => {
    const names = [...(await post('/one', '')).headers.keys()].sort();
    expect(names).toEqual(['connection', 'content-length', 'content-type', 'date', 'keep-alive']);
  });
});

describe('what is refused', () => {
  test('another address, and another method', async () => {
    expect((await ask('/none')).status).toBe(404);
    const answer = await ask('/one');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a body that is too large, by what the route says', async () => {
    expect((await post('/two', 'x'.repeat(11))).status).toBe(413);
    expect((await post('/one', 'x'.repeat(1_000_001))).status).toBe(413);
  });

  test.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer another' }],
    ['the token in another way', { authorization: 'Basic a-secret' }],
    ['an empty one', { authorization: 'Bearer ' }],
  ])('%s', async (_, headers) => {
    const answer = await ask('/api/v1', { headers });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test.each(['/fails', '/api/broken'])(
    'a fault at %s is 500, and the cause is in the log alone',
    async (path) => {
      const answer = await ask(path, { headers: { authorization: 'Bearer a-secret' } });
      expect([answer.status, await answer.text()]).toEqual([500, '']);
      expect(JSON.stringify(told)).toContain('the cause');
    },
  );

  test('refusals are counted by address, and all addresses that are none are one', async () => {
    for (const path of ['/a', '/b', '/c']) await ask(path);
    await ask('/one');
    await host.close();
    expect(told.map(([details]) => details)).toEqual([
      { path: 'no address', status: 404 },
      { path: '/one', status: 405 },
      { path: 'no address', refused: 2, byStatus: { 404: 2 } },
    ]);
  });
});

/** What comes back for these letters, sent as they are; the connection is ended by the host. */
async function raw(...parts: readonly string[]): Promise<string> {
  const socket = connect(host.port ?? 0, '127.0.0.1');
  let answered = '';
  socket.on('data', (chunk) => (answered += String(chunk)));
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return answered;
}

describe('who is slow, or speaks another language', () => {
  test('headers that do not end', async () => {
    expect(await raw('POST /one HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1.1 408 /);
  });

  test('a body that does not come', async () => {
    const head = 'POST /one HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n';
    expect(await raw(head, 'x')).toMatch(/^HTTP\/1.1 408 /);
    expect((await post('/one', 'x')).status).toBe(200);
  });

  test('no HTTP', async () => {
    expect(await raw('EHLO mail\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(told[0]?.[0]).toEqual({ path: 'no request', status: 400 });
  });

  test('headers without end', async () => {
    expect(await raw(`GET /one HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
  });
});

describe('the end', () => {
  test('what is being answered is answered, and nothing more is accepted', async () => {
    const answer = ask('/later');
    await sleep(20);
    const { port } = host;
    const closed = host.close();
    const again = () => fetch(`http://127.0.0.1:${port}/one`).catch(() => 'refused');
    await expect.poll(again, { interval: 5 }).toBe('refused');
    later.resolve();
    expect(await (await answer).text()).toBe('late');
    await closed;
    expect(host.port).toBeUndefined();
  });

  test('while it drains, each answer ends its connection, so that none is sent into a closing one', async () => {
    expect((await post('/one', '')).headers.get('connection')).toBe('keep-alive');
    host.drain();
    const answer = await post('/one', 'still');
    expect([answer.headers.get('connection'), await answer.json()]).toEqual(['close', { heard: 'still' }]);
  });

  test('whoever never reads an answer does not keep it open', async () => {
    const quick = createHost({
      port: '0',
      log,
      timing: {
        headersMs: 5000,
        requestMs: 5000,
        idleMs: 5000,
        lookMs: 1000,
        acceptMs: 100,
        lingerMs: 10,
        closeMs: 50,
      },
    });
    quick.mount(ROUTES);
    await quick.open();
    const asked = request(`http://127.0.0.1:${quick.port}/later`).end();
    asked.on('error', () => undefined);
    await sleep(20);
    await quick.close();
    expect(quick.port).toBeUndefined();
  });

  test('whoever comes on and on does not keep it open', async () => {
    const slow: Route = { methods: ['GET'], path: '/slow', hear: () => spin(4) };
    host.mount([slow]);
    const over = new AbortController();
    const come = async () => {
      while (!over.signal.aborted) {
        await ask('/slow', { headers: { connection: 'close' } }).catch(() => sleep(1));
      }
    };
    const coming = Array.from({ length: 30 }, come);
    await sleep(100);
    const begun = performance.now();
    await host.close();
    const took = performance.now() - begun;
    over.abort();
    await Promise.all(coming);
    expect(took).toBeLessThan(2_500);
  });
});

/** An answer that keeps the event loop busy for some milliseconds. */
function spin(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end);
  return { status: 200 };
}
