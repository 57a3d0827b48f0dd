import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { preparing } from '../../commands/prompts/prepare.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import type { Prepare } from '../../src/community/prepare-post.ts';
import { GOOD, prompt, removePack, scratchPack } from '../knowledge/pack.ts';
import { ENGINES, isOver, useEngines } from './engines.ts';
import type { World } from './world.ts';
import { until } from './world.ts';

useEngines();

let prepare: Prepare;
beforeAll(async () => {
  const files = {
    ...GOOD,
    'prompts/ml-engineer/drift.yaml': prompt(),
    'prompts/data-engineer/grain.yaml': prompt().replace('Drift', 'Grain'),
  };
  const pack = scratchPack(files);
  const known = await openKnowledge([pack]);
  removePack(pack);
  prepare = preparing(() => known);
});

const at = (time: string) => `2026-01-05T${time}+01:00`;

/** A schedule of a track with one prompt that is due every minute from nine o'clock on, with all that can hang on a post. */
async function everyMinute(w: World): Promise<void> {
  const rule = { kind: 'cron', expression: '* * * * *' } as const;
  const timetable = { rule, zone: 'Europe/Madrid', quiet: [] };
  const content = { track: 'ml-engineer', by: 'ann' };
  await w.keep({ timetable, content, thread: true, pin: true, answerAfterHours: 1 });
}

const start = (w: World, workers: readonly string[]) =>
  Promise.all(workers.map((worker) => w.run(worker, w.place.poster('find'), { prepare })));

/** What the channel has of prompts and of notices. */
const shown = (w: World) =>
  w.place.shown
    .filter(({ step }) => step === 'post')
    .map(({ text }) => (text.includes('"week":') ? 'prompt' : /is finished/.exec(text)?.[0]));

describe.concurrent.each(ENGINES)('%s', (_, world) => {
  test('of two processes one pauses what is finished, tells the channel and the maker once, and a restart tells nothing more', async (context) => {
    const w = await world(context, at('09:00'));
    await everyMinute(w);
    await start(w, ['a', 'b']);
    await until(
      () => shown(w).length,
      (seen) => seen > 0,
    );
    w.clock.jumpTo(at('09:01:01'));
    await until(
      () => shown(w).length,
      (seen) => seen > 1,
    );
    await until(
      () => w.told.length,
      (told) => told > 0,
    );
    expect(isOver(await until(() => w.states('weekly@2026-01-05T09:01'), isOver))).toBe(true);
    expect(await w.states('weekly@2026-01-05T09:01')).toEqual(['chat:1 post done']);
    w.clock.jumpTo(at('09:03:01'));
    await start(w, ['c']);
    await setTimeout(600);
    expect(shown(w)).toEqual(['prompt', 'is finished']);
    expect(w.told).toEqual([
      'The one prompt of ML Engineer was posted, so this schedule pauses here. Next could be Data Engineer: whoever manages this community can start it, or another one.',
    ]);
    const [kept] = await w.store.schedules.list('c');
    expect([kept?.state, await w.store.schedules.nextDue('weekly')]).toEqual(['paused', null]);
    expect(kept).toMatchObject({ thread: true, pin: true, answerAfterHours: 1 });
  });

  test('what is changed while a finished run is claimed stays changed', async (context) => {
    const w = await world(context, at('09:00'));
    await everyMinute(w);
    const slow: Prepare = async (schedule, slot, store) => {
      const prepared = await prepare(schedule, slot, store);
      if ('pause' in prepared) await everyMinute(w);
      return prepared;
    };
    await w.run('a', w.place.poster('find'), { prepare: slow });
    await until(
      () => shown(w).length,
      (seen) => seen > 0,
    );
    w.clock.jumpTo(at('09:01:01'));
    await setTimeout(500);
    const [kept] = await w.store.schedules.list('c');
    expect(kept?.state).toBe('active');
    expect(shown(w)).toEqual(['prompt']);
  });
});
