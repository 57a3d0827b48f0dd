import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { preparing } from '../../commands/prompts/prepare.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { plainText } from '../../src/plain.ts';
import type { Prepare } from '../../src/community/prepare-post.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import { explain } from '../../src/outbox/history.ts';
import { BUILT_IN } from '../commands/talk.ts';
import { ENGINES, useEngines } from './engines.ts';
import type { World } from './world.ts';
import { until } from './world.ts';

useEngines();

let prepare: Prepare;
beforeAll(async () => {
  const known = await openKnowledge(BUILT_IN);
  prepare = preparing(() => known);
});

const TRACK = { track: 'ml-engineer', by: 'ann' };
const at = (time: string) => `2026-01-05T${time}+01:00`;

/** A schedule of prompts that is due every minute from nine o'clock on. */
async function everyMinute(w: World): Promise<void> {
  const rule = { kind: 'cron', expression: '* * * * *' } as const;
  await w.keep({ timetable: { rule, zone: 'Europe/Madrid', quiet: [] }, content: TRACK });
}

/** The weeks as they are seen in the channel. */
const weeks = (w: World) => w.place.shown.map(({ text }) => Number(/"week":(\d+)/.exec(text)?.[1]));

/** What became of each run, in order. */
async function runs(w: World): Promise<string[]> {
  const past = await w.store.ledger.occurrences('weekly', 99);
  return past.map(({ slot, state }) => `${slot.slice(11)} ${state}`).toReversed();
}

/** What `/prompts why` says of a run. */
async function why(w: World, slot: string): Promise<string> {
  const history = await w.store.why(`weekly@2026-01-05T${slot}`);
  return history === null
    ? ''
    : explain(history, 'UTC')
        .map((line) => plainText(line, 'en'))
        .join('\n');
}

describe.concurrent.each(ENGINES)('%s', (_, world) => {
  test('after a restart within the grace, two processes post the latest run only, and the weeks go on from there', async (context) => {
    const w = await world(context, at('09:00'));
    await everyMinute(w);
    w.clock.jumpTo(at('09:04:05'));
    for (const worker of ['a', 'b']) await w.run(worker, w.place.poster(), { prepare });
    await until(
      () => weeks(w),
      (seen) => seen.length > 0,
    );
    await setTimeout(400);
    expect(weeks(w)).toEqual([1]);
    expect(await runs(w)).toEqual([
      '09:00 skipped',
      '09:01 skipped',
      '09:02 skipped',
      '09:03 skipped',
      '09:04 claimed',
    ]);
    expect(await why(w, '09:03')).toContain('and by now a later one is due.');
    w.clock.jumpTo(at('09:07:05'));
    await until(
      () => weeks(w),
      (seen) => seen.length > 1,
    );
    w.clock.jumpTo(at('09:08:05'));
    await until(
      () => weeks(w),
      (seen) => seen.length > 2,
    );
    expect(weeks(w)).toEqual([1, 2, 3]);
    expect((await runs(w)).slice(5)).toEqual([
      '09:05 skipped',
      '09:06 skipped',
      '09:07 claimed',
      '09:08 claimed',
    ]);
  });

  test('a place that was down gets one post when it is back, the latest, and no week is lost by it', async (context) => {
    const w = await world(context, at('09:00'));
    await everyMinute(w);
    w.place.down = true;
    await w.run('w1', w.place.poster(), { prepare });
    for (const minute of ['01', '02', '03']) {
      await until(
        () => w.place.asked.length,
        (asked) => asked > 0,
      );
      w.place.asked.length = 0;
      w.clock.jumpTo(at(`09:${minute}:01`));
    }
    await until(
      () => runs(w),
      (seen) => seen.length === 4,
    );
    w.place.down = false;
    await until(
      () => weeks(w),
      (seen) => seen.length > 0,
    );
    await until(
      () => w.store.deliveries.openCount(),
      (open) => open === 0,
    );
    expect(weeks(w)).toEqual([1]);
    expect(await why(w, '09:01')).toContain(
      'was left out: It could not be sent before the next run came due, which is posted in its stead.',
    );
    expect(await why(w, '09:03')).toContain('The post was made');
    w.clock.jumpTo(at('09:04:01'));
    await until(
      () => weeks(w),
      (seen) => seen.length > 1,
    );
    expect(weeks(w)).toEqual([1, 2]);
  });

  test('a post that may be there already is waited for: the next run comes after it, never before', async (context) => {
    const w = await world(context, at('09:00'));
    await everyMinute(w);
    w.place.faults.set('1 post', ['lost before']);
    let isAway = true;
    const poster = w.place.poster('find');
    const find: typeof poster.find = async (job, signal) => {
      if (isAway) throw new PostFailure('down', 'Connection refused.');
      return (await poster.find?.(job, signal)) ?? null;
    };
    for (const worker of ['a', 'b']) await w.run(worker, { ...poster, find }, { prepare });
    await until(
      () => w.place.asked,
      (asked) => asked.includes('1 post lost before'),
    );
    w.clock.jumpTo(at('09:01:01'));
    await setTimeout(1_000);
    expect(await runs(w)).toEqual(['09:00 claimed']);
    w.clock.jumpTo(at('09:02:01'));
    await until(
      () => runs(w),
      (seen) => seen.length > 1,
    );
    isAway = false;
    // However often it was looked for in vain, and whatever it waits since.
    w.clock.jumpTo(at('09:02:45'));
    await until(
      () => weeks(w),
      (seen) => seen.length > 1,
      40,
    );
    expect(weeks(w)).toEqual([1, 2]);
    expect(w.place.asked.filter((asked) => asked.startsWith('1 post'))).toEqual([
      '1 post lost before',
      '1 post ok',
      '1 post ok',
    ]);
    expect(await runs(w)).toEqual(['09:00 claimed', '09:01 skipped', '09:02 claimed']);
  });

  test('a channel that refuses uses up no week', async (context) => {
    const w = await world(context, at('09:00'));
    await everyMinute(w);
    w.place.faults.set('1 post', ['gone', 'gone', 'gone']);
    await w.run('w1', w.place.poster(), { prepare });
    await until(
      () => w.told.length,
      (told) => told > 0,
    );
    w.clock.jumpTo(at('09:01:01'));
    await until(
      () => runs(w),
      (seen) => seen.length === 2,
    );
    await w.store.schedules.welcome('weekly', null);
    w.clock.jumpTo(at('09:02:01'));
    await until(
      () => weeks(w),
      (seen) => seen.length > 0,
    );
    expect(weeks(w)).toEqual([1]);
  });
});
