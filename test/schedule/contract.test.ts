import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test as base, vi } from 'vitest';
import { claimToPost } from '../../src/schedule/claim.ts';
import { pauseSchedule, removeSchedule, resumeSchedule, skipNext } from '../../src/schedule/manage.ts';
import { nextSlots } from '../../src/schedule/next.ts';
import { nonceOf } from '../../src/schedule/poster.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { StoreAddress } from '../../src/store/store.ts';
import { startPostgres, type PostgresServer } from '../store/postgres-server.ts';
import { DUE, FAST, makeWorld, OCCURRENCE, scratch, until, type World } from './world.ts';

// Most of these wait; they wait together.
vi.setConfig({ maxConcurrency: 14 });

let server: PostgresServer;
const files = scratch();
beforeAll(async () => {
  server = await startPostgres();
  // Every database is copied from one that has the tables already.
  const world = await makeWorld({ url: await server.database() });
  const runner = world.run();
  await until(
    () => runner.health().detail,
    (detail) => detail.includes('active'),
  );
  await world.close();
  server.template();
});
afterAll(async () => {
  await server.stop();
  files.remove();
});

let count = 0;
const ENGINES: [string, () => Promise<StoreAddress>][] = [
  ['embedded', async () => ({ file: join(files.folder, `${++count}.db`) })],
  ['PostgreSQL', async () => ({ url: await server.database() })],
];

const isOver = (states: string[]) =>
  states.length > 0 && states.every((state) => !/waiting|sending/.test(state));

/** What a process that was killed in the middle of a request leaves in the store, and perhaps in the place. */
async function leaveBehind(w: World, schedule: Schedule, arrived: boolean): Promise<void> {
  const now = w.clock.now();
  const [slot] = nextSlots(schedule.timetable, Date.parse(DUE) - 1, 1);
  if (slot === undefined) throw new Error('No slot.');
  const common = { schedule, slot, by: 'dead', now, graceMs: FAST.graceMs, spreadMs: 0, targets: [] };
  await w.store.ledger.claim({
    ...claimToPost({ ...common, content: 'left' }),
    next: { from: slot.at, to: null },
  });
  const id = { occurrence: OCCURRENCE, target: 'chat:1', step: 'post' as const };
  const heldUntil = now + FAST.attemptHoldMs;
  await w.store.attempts.begin({ ...id, token: 'dead', kind: 'send', by: 'dead', at: now, heldUntil });
  const nonce = nonceOf(OCCURRENCE, 'chat:1', 'post');
  const job = { channel: '1', step: 'post' as const, nonce, schedule: 'weekly', occurrence: OCCURRENCE };
  if (arrived)
    await w.place
      .poster('find')
      .post({ ...job, dueAt: now, late: false, content: 'left', results: {} }, AbortSignal.timeout(1_000));
}

