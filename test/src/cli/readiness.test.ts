import { expect, test } from 'vitest';
import { createLifecycle } from '../../../src/cli/readiness.ts';

const place = (name: string, live: boolean, standsBy?: true) => ({
  name,
  health: () => ({ live, detail: 'token xoxb-1', ...(standsBy === undefined ? {} : { standsBy }) }),
});

/** What a process says that got as far as this. */
function said(places: readonly ReturnType<typeof place>[], isStopping = false): string {
  const lifecycle = createLifecycle();
  lifecycle.done('knowledge');
  lifecycle.done('store');
  lifecycle.connected(places);
  if (isStopping) lifecycle.stopping();
  const { isReady, word, reason } = lifecycle.readiness();
  return `${isReady ? 'yes' : 'no'}: ${word}, ${reason}`;
}

test('a start is told step by step', () => {
  const lifecycle = createLifecycle();
  const reasons = [lifecycle.readiness().reason];
  lifecycle.done('knowledge');
  reasons.push(lifecycle.readiness().reason);
  lifecycle.done('store');
  reasons.push(lifecycle.readiness().reason);
  expect([reasons, lifecycle.readiness().word]).toEqual([
    ['the knowledge is being opened', 'the store is being tried', 'the places are being connected'],
    'starting',
  ]);
});

test.each([
  [[place('one', true), place('two', true)], 'yes: ready, connected: one, two'],
  [[place('one', true, true)], 'yes: standing by, another process holds: one'],
  [[place('one', true, true), place('two', true)], 'yes: ready, another process holds: one'],
  [[place('one', false), place('two', true)], 'no: unavailable, not connected: one'],
])('%#: %s', (places, words) => {
  expect(said(places)).toBe(words);
  expect(said(places, true)).toBe('no: stopping, it was told to stop');
});
