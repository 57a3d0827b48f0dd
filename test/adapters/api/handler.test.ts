import { Ajv } from 'ajv';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHandler } from '../../../adapters/api/handler.ts';
import { commands } from '../../../commands/index.ts';
import { answersAnywhere } from '../../../src/command.ts';
import { createCooldown } from '../../../src/api/cooldown.ts';
import type { Handler } from '../../../src/api/guard.ts';
import { guarded } from '../../../src/api/guard.ts';
import type { AnswerRecord } from '../../../src/api/record.ts';
import { ANSWER_SCHEMA } from '../../../src/api/record.ts';
import { silentLog } from '../../../src/log.ts';
import { argumentsFor, type Input } from '../../api/arguments.ts';
import { talk } from '../../commands/talk.ts';
import { SEED } from '../../sample.ts';

const HOST = 'http://127.0.0.1';
const fits = new Ajv({ strict: false }).compile(ANSWER_SCHEMA);

let handler: Handler;
beforeAll(async () => {
  const { bot } = await talk();
  handler = createHandler({ bot, log: silentLog });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  handler(new Request(`${HOST}/api/v1${path}`, { headers }));
const post = (path: string, body: string) =>
  handler(new Request(`${HOST}/api/v1${path}`, { method: 'POST', body }));
const errorOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { error: string }).error,
];

interface Listed {
  readonly commands: readonly { readonly name: string; readonly url: string; readonly input: Input }[];
}

describe('a script that asks over HTTP', () => {
  test('gets the answer that everybody gets, with its sources', async () => {
    const response = await get('/salary?role=ml%20engineer');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    const record = (await response.json()) as AnswerRecord;
    expect(fits(record)).toBe(true);
    expect(record.text).toBe(await (await talk()).say('/salary ml engineer'));
    expect(record.sources.map(({ id }) => id)).toContain('decipheru');
  });

  test('gets the same by POST, where numbers may be numbers', async () => {
    const asked = await (await get('/plan?to=sre&hours-per-week=10&lang=de')).json();
    expect(await (await post('/plan', '{"to":"sre","hours-per-week":10,"lang":"de"}')).json()).toEqual(asked);
  });

  test('is not sent again what it has', async () => {
    const first = await get('/role?role=sre');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await get('/role?role=sre', { 'if-none-match': `W/"x", ${etag}` });
    expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get('/role?role=data%20scientist', { 'if-none-match': etag })).status).toBe(200);
  });

  test('finds all questions listed, and described for generators of clients', async () => {
    const listed = (await (await get('')).json()) as Listed;
    const reading = commands.filter(answersAnywhere).map(({ name }) => name);
    expect(listed.commands.map(({ name }) => name)).toEqual(reading);
    const described = (await (await get('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toEqual(listed.commands.map(({ url }) => url));
  });

  test('gets an answer of the declared form, or a sentence, whatever it asks', async () => {
    const listed = (await (await get('')).json()) as Listed;
    const wrong: unknown[] = [];
    for (const { name, input } of listed.commands)
      for (const given of fc.sample(argumentsFor(input), { numRuns: 25, seed: SEED })) {
        const query = new URLSearchParams(Object.entries(given).map(([key, value]) => [key, String(value)]));
        const responses = [
          await get(`/${name}?${query.toString()}`),
          await post(`/${name}`, JSON.stringify(given)),
        ];
        for (const response of responses) {
          const told: unknown = await response.json();
          const isGood =
            response.status === 200
              ? fits(told)
              : response.status === 400 && Object.hasOwn(Object(told), 'error');
          if (!isGood) wrong.push({ name, given, status: response.status, SEED });
        }
      }
    expect(wrong).toEqual([]);
  });
});

describe('what a script gets wrong is told in a sentence:', () => {
  test.each([
    ['/rol?role=sre', 404, 'Did you mean /api/v1/role?'],
    ['/prompts', 404, 'There is no /prompts here: /api/v1 and /api/v1/help list what can be asked.'],
    ['/role?rolle=sre', 400, 'did you mean "role"?'],
    ['/role?role=sre&role=pm', 400, '"role" is given twice: give it once.'],
    ['/role', 400, '/role needs "role"'],
    [`/ask?question=${'x'.repeat(1001)}`, 400, 'is too long'],
  ])('%s', async (path, status, says) => {
    expect(await errorOf(await get(path))).toEqual([status, expect.stringContaining(says)]);
  });

  test.each(['', 'role=sre', 'null', '[1]', '{"role":'])('%j for a body', async (body) => {
    const told = await errorOf(await post('/role', body));
    expect(told).toEqual([400, 'Send the arguments as a JSON object, such as {"role": "ml-engineer"}.']);
  });

  test('a method that is none here', async () => {
    const response = await post('', '{}');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

const ask = (door: Handler, authorization?: string) =>
  door(new Request(HOST, authorization === undefined ? {} : { headers: { authorization } }));

describe('who has the token', () => {
  let now = 0;

  test('is let in, and nobody else', async () => {
    const door = guarded(async () => new Response('in'), {
      token: 'secret-1',
      cooldown: createCooldown(() => 0),
    });
    expect(await (await ask(door, 'Bearer secret-1')).text()).toBe('in');
    expect(await (await ask(door, 'bearer  secret-1')).text()).toBe('in');
    for (const given of [
      undefined,
      '',
      'Bearer',
      'Bearer secret-2',
      'Bearer secret-1 x',
      'Basic secret-1',
      'secret-1',
    ]) {
      const response = await ask(door, given);
      expect([given, response.status, response.headers.get('www-authenticate')]).toEqual([
        given,
        401,
        'Bearer realm="rolecall"',
      ]);
    }
  });

  test('may ask as fast as people do, for ever; a script has to wait, and is told how long', async () => {
    const door = guarded(async () => new Response('in'), {
      token: 'secret-1',
      cooldown: createCooldown(() => now),
    });
    for (let second = 0; second < 600; second += 1) {
      now += 1000;
      expect((await ask(door, 'Bearer secret-1')).status).toBe(200);
    }
    const statuses = [];
    for (let each = 0; each < 500; each += 1) statuses.push((await ask(door, 'Bearer secret-1')).status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    const refused = await ask(door, 'Bearer secret-1');
    expect(refused.headers.get('retry-after')).toBe('1');
    now += 1000;
    expect((await ask(door, 'Bearer secret-1')).status).toBe(200);
  });

  test('is not kept waiting by those who have it not', async () => {
    const door = guarded(async () => new Response('in'), {
      token: 'secret-1',
      cooldown: createCooldown(() => now),
    });
    for (let each = 0; each < 500; each += 1) await ask(door, 'Bearer guess');
    expect((await ask(door, 'Bearer secret-1')).status).toBe(200);
  });
});
