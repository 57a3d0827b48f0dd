import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { pauseSchedule, removeSchedule, resumeSchedule, skipNext } from '../../src/community/manage.ts';
import { ENGINES, isOver, useEngines } from './engines.ts';
import { DUE, OCCURRENCE, until } from './world.ts';
import { speak, speakData } from '../../src/message/speak.ts';

useEngines();

describe.concurrent.each(ENGINES)('%s', (_, world) => {
  test('a channel that refuses three times is paused and told; the next run leaves it out; resumed, it is posted in again', async (context) => {
    const w = await world(context);
    w.place.faults.set('1 post', ['gone', 'gone', 'gone']);
    const schedule = await w.keep({ targets: ['chat:1', 'chat:2'] });
    await w.run();
    await until(w.states, isOver);
    expect(await w.states()).toEqual(['chat:1 post failed', 'chat:2 post done']);
    await until(
      () => w.told,
      (told) => told.length === 1,
    );
    expect(w.told[0]).toContain(': 1 is paused, since it refused 3 times in a row. Missing Access.');
    w.clock.jumpTo('2026-01-12T09:00:00+01:00');
    await until(() => w.states('weekly@2026-01-12T09:00'), isOver);
    expect(await w.states('weekly@2026-01-12T09:00')).toEqual(['chat:1 post skipped', 'chat:2 post done']);
    await resumeSchedule(w.store, schedule, w.clock.now());
    w.clock.jumpTo('2026-01-19T09:00:00+01:00');
    await until(() => w.states('weekly@2026-01-19T09:00'), isOver);
    expect(await w.states('weekly@2026-01-19T09:00')).toEqual(['chat:1 post done', 'chat:2 post done']);
  });

  test('a place that is down is no dead channel: it is tried until it is back, and a late post says so', async (context) => {
    const w = await world(context);
    w.place.down = true;
    await w.keep();
    await w.run();
    await until(
      () => w.place.asked.length,
      (asked) => asked >= 2,
    );
    w.clock.jumpTo('2026-01-05T11:00:00+01:00');
    w.place.down = false;
    await until(w.states, isOver);
    expect(await w.store.schedules.targets('weekly')).toEqual([]);
    expect(w.place.shown).toMatchObject([{ step: 'post', late: true }]);
  });

  test('a place that stays down past the hours allowed: given up, and why says what the last answer was', async (context) => {
    const w = await world(context);
    w.place.down = true;
    await w.keep({ lateHours: 1 });
    await w.run();
    await until(
      () => w.place.asked.length,
      (asked) => asked >= 1,
    );
    w.clock.jumpTo('2026-01-05T10:30:00+01:00');
    await until(w.states, isOver);
    const [post] = (await w.store.why(OCCURRENCE))?.steps ?? [];
    expect(post).toMatchObject({ state: 'failed' });
    expect(speak(post?.reason ?? '', 'en')).toBe(
      'It could not be delivered in time. The last answer: Connection refused.',
    );
    expect(w.place.shown).toEqual([]);
  });

  test('missed while nothing ran: the last one late, saying so; the ones before skipped; all written down', async (context) => {
    const w = await world(context, '2026-01-05T08:00:01+01:00');
    await w.keep({ timetable: { rule: { kind: 'cron', expression: '0 * * * *' }, zone: 'UTC', quiet: [] } });
    w.clock.jumpTo('2026-01-05T12:40:00+01:00');
    await w.run();
    await until(() => w.states('weekly@2026-01-05T11:00'), isOver);
    const seen = (await w.store.ledger.occurrences('weekly', 9)).map(({ slot, state }) => [
      slot.slice(11),
      state,
    ]);
    expect(seen).toEqual([
      ['11:00', 'claimed'],
      ['10:00', 'skipped'],
      ['09:00', 'skipped'],
      ['08:00', 'skipped'],
    ]);
    expect(w.place.shown).toMatchObject([{ late: true, text: '"weekly 2026-01-05T11:00"' }]);
  });

  test('missed by more than the hours allowed: skipped, with the reason', async (context) => {
    const w = await world(context, '2026-01-05T08:00:00+01:00');
    await w.keep({ lateHours: 2 });
    w.clock.jumpTo('2026-01-05T11:30:00+01:00');
    await w.run();
    const [occurrence] = await until(
      () => w.store.ledger.occurrences('weekly', 9),
      (seen) => seen.length > 0,
    );
    expect(occurrence).toMatchObject({ state: 'skipped' });
    expect(speak(occurrence?.reason ?? '', 'en')).toContain('2.5 hours late, and this schedule allows 2');
    expect(w.place.shown).toEqual([]);
  });

  test('the answer key follows hours later, in the same thread', async (context) => {
    const w = await world(context);
    await w.keep({ thread: true, answerAfterHours: 48 });
    await w.run();
    await until(
      () => w.place.steps('1'),
      (steps) => steps.length === 2,
    );
    await setTimeout(300);
    expect(await w.states()).toEqual(['chat:1 post done', 'chat:1 thread done', 'chat:1 answer waiting']);
    w.clock.jumpTo('2026-01-07T09:00:00+01:00');
    await until(w.states, isOver);
    const answer = w.place.shown.find((item) => item.step === 'answer');
    expect(answer?.results).toMatchObject({ post: 'post-1', thread: 'thread-2' });
  });

  test('paused, removed and skipped: nothing is posted, and the history says why', async (context) => {
    const w = await world(context, '2026-01-05T08:00:00+01:00');
    const paused = await w.keep({ id: 'paused' });
    const removed = await w.keep({ id: 'removed' });
    const skipped = await w.keep({ id: 'skipped' });
    w.place.down = true;
    const slot = await skipNext(w.store, skipped, 'Ada', w.clock.now(), 'Holiday.');
    expect(slot?.key).toBe('2026-01-05T09:00');
    await w.run();
    w.clock.jumpTo(DUE);
    await until(
      () => w.place.asked.length,
      (asked) => asked >= 2,
    );
    await pauseSchedule(w.store, paused, w.clock.now());
    await removeSchedule(w.store, 'removed', w.clock.now());
    // A try that began before may still end in a post: the place comes back when none is left.
    await until(
      () => w.store.deliveries.openCount(),
      (open) => open === 0,
    );
    w.place.down = false;
    expect(w.place.shown).toEqual([]);
    expect(speak((await w.store.why('paused@2026-01-05T09:00'))?.steps[0]?.reason ?? '', 'en')).toContain(
      'was paused',
    );
    expect(
      speak((await w.store.why(`${removed.id}@2026-01-05T09:00`))?.steps[0]?.reason ?? '', 'en'),
    ).toContain('was removed');
    expect((await w.store.why('skipped@2026-01-05T09:00'))?.occurrence).toMatchObject({
      state: 'skipped',
      reason: 'Holiday.',
      claimedBy: 'Ada',
    });
    expect(await w.store.schedules.nextDue('skipped')).toBe(Date.parse('2026-01-12T09:00:00+01:00'));
  });

  test('a post that cannot be made is tried again; a place that is not connected is not waited for for ever', async (context) => {
    const w = await world(context);
    await w.keep({ targets: ['chat:1', 'elsewhere:1'], lateHours: 1 });
    let calls = 0;
    await w.run('w1', w.place.poster(), {
      prepare: async () => {
        if (++calls === 1) throw new Error('The track is missing.');
        return { content: 'made' };
      },
    });
    await until(
      () => calls,
      (made) => made === 1,
    );
    w.clock.jumpTo('2026-01-05T09:01:00+01:00');
    await until(
      () => w.place.shown.length,
      (shown) => shown === 1,
    );
    w.clock.jumpTo('2026-01-05T10:30:00+01:00');
    await until(w.states, isOver);
    const elsewhere = (await w.store.why(OCCURRENCE))?.steps.find((step) => step.target === 'elsewhere:1');
    expect(speakData(elsewhere, 'en')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('was not connected'),
    });
  });

  test('a schedule that cannot be read any more is stopped, and an administrator told, also at the second try', async (context) => {
    const w = await world(context);
    await w.keep({ id: 'broken' });
    await w.keep({ id: 'sound' });
    await w.store.database.rows("UPDATE rolecall_schedules SET body = '{}' WHERE id = 'broken'");
    w.deaf = 1;
    await w.run();
    await until(() => w.states('sound@2026-01-05T09:00'), isOver);
    expect(await w.store.schedules.nextDue('broken')).toBeNull();
    expect(w.told).toEqual([]);
    w.clock.jumpTo('2026-01-05T09:06:00+01:00');
    await until(
      () => w.told,
      (told) => told.length === 1,
    );
    expect(w.told[0]).toContain('broken is stopped: what is kept of it cannot be read.');
  });
});
