import { expect, test } from 'vitest';
import { openMeasuring } from '../../src/cli/measuring.ts';
import { silentLog } from '../../src/log.ts';
import { say } from '../../src/message/say.ts';
import { measuredPoster } from '../../src/metrics/measured-poster.ts';
import { countedCalls } from '../../src/metrics/metrics.ts';
import { createPrometheus } from '../../src/metrics/prometheus.ts';
import type { PostJob, Poster } from '../../src/outbox/poster.ts';
import { PostFailure } from '../../src/outbox/poster.ts';

test.each([
  [{}, 'nothing'],
  [{ ROLECALL_METRICS: 'off' }, 'nothing'],
  [{ ROLECALL_METRICS: 'yes' }, 'nothing'],
  [{ ROLECALL_METRICS: 'on' }, '/metrics for everybody'],
  [{ ROLECALL_API_TOKEN: 'a-secret' }, '/metrics with a-secret'],
  [{ ROLECALL_METRICS: 'on', ROLECALL_API_TOKEN: 'a-secret' }, '/metrics with a-secret'],
  [{ ROLECALL_METRICS: 'off', ROLECALL_API_TOKEN: 'a-secret' }, 'nothing'],
])('%o serves %s', async (variables, served) => {
  const { routes } = await openMeasuring(variables, silentLog);
  const said = routes.map(
    ({ path, token }) => `${path} ${token === undefined ? 'for everybody' : `with ${token}`}`,
  );
  expect(said.join() || 'nothing').toBe(served);
});

/** What somebody reads at `/metrics`, without what is of every process, and the lines that explain. */
async function figures(prometheus: ReturnType<typeof createPrometheus>): Promise<string[]> {
  const route = prometheus.route(undefined);
  if (!('hear' in route)) throw new Error('It answers in text.');
  const asked = {
    method: 'GET',
    url: '/metrics',
    headers: {},
    body: '',
    sent: () => Promise.resolve(true),
  };
  const { body = '' } = await route.hear(asked);
  return body.split('\n').filter((line) => line.startsWith('rolecall_') && !line.includes('_bucket'));
}

const JOB = { step: 'post', dueAt: Date.now() - 5_000 } as PostJob;
const SIGNAL = new AbortController().signal;

/** A poster that does what is said, one after the other. */
function poster(...does: readonly (string | Error)[]): Poster {
  const left = [...does];
  const next = async () => {
    const what = left.shift();
    if (typeof what !== 'string') throw what ?? new Error('nothing left');
    return what;
  };
  const pace = { perSecond: 1, channelGapMs: 0 };
  return { place: 'here', pace, nonceMemoryMs: 0, post: next, find: async () => (await next()) || null };
}

test('steps of deliveries are counted by what came of them, and messages by how late they were', async () => {
  const prometheus = createPrometheus();
  const limited = new PostFailure('limited', say('Prompt'));
  const measured = measuredPoster(poster('1', limited, new Error('no'), '', '2', limited), prometheus);
  expect(await measured.post(JOB, SIGNAL)).toBe('1');
  await expect(measured.post(JOB, SIGNAL)).rejects.toBe(limited);
  await expect(measured.post(JOB, SIGNAL)).rejects.toThrow('no');
  expect(await measured.find?.(JOB, SIGNAL)).toBeNull();
  expect(await measured.find?.(JOB, SIGNAL)).toBe('2');
  await expect(measured.find?.(JOB, SIGNAL)).rejects.toBe(limited);
  const said = await figures(prometheus);
  for (const [step, outcome] of [
    ['post', 'posted'],
    ['post', 'limited'],
    ['post', 'unknown'],
    ['look', 'absent'],
    ['look', 'found'],
    ['look', 'limited'],
  ])
    expect(said).toContain(
      `rolecall_delivery_steps_total{place="here",step="${step}",outcome="${outcome}"} 1`,
    );
  expect(said).toContain('rolecall_prompt_late_seconds_count{place="here"} 1');
  expect(said.join('\n')).toMatch(/rolecall_prompt_late_seconds_sum\{place="here"\} 5\.\d+/);
});

/** A platform that answers with this status, or not at all. */
async function send(status: number) {
  if (status === 0) throw new Error('no answer');
  return { status };
}

test('requests to a platform are counted by how it took them', async () => {
  const prometheus = createPrometheus();
  const statuses = [200, 204, 404, 429, 500, 0];
  const counted = countedCalls(send, 'here', prometheus);
  await Promise.allSettled(statuses.map((status) => counted(status)));
  const said = await figures(prometheus);
  const verdicts = { ok: 2, refused: 1, limited: 1, failed: 1, broken: 1 };
  for (const [verdict, times] of Object.entries(verdicts))
    expect(said).toContain(`rolecall_platform_requests_total{place="here",verdict="${verdict}"} ${times}`);
});

test('what is looked at is looked at when somebody reads, and is absent while it is not known', async () => {
  const prometheus = createPrometheus();
  let waiting: number | undefined = 7;
  prometheus.watch({ name: 'waiting', help: 'How many wait.', read: async () => waiting });
  expect(await figures(prometheus)).toContain('rolecall_waiting 7');
  waiting = undefined;
  expect((await figures(prometheus)).join()).not.toContain('rolecall_waiting 7');
});
