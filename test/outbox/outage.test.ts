import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startPostgres } from '../store/postgres-server.ts';
import { isOver } from './engines.ts';
import { DUE, makeWorld, OCCURRENCE, scratch, until } from './world.ts';

test(
  'PostgreSQL restarts in the middle of a post: schedules pause and say so, then catch up, and nothing is posted twice',
  { timeout: 60_000 },
  async () => {
    const server = await startPostgres();
    const w = await makeWorld({ url: await server.database() });
    const runner = await w.run('w1', w.place.poster('find'));
    await w.keep({ targets: ['chat:1', 'chat:2'], thread: true });
    await w.keep({
      id: 'second',
      timetable: { rule: { kind: 'cron', expression: '2 9 5 1 *' }, zone: 'Europe/Madrid', quiet: [] },
    });
    w.place.slow = 300;
    await until(
      () => w.place.asked.length,
      (asked) => asked >= 1,
    );
    await server.outage(async () => {
      await until(
        () => runner.health(),
        (health) => !health.live,
      );
      expect(runner.health().detail).toMatch(
        /^Answers work, schedules are paused: .*(ECONN|terminat|shutting|connection error)/s,
      );
      // It comes due while there is nobody to ask.
      w.clock.jumpTo('2026-01-05T09:02:30+01:00');
      await setTimeout(500);
    });
    w.clock.jumpTo('2026-01-05T09:04:00+01:00');
    await until(w.states, isOver);
    await until(() => w.states('second@2026-01-05T09:02'), isOver);
    expect(runner.health().live).toBe(true);
    expect(w.place.shown.map((item) => `${item.channel} ${item.step}`).toSorted()).toEqual([
      '1 post',
      '1 post',
      '1 thread',
      '2 post',
      '2 thread',
    ]);
    expect(new Set(w.place.shown.map((item) => item.nonce)).size).toBe(5);
    await w.close();
    await server.stop();
  },
);

test('an embedded file that goes away: schedules pause and say so, and go on when it is back', async () => {
  const files = scratch();
  const file = join(files.folder, 'rolecall.db');
  const w = await makeWorld({ file }, '2026-01-05T08:59:00+01:00');
  const runner = await w.run();
  await w.keep();
  await until(
    () => runner.health().detail,
    (detail) => detail.includes('1 active schedule,'),
  );
  renameSync(file, `${file}.away`);
  // Long enough for the next look at the file.
  w.clock.jumpTo('2026-01-05T08:59:30+01:00');
  await until(
    () => runner.health(),
    (health) => !health.live,
  );
  expect(runner.health().detail).toContain('was removed or replaced. Put it back');
  w.clock.jumpTo(DUE);
  await setTimeout(200);
  expect(w.place.shown).toEqual([]);
  renameSync(`${file}.away`, file);
  w.clock.jumpTo('2026-01-05T09:00:30+01:00');
  await until(w.states, isOver);
  expect(w.place.steps('1')).toEqual(['post']);
  expect((await w.store.why(OCCURRENCE))?.occurrence.state).toBe('claimed');
  await w.close();
  files.remove();
});
