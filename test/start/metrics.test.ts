import type { TestContext } from 'vitest';
import { expect, test } from 'vitest';
import { command } from '../adapters/discord/deeds.ts';
import { textsOf } from '../adapters/discord/exchange.ts';
import type { Peer } from '../adapters/discord/peer.ts';
import { CHANNEL, GUILD, startPeer, USER } from '../adapters/discord/peer.ts';
import { makeDue, NOW } from '../prompts/world.ts';
import { emptyDatabase } from '../store/stores.ts';
import { started } from './started.ts';

/** A bot on a gateway that listens on a port of its own. */
async function open(env: Readonly<Record<string, string>>, onTestFinished: TestContext['onTestFinished']) {
  const peer = await startPeer();
  onTestFinished(() => peer.stop());
  const bot = started({ env: { ...peer.variables, PORT: '0', ...env } }, onTestFinished);
  await bot.tells('\nready');
  const [, port = ''] = /listens for HTTP on port (\d+)/.exec(bot.told()) ?? [];
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  return { peer, get };
}

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

async function ask(peer: Peer, name: string, values: Record<string, string>): Promise<string> {
  const { answered } = peer.interact({ ...command(name, values), ...MANAGER });
  return textsOf(await answered).join('\n');
}

test('nothing is told unless it is switched on', async ({ onTestFinished }) => {
  const { get } = await open({}, onTestFinished);
  expect([(await get('/metrics')).status, (await get('/healthz')).status]).toEqual([404, 200]);
});

test('what happens is counted, and nothing tells where or by whom', async ({ onTestFinished }) => {
  const url = await emptyDatabase();
  const env = { ROLECALL_METRICS: 'on', DATABASE_URL: url };
  const { peer, get } = await open(env, onTestFinished);
  await ask(peer, 'role', { role: 'sre' });
  await ask(peer, 'role', { role: 'zebra whisperer' });
  for (const name of ['nonsense', 'rubbish', 'twaddle']) await ask(peer, name, {});
  peer.failures.push({ path: /callback$/, status: 429, times: 1, headers: { 'retry-after': '0.01' } });
  await ask(peer, 'salary', { role: 'sre' });
  expect(await ask(peer, 'prompts add', { track: 'ml-engineer', when: NOW })).toContain('is on');
  await makeDue({ url });
  // The welcome of a manager's first command, and the first week.
  await expect.poll(() => peer.channels.messages.length, { timeout: 30_000 }).toBe(2);
  const read = async () => (await get('/metrics')).text();
  const inTime = { timeout: 15_000 };
  await expect.poll(read, inTime).toContain('rolecall_prompt_late_seconds_count{place="discord"} 2');
  // Only once what was posted is written down, too; absent while the database takes its time.
  await expect.poll(read, inTime).toContain('rolecall_deliveries_waiting 0');
  const text = await read();
  for (const line of [
    'rolecall_answer_seconds_count{place="discord",command="role",outcome="answer"} 1',
    'rolecall_answer_seconds_count{place="discord",command="role",outcome="miss"} 1',
    'rolecall_answer_seconds_count{place="discord",command="unknown",outcome="problem"} 3',
    'rolecall_answer_seconds_count{place="discord",command="prompts add",outcome="answer"} 1',
    'rolecall_platform_requests_total{place="discord",verdict="limited"} 1',
    'rolecall_delivery_steps_total{place="discord",step="post",outcome="posted"} 2',
    'rolecall_ready 1',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/rolecall_http_requests_total\{path="\/metrics",status="200"\} \d/);
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
  expect(text).toMatch(/process_resident_memory_bytes \d/);
  for (const secret of [GUILD, CHANNEL, USER, 'zebra', 'rubbish', 'ml-engineer'])
    expect(text).not.toContain(secret);
});
