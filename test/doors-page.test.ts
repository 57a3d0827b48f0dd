import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, test } from 'vitest';
import { operationsOf } from '../src/api/operations.ts';
import { answerRecord } from '../src/api/record.ts';
import { commands } from '../commands/index.ts';
import { connectAssistant } from './adapters/mcp/client.ts';
import { assistantAt } from './adapters/mcp/driver.ts';
import { started } from './start/started.ts';

const page = readFileSync('docs/doors.md', 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\n([^\`]*)\`\`\``).exec(page)?.[1] ?? '';
const names = operationsOf(commands).map(({ name }) => name);

test('an assistant that is set up as the page says finds the tools', async () => {
  const { mcpServers } = JSON.parse(block('json').replace('/path/to/rolecall', process.cwd())) as {
    mcpServers: { rolecall: { command: string; args: string[] } };
  };
  const assistant = await connectAssistant(new StdioClientTransport(mcpServers.rolecall));
  const { tools } = await assistant.client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(names);
  await assistant.client.close();
});

/** What a line of curl sends, as far as the page uses it. */
function requestOf(line: string, token: string, port: number): Request {
  const words = Array.from(line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g), ([, a, b, c]) => a ?? b ?? c ?? '');
  const after = (flag: string) => words.flatMap((word, at) => (word === flag ? [words[at + 1] ?? ''] : []));
  const headers = new Headers(
    after('-H').map((header) => header.replace('$ROLECALL_API_TOKEN', token).split(': ') as [string, string]),
  );
  const [body] = after('-d');
  const url = (words.at(-1) ?? '').replace(':3000', `:${port}`);
  return new Request(url, body === undefined ? { headers } : { method: 'POST', headers, body });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('each line of curl on the page gets what it says, of a process that is started as it says', async ({
  onTestFinished,
}) => {
  const port = await freePort();
  const token = 'a-secret-of-this-page';
  const bot = started({ env: { ROLECALL_API_TOKEN: token, PORT: `${port}` } }, onTestFinished);
  await bot.tells('ready');
  const lines = block('sh').trim().split('\n');
  const answers = await Promise.all(
    lines.map(async (line) => {
      const response = await fetch(requestOf(line, token, port));
      expect([line, response.status]).toEqual([line, 200]);
      return (await response.json()) as Record<string, unknown>;
    }),
  );
  expect(answers[0]).toMatchObject({ commands: names.map((name) => ({ name })) });
  expect(answerRecord.parse(answers[1])).toMatchObject({ readAs: '/salary ml-engineer', tone: 'answer' });
  expect(answerRecord.parse(answers[2]).text).toContain('Plan: Site Reliability Engineer');
  expect(answers[3]).toMatchObject({ openapi: '3.1.0' });

  const url = new URL(`http://127.0.0.1:${port}/mcp`);
  const assistant = await assistantAt(url, token);
  expect((await assistant.record('role', { role: 'sre' })).match).toMatchObject({ kind: 'exact' });
  await assistant.client.close();
  await expect(assistantAt(url, 'a-wrong-secret-here')).rejects.toThrow(/ROLECALL_API_TOKEN/);

  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(bot.told()).not.toContain(token);
});

test('without a token there is nothing to ask over HTTP, and one that is too short is refused with a sentence', async ({
  onTestFinished,
}) => {
  const bot = started({ env: { ROLECALL_API_TOKEN: 'short' } }, onTestFinished);
  expect(await bot.ended).toBe(1);
  expect(bot.told()).toContain('ROLECALL_API_TOKEN: a token of 16 letters or more');
});

test('the page names each field of an answer, and how long a statement may be', () => {
  for (const field of Object.keys(answerRecord.shape)) expect(page).toContain(`| \`${field}\``);
});
