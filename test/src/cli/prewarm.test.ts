import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { prewarm } from '../../../src/cli/prewarm.ts';
import { silentLog } from '../../../src/log.ts';
import { BUILT_IN, talkAbout } from '../../commands/talk.ts';

const { bot: real, knowledge } = await talkAbout(BUILT_IN);

/** What is asked ahead, completions apart, and what is drawn of it. */
function noting() {
  const asked: string[] = [];
  const drawn: string[] = [];
  const bot: Bot = {
    ...real,
    answer: (invocation) => {
      asked.push(`/${invocation.command} ${Object.values(invocation.values ?? {}).join(' ')}`);
      expect(invocation.place.community).toBeNull();
      return real.answer(invocation);
    },
  };
  const preview = async ({ match }: { match: unknown }) => drawn.push(JSON.stringify(match));
  return { asked, drawn, what: { bot, knowledge, places: [{ preview }] } };
}

/** Nobody asks, and a busy machine has all the time that it needs. */
const QUIET = { quietFor: () => 1000, most: 60_000, signal: AbortSignal.timeout(60_000), log: silentLog };

test('the likeliest questions are asked ahead and drawn, in the same order each time', async () => {
  const [first, second] = [noting(), noting()];
  await prewarm(first.what, QUIET);
  await prewarm(second.what, QUIET);
  const [, role = ''] = first.asked[0]?.split(' ') ?? [];
  expect(first.asked.slice(0, 3)).toEqual([`/role ${role}`, `/salary ${role}`, `/transition ${role}`]);
  expect(first.drawn[0]).toContain(`"exact","id":"${role}"`);
  expect(first.drawn).toHaveLength(first.asked.length);
  expect(second.asked).toEqual(first.asked);
});

test('nothing is asked ahead while somebody asks, nor after the end', async () => {
  const { what, asked } = noting();
  const [ends, now] = [new AbortController(), { quietFor: 0 }];
  const running = prewarm(what, { ...QUIET, quietFor: () => now.quietFor, quiet: 1, signal: ends.signal });
  for (let turn = 0; turn < 200; turn += 1) await setImmediate();
  expect(asked).toEqual([]);
  now.quietFor = 1000;
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  ends.abort();
  await running;
  const before = asked.length;
  for (let turn = 0; turn < 200; turn += 1) await setImmediate();
  expect(asked).toHaveLength(before);
});

test('a question that comes meanwhile is answered after the step that was begun, not after all', async () => {
  const { what, asked } = noting();
  const heard = { at: -Infinity };
  const running = prewarm(what, { ...QUIET, quietFor: () => performance.now() - heard.at });
  await expect.poll(() => asked.length, { interval: 0 }).toBeGreaterThan(3);
  heard.at = performance.now();
  const before = asked.length;
  await setImmediate();
  expect(asked.length - before).toBeLessThan(2);
  heard.at = -Infinity;
  await running;
  expect(asked.length).toBeGreaterThan(before);
});

test('it takes no longer than it may', async () => {
  const { what, asked } = noting();
  await prewarm(what, { ...QUIET, most: 0 });
  expect(asked).toEqual([]);
});
