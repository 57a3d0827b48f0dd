import { expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapter.ts';
import { createLifecycle } from '../../../src/cli/readiness.ts';
import { end } from '../../../src/cli/stop.ts';
import { createHost } from '../../../src/http/host.ts';
import { silentLog } from '../../../src/log.ts';

/** Ends one place; what happens is noted in order. */
async function ended(stopping: () => Promise<void>, overHttp: boolean) {
  const steps: string[] = [];
  const note = (step: string) => async () => void steps.push(step);
  const adapter: Adapter = {
    name: 'place',
    health: () => ({ live: true, detail: 'here' }),
    handOver: note('hands over'),
    stop: stopping,
  };
  const host = createHost({ port: '0', log: silentLog });
  if (overHttp) await host.open();
  const lifecycle = createLifecycle();
  const parts = { adapters: [adapter], host, lifecycle, log: silentLog, stop: () => undefined };
  const prompts = { stop: note(`posts no more, ${lifecycle.readiness().word}, port ${host.port}`) };
  const metrics = { stop: async () => undefined };
  const begun = performance.now();
  const isWhole = await end({ ...parts, prompts, metrics }, { drainMs: 100, wholeMs: 400 });
  return { isWhole, steps, took: performance.now() - begun, word: lifecycle.readiness().word };
}

test('a process that listens is not ready for a while before it ends', async () => {
  const { isWhole, steps, took, word } = await ended(async () => undefined, true);
  expect([isWhole, word, steps[0]]).toEqual([true, 'stopping', 'hands over']);
  expect(took).toBeGreaterThan(95);
});

test('one that does not listen ends at once', async () => {
  const { isWhole, took } = await ended(async () => undefined, false);
  expect([isWhole, took < 90]).toEqual([true, true]);
});

test('a place that fails to stop keeps nothing else from ending', async () => {
  const { isWhole, steps } = await ended(() => Promise.reject(new Error('no')), false);
  expect([isWhole, steps.length]).toEqual([true, 2]);
});

test('what does not end in time is given up', async () => {
  const { isWhole, took } = await ended(() => new Promise(() => undefined), false);
  expect([isWhole, took < 2_000]).toEqual([false, true]);
});
