import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { answersAnywhere } from '../../../src/command.ts';
import { answerRecord } from '../../../src/api/record.ts';
import { argumentsFor } from '../../api/arguments.ts';
import { talk } from '../../commands/talk.ts';
import { SEED } from '../../sample.ts';
import type { Assistant } from './client.ts';
import { connectAssistant, isGoodResult, textOf } from './client.ts';

const ARGS = ['--require', './src/preload.cjs', 'src/main.ts', 'mcp'];

/** The kinds of the statements that an answer rests on. */
const kinds = (record: Awaited<ReturnType<Assistant['record']>>) => [
  ...new Set(record.evidence.map(({ kind }) => kind)),
];

const start = () => spawn(process.execPath, ARGS, { stdio: ['pipe', 'pipe', 'pipe'] });
const exitOf = (child: ReturnType<typeof start>) =>
  new Promise<readonly [number | null, string | null]>((resolve) => {
    child.once('close', (code, signal) => resolve([code, signal]));
  });
const line = (message: object) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`;

let assistant: Assistant;
let tools: readonly Tool[];

beforeAll(async () => {
  assistant = await connectAssistant(new StdioClientTransport({ command: process.execPath, args: ARGS }));
  ({ tools } = await assistant.client.listTools());
});
afterAll(() => assistant.client.close());

describe('an assistant that starts Rolecall', () => {
  test('finds a tool for each question that anybody may ask anywhere, and for no other', () => {
    const reading = commands.filter(answersAnywhere).map(({ name }) => name);
    expect(tools.map(({ name }) => name)).toEqual(reading);
    expect(reading).toEqual(
      expect.arrayContaining(['ask', 'role', 'salary', 'transition', 'why', 'sources']),
    );
    const others = commands.filter(({ changes, managersOnly }) => changes === true || managersOnly === true);
    expect(others.length).toBeGreaterThan(10);
    expect(others.filter(({ name }) => reading.includes(name))).toEqual([]);
  });

  test('is told what each tool takes, and that it only reads', () => {
    const salary = tools.find(({ name }) => name === 'salary');
    expect(salary?.inputSchema.required).toEqual(['role']);
    expect(salary?.inputSchema.properties).toMatchObject({
      role: { type: 'string', description: 'The role, as you would say it' },
      level: { enum: ['entry', 'mid', 'senior', 'staff', 'lead'] },
      lang: { enum: ['en', 'es', 'de', 'pt-BR'] },
    });
    const course = tools.find(({ name }) => name === 'course');
    expect(course?.inputSchema.properties).toMatchObject({
      hours: { type: 'number', minimum: 1, maximum: 2000 },
    });
    for (const { annotations, title, description, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect([title, description, outputSchema?.type]).toEqual([
        expect.any(String),
        expect.any(String),
        'object',
      ]);
    }
  });

  test('gets the same words as everybody, and typed facts that each name their source', async () => {
    const result = await assistant.call('salary', { role: 'ml engineer' });
    const record = answerRecord.parse(result.structuredContent);
    expect(textOf(result)).toBe(await (await talk()).say('/salary ml engineer'));
    expect(record).toMatchObject({
      ask: '/salary role:ml engineer',
      readAs: '/salary ml-engineer',
      tone: 'answer',
      text: textOf(result),
      match: { kind: 'exact', id: 'ml-engineer', title: 'ML Engineer' },
    });
    const decipheru = record.sources.find(({ id }) => id === 'decipheru');
    expect(decipheru).toMatchObject({
      publisher: 'DecipherU',
      reviewed: '2026-04-26',
      retrieved: '2026-11-21',
    });
    const stated = record.evidence.find(({ text: said }) => said.includes('$155K–$200K'));
    expect(stated).toMatchObject({
      kind: 'documented',
      sources: ['decipheru'],
      file: 'data/roles/ml-engineer/decipheru.yaml',
    });
  });

  test('can tell what is documented, estimated and computed', async () => {
    expect(kinds(await assistant.record('transition', { from: 'data engineer', to: 'ml engineer' }))).toEqual(
      ['documented'],
    );
    const plan = await assistant.record('plan', { to: 'ml engineer', 'hours-per-week': 10 });
    expect(kinds(plan)).toEqual(['estimated', 'computed']);
    expect(plan.sources.map(({ id }) => id)).toEqual(['rolecall']);
  });

  test('gets what a sentence was read as', async () => {
    const record = await assistant.record('ask', { question: 'what does an SRE earn?' });
    expect(record.readAs).toMatch(/^\/salary .*(sre|site-reliability)/);
  });

  test('gets an answer in its language', async () => {
    expect(await assistant.told('role', { role: 'ml-engineer', lang: 'es' })).toContain('Fuentes');
    expect(await assistant.told('role', { role: 'ml-engineer', lang: 'pt' })).toContain('Fontes');
  });
});

describe('what an assistant gets wrong is told in a sentence that says what to do:', () => {
  const WRONG: readonly (readonly [string, string, Record<string, unknown>, string])[] = [
    ['an argument that there is not', 'role', { rolle: 'sre' }, 'role has no "rolle": did you mean "role"?'],
    [
      'an argument that is far off',
      'role',
      { role: 'sre', zzz: 1 },
      'role has no "zzz": it takes role, section, lang.',
    ],
    ['a page, of which there are none', 'role', { role: 'sre', page: '2' }, 'role has no "page"'],
    ['a choice that there is not', 'role', { role: 'sre', section: 'skils' }, 'Did you mean "skills"?'],
    ['nothing where something is needed', 'role', {}, '/role needs "role"'],
    [
      'a number out of its range',
      'course',
      { about: 'sql', hours: 0 },
      '"0" is no hours: give a number from 1 to 2000',
    ],
    [
      'words that are too long',
      'ask',
      { question: 'x'.repeat(1001) },
      '"question" is too long: it has 1001 letters',
    ],
    ['a list', 'role', { role: ['sre'] }, '"role" takes words or a number'],
    [
      'a language that we do not speak',
      'role',
      { role: 'sre', lang: 'fr' },
      '"lang" takes one of en, es, de, pt-BR.',
    ],
  ];

  test.each(WRONG)('%s', async (_, tool, given, says) => {
    const result = await assistant.call(tool, given);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toContain(says);
  });

  test('a tool that there is not', async () => {
    await expect(assistant.call('report', { about: 'role sre' })).rejects.toThrow(
      /no \/report here; \/help tells of what there is: ask, role/,
    );
  });

  test('a name that nothing is called is no error: it says so, with what is nearest', async () => {
    const miss = await assistant.record('role', { role: 'astronaut chef' });
    expect(miss).toMatchObject({ tone: 'miss', match: { kind: 'none' }, evidence: [] });
    expect(miss.text).toContain('I don\'t know "astronaut chef"');
  });

  test('a name that several have is asked back, with the choices', async () => {
    const question = await assistant.record('role', { role: 'engineer' });
    expect(question.tone).toBe('question');
    expect(question.match?.choices.length).toBeGreaterThan(1);
  });
});

test('every tool answers whatever its schema allows, and holds to its own', async () => {
  const asked = tools.flatMap(({ name, inputSchema }) =>
    fc
      .sample(argumentsFor(inputSchema as object), { numRuns: 25, seed: SEED })
      .map((given) => ({ name, given })),
  );
  const wrong: unknown[] = [];
  for (const { name, given } of asked)
    if (!isGoodResult(await assistant.call(name, given))) wrong.push({ name, given, SEED });
  expect(wrong).toEqual([]);
});

describe('the process', () => {
  const HELLO = {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'pipe', version: '1' } },
  };
  const ROLE = { id: 2, method: 'tools/call', params: { name: 'role', arguments: { role: 'sre' } } };
  test('answers what was asked before its input ended, says nothing else, and ends well', async () => {
    const child = start();
    const ended = exitOf(child);
    child.stdin.end(`${line(HELLO)}this is no message\n${line(ROLE)}`);
    const [out, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const messages = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as { jsonrpc: string; id: number });
    expect(messages.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
      ['2.0', 1],
      ['2.0', 2],
    ]);
    expect(told).toContain('a message that the protocol does not have');
    expect(await ended).toEqual([0, null]);
  });

  test('ends well when it is told to', async () => {
    const child = start();
    const ended = exitOf(child);
    child.stdin.write(line(HELLO));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
