import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRefusals } from '../../src/http/refusals.ts';
import { silentLog } from '../../src/log.ts';

let told: object[];
const log = { ...silentLog, warn: (details: object) => void told.push(details) };
beforeEach(() => {
  told = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first refusal is told at once, the others by their number, once a minute', () => {
  const refusals = createRefusals('/here', log);
  for (let n = 0; n < 3_333; n += 1) refusals.note(n % 3 === 0 ? 400 : 401);
  expect(told).toEqual([{ path: '/here', status: 400 }]);
  vi.advanceTimersByTime(60_000);
  expect(told.slice(1)).toEqual([{ path: '/here', refused: 3_332, byStatus: { 400: 1_110, 401: 2_222 } }]);
  refusals.note(401);
  refusals.note(401);
  expect(told).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(told.slice(2)).toEqual([{ path: '/here', refused: 2, byStatus: { 401: 2 } }]);
});

test('after a minute without any, the next one is told at once again', () => {
  const refusals = createRefusals('/here', log);
  refusals.note(404);
  vi.advanceTimersByTime(60_001);
  refusals.note(413);
  expect(told).toEqual([
    { path: '/here', status: 404 },
    { path: '/here', status: 413 },
  ]);
});

test('what has not been told when all stops is told then', () => {
  const refusals = createRefusals('/here', log);
  refusals.note(401);
  refusals.note(401);
  refusals.close();
  refusals.close();
  expect(told.slice(1)).toEqual([{ path: '/here', refused: 1, byStatus: { 401: 1 } }]);
  expect(vi.getTimerCount()).toBe(0);
});