describe.concurrent.each(ENGINES)('%s', (_, address) => {
  const test = base.extend<{ world: (start?: string) => Promise<World> }>({
    world: async ({ task: __ }, use) => {
      const made: World[] = [];
      await use(async (start) => {
        const one = await makeWorld(await address(), start);
        made.push(one);
        return one;
      });
      await Promise.all(made.map((one) => one.close()));
    },
  });

  test('what is due is posted once in each channel, with its thread and pin, and why tells the story', async ({
    world,
  }) => {
    const w = await world();
    await w.keep({ targets: ['chat:1', 'chat:2'], thread: true, pin: true });
    w.run('w1');
    await until(w.states, isOver);
    for (const channel of ['1', '2']) expect(w.place.steps(channel)).toEqual(['post', 'thread', 'pin']);
    const why = await w.store.why(OCCURRENCE);
    expect(why?.occurrence).toMatchObject({ state: 'claimed', claimedBy: 'w1', dueAt: Date.parse(DUE) });
    expect(why?.steps.map((step) => [step.step, step.state, step.attempts.map((a) => a.outcome)])).toEqual([
      ['post', 'done', ['posted']],
      ['thread', 'done', ['posted']],
      ['pin', 'done', ['posted']],
      ['post', 'done', ['posted']],
      ['thread', 'done', ['posted']],
      ['pin', 'done', ['posted']],
    ]);
    const thread = w.place.shown.find((item) => item.step === 'thread');
    expect(thread?.results.post).toMatch(/^post-/);
    expect(await w.store.parcels.openCount()).toBe(0);
  });

  test('four processes: one post', async ({ world }) => {
    const w = await world();
    await w.keep({ targets: ['chat:1', 'chat:2', 'chat:3'] });
    for (const worker of ['a', 'b', 'c', 'd']) w.run(worker);
    await until(w.states, isOver);
    await setTimeout(300);
    expect(w.place.shown).toHaveLength(3);
    expect(await w.store.ledger.occurrences('weekly', 9)).toHaveLength(1);
  });

  test('a pin that fails is tried again alone: the post is not repeated', async ({ world }) => {
    const w = await world();
    w.place.faults.set('1 pin', ['down', 'lost before', 'ok']);
    await w.keep({ pin: true });
    w.run();
    await until(w.states, isOver);
    expect(w.place.asked).toEqual(['1 post ok', '1 pin down', '1 pin lost before', '1 pin ok']);
  });

  test('told to wait, it waits that long and posts once', async ({ world }) => {
    const w = await world();
    w.place.faults.set('1 post', ['limited', 'limited']);
    await w.keep();
    w.run();
    await until(w.states, isOver);
    expect(w.place.steps('1')).toEqual(['post']);
    const attempts = (await w.store.why(OCCURRENCE))?.steps[0]?.attempts ?? [];
    expect(attempts.map((a) => a.outcome)).toEqual(['limited', 'limited', 'posted']);
    const gaps = attempts.slice(1).map((a, at) => a.startedAt - (attempts[at]?.endedAt ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300);
  });

  test.for(['lost before', 'lost after', 'hang after'] as const)(
    'no clear answer (%s), and the place remembers nonces: sent again, shown once',
    async (fault, { world }) => {
      const w = await world();
      w.place.faults.set('1 post', [fault, fault]);
      await w.keep();
      w.run();
      await until(w.states, isOver);
      expect(w.place.steps('1')).toEqual(['post']);
      expect(await w.states()).toEqual(['chat:1 post done']);
    },
  );

  test.for([
    ['lost after', ['1 post lost after', '1 find']],
    ['hang after', ['1 post hang after', '1 find']],
    ['lost before', ['1 post lost before', '1 find', '1 post ok']],
  ] as const)(
    'no clear answer (%s), and the place can be looked through: looks first',
    async ([fault, asked], { world }) => {
      const w = await world();
      w.place.faults.set('1 post', [fault]);
      await w.keep();
      w.run('w1', w.place.poster('find'));
      await until(w.states, isOver);
      expect(w.place.asked).toEqual(asked);
      expect(w.place.steps('1')).toEqual(['post']);
      expect(await w.states()).toEqual(['chat:1 post done']);
    },
  );

  test('no clear answer, and the place cannot be asked: not sent again, written down, an administrator told', async ({
    world,
  }) => {
    const w = await world();
    w.place.faults.set('1 post', ['lost after']);
    await w.keep({ pin: true });
    w.run('w1', w.place.poster('none'));
    await until(w.states, isOver);
    expect(w.place.asked).toEqual(['1 post lost after']);
    expect(await w.states()).toEqual(['chat:1 post unknown', 'chat:1 pin skipped']);
    const [post] = (await w.store.why(OCCURRENCE))?.steps ?? [];
    expect(post?.reason).toContain('It is not sent again, since it may be there already');
    await until(
      () => w.told,
      (told) => told.some((sentence) => sentence.includes('did not go through')),
    );
  });

  test.for([
    ['after its message arrived', true, ['heir look found']],
    ['before its message left', false, ['heir look absent', 'heir send posted']],
  ] as const)(
    'a process dies while sending, %s: another one looks first, and it is posted once',
    async ([, arrived, rest], { world }) => {
      const w = await world();
      const schedule = await w.keep();
      await leaveBehind(w, schedule, arrived);
      w.run('heir', w.place.poster('find'));
      await until(w.states, isOver);
      expect(w.place.steps('1')).toEqual(['post']);
      const attempts = (await w.store.why(OCCURRENCE))?.steps[0]?.attempts ?? [];
      expect(attempts.map((a) => `${a.worker} ${a.kind} ${a.outcome}`)).toEqual(['dead send lost', ...rest]);
    },
  );

  test('a channel that refuses three times is paused and told; the next run leaves it out; resumed, it is posted in again', async ({
    world,
  }) => {
    const w = await world();
    w.place.faults.set('1 post', ['gone', 'gone', 'gone']);
    const schedule = await w.keep({ targets: ['chat:1', 'chat:2'] });
    w.run();
    await until(w.states, isOver);
    expect(await w.states()).toEqual(['chat:1 post failed', 'chat:2 post done']);
    await until(
      () => w.told,
      (told) => told.length === 1,
    );
    expect(w.told[0]).toContain('chat:1 is paused, since it refused 3 times in a row. Missing Access.');
    w.clock.jumpTo('2026-01-12T09:00:00+01:00');
    await until(() => w.states('weekly@2026-01-12T09:00'), isOver);
    expect(await w.states('weekly@2026-01-12T09:00')).toEqual(['chat:1 post skipped', 'chat:2 post done']);
    await resumeSchedule(w.store, schedule, w.clock.now());
    w.clock.jumpTo('2026-01-19T09:00:00+01:00');
    await until(() => w.states('weekly@2026-01-19T09:00'), isOver);
    expect(await w.states('weekly@2026-01-19T09:00')).toEqual(['chat:1 post done', 'chat:2 post done']);
  });

  test('a place that is down is no dead channel: it is tried until it is back, and a late post says so', async ({
    world,
  }) => {
    const w = await world();
    w.place.down = true;
    await w.keep();
    w.run();
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

  test('a place that stays down past the hours allowed: given up, and why says what the last answer was', async ({
    world,
  }) => {
    const w = await world();
    w.place.down = true;
    await w.keep({ lateHours: 1 });
    w.run();
    await until(
      () => w.place.asked.length,
      (asked) => asked >= 1,
    );
    w.clock.jumpTo('2026-01-05T10:30:00+01:00');
    await until(w.states, isOver);
    const [post] = (await w.store.why(OCCURRENCE))?.steps ?? [];
    expect(post).toMatchObject({ state: 'failed' });
    expect(post?.reason).toBe('It could not be delivered in time. The last answer: Connection refused.');
    expect(w.place.shown).toEqual([]);
  });

  test('missed while nothing ran: the last one late, saying so; the ones before skipped; all written down', async ({
    world,
  }) => {
    const w = await world('2026-01-05T08:00:01+01:00');
    await w.keep({ timetable: { rule: { kind: 'cron', expression: '0 * * * *' }, zone: 'UTC', quiet: [] } });
    w.clock.jumpTo('2026-01-05T12:40:00+01:00');
    w.run();
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

  test('missed by more than the hours allowed: skipped, with the reason', async ({ world }) => {
    const w = await world('2026-01-05T08:00:00+01:00');
    await w.keep({ lateHours: 2 });
    w.clock.jumpTo('2026-01-05T11:30:00+01:00');
    w.run();
    const [occurrence] = await until(
      () => w.store.ledger.occurrences('weekly', 9),
      (seen) => seen.length > 0,
    );
    expect(occurrence).toMatchObject({ state: 'skipped' });
    expect(occurrence?.reason).toContain('2.5 hours late, and this schedule allows 2');
    expect(w.place.shown).toEqual([]);
  });

  test('the answer key follows hours later, in the same thread', async ({ world }) => {
    const w = await world();
    await w.keep({ thread: true, answerAfterHours: 48 });
    w.run();
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

  test('paused, removed and skipped: nothing is posted, and the history says why', async ({ world }) => {
    const w = await world('2026-01-05T08:00:00+01:00');
    const paused = await w.keep({ id: 'paused' });
    const removed = await w.keep({ id: 'removed' });
    const skipped = await w.keep({ id: 'skipped' });
    w.place.down = true;
    const slot = await skipNext(w.store, skipped, 'Ada', w.clock.now(), 'Holiday.');
    expect(slot?.key).toBe('2026-01-05T09:00');
    w.run();
    w.clock.jumpTo(DUE);
    await until(
      () => w.place.asked.length,
      (asked) => asked >= 2,
    );
    await pauseSchedule(w.store, paused, w.clock.now());
    await removeSchedule(w.store, 'removed', w.clock.now());
    w.place.down = false;
    await until(
      () => w.store.parcels.openCount(),
      (open) => open === 0,
    );
    expect(w.place.shown).toEqual([]);
    expect((await w.store.why('paused@2026-01-05T09:00'))?.steps[0]?.reason).toContain('was paused');
    expect((await w.store.why(`${removed.id}@2026-01-05T09:00`))?.steps[0]?.reason).toContain('was removed');
    expect((await w.store.why('skipped@2026-01-05T09:00'))?.occurrence).toMatchObject({
      state: 'skipped',
      reason: 'Holiday.',
      claimedBy: 'Ada',
    });
    expect(await w.store.schedules.nextDue('skipped')).toBe(Date.parse('2026-01-12T09:00:00+01:00'));
  });

  test('a post that cannot be made is tried again; a place that is not connected is not waited for for ever', async ({
    world,
  }) => {
    const w = await world();
    await w.keep({ targets: ['chat:1', 'elsewhere:1'], lateHours: 1 });
    let calls = 0;
    w.run('w1', w.place.poster(), {
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
    expect(elsewhere).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('was not connected'),
    });
  });
});
