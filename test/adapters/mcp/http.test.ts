import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { answersAnywhere } from '../../../src/command.ts';
import { argumentsFor } from '../../api/arguments.ts';
import { talk } from '../../commands/talk.ts';
import { SEED } from '../../sample.ts';
import { isGoodResult } from './client.ts';
import type { OpenMcp } from './driver.ts';
import { openMcp, TOKEN } from './driver.ts';

let open: OpenMcp;
let tools: readonly Tool[];
let now = 0;

beforeAll(async () => {
  open = await openMcp((await talk()).bot, () => now);
  ({ tools } = await open.assistant.client.listTools());
});
afterAll(() => open.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(open.url, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
  });

test('an assistant finds the same tools as on standard input, and gets the same answers', async () => {
  expect(tools.map(({ name }) => name)).toEqual(commands.filter(answersAnywhere).map(({ name }) => name));
  const record = await open.assistant.record('compare', {
    first: 'sre',
    second: 'devops engineer',
    lang: 'de',
  });
  expect(record.text).toBe(await (await talk()).say('/compare sre vs devops engineer', 'de'));
  expect(record.sources.length).toBeGreaterThan(0);
});

test('every tool answers whatever its schema allows, and holds to its own', async () => {
  const wrong: unknown[] = [];
  for (const { name, inputSchema } of tools)
    for (const given of fc.sample(argumentsFor(inputSchema as object), { numRuns: 6, seed: SEED })) {
      now += 1000;
      if (!isGoodResult(await open.assistant.call(name, given))) wrong.push({ name, given, SEED });
    }
  expect(wrong).toEqual([]);
});

test('several assistants at once each get their own answer', async () => {
  now += 60_000;
  const roles = ['sre', 'data-engineer', 'ux-designer', 'ml-engineer'];
  const records = await Promise.all(roles.map((role) => open.assistant.record('role', { role })));
  expect(records.map(({ readAs }) => readAs)).toEqual([
    '/role site-reliability-engineer',
    '/role data-engineer',
    '/role ux-designer',
    '/role ml-engineer',
  ]);
});

test('without the token there is nothing', async () => {
  const hello = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
  for (const authorization of ['', 'Bearer wrong', 'Basic x'])
    expect((await post(hello, { authorization })).status).toBe(401);
});

test.each([
  ['a list of messages', '[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]', 400],
  ['no JSON', 'hello', 400],
  ['no message', '{"a":1}', 400],
  ['a body that is too large', `{"a":"${'x'.repeat(200_000)}"}`, 413],
])('%s is refused', async (_, body, status) => {
  expect((await post(body)).status).toBe(status);
});

test('there is no stream to listen to, and that is said in the way of the protocol', async () => {
  for (const method of ['GET', 'DELETE']) {
    const response = await fetch(open.url, { method, headers: { authorization: `Bearer ${TOKEN}` } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  }
});

test('a script has to wait, and is told how long', async () => {
  const statuses: number[] = [];
  for (let each = 0; each < 130; each += 1)
    statuses.push((await post('{"jsonrpc":"2.0","id":1,"method":"ping"}')).status);
  expect(statuses).toContain(200);
  expect(statuses.at(-1)).toBe(429);
  now += 60_000;
  expect((await post('{"jsonrpc":"2.0","id":1,"method":"ping"}')).status).toBe(200);
});
