import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { claimToPost } from '../../src/outbox/occurrence.ts';
import { nextSlots } from '../../src/schedules/next.ts';
import { nonceOf } from '../../src/outbox/poster.ts';
import type { Schedule } from '../../src/community/schedule.ts';
import { ENGINES, isOver, useEngines } from './engines.ts';
import { DUE, FAST, OCCURRENCE, until, type World } from './world.ts';
import { speak } from '../../src/message/speak.ts';

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
  const heldUntil = now + 2 * FAST.postTimeoutMs;
  await w.store.attempts.begin({ ...id, token: 'dead', kind: 'send', by: 'dead', at: now, heldUntil });
  const nonce = nonceOf(OCCURRENCE, 'chat:1', 'post');
  const steps = ['post'] as const;
  const job = {
    channel: '1',
    step: 'post' as const,
    steps,
    nonce,
    schedule: 'weekly',
    occurrence: OCCURRENCE,
  };
  if (arrived)
    await w.place
      .poster('find')
      .post({ ...job, dueAt: now, late: false, content: 'left', results: {} }, AbortSignal.timeout(1_000));
}

useEngines();

describe.concurrent.each(ENGINES)('%s', (_, world) => {
  test('what is due is posted once in each channel, with its thread and pin, and why tells the story', async (context) => {
    const w = await world(context);
    await w.keep({ targets: ['chat:1', 'chat:2'], thread: true, pin: true });
    await w.run('w1');
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
    await until(
      () => w.store.deliveries.openCount(),
      (open) => open === 0,
    );
  });

  test('four processes: one post', async (context) => {
    const w = await world(context);
    await w.keep({ targets: ['chat:1', 'chat:2', 'chat:3'] });
    for (const worker of ['a', 'b', 'c', 'd']) await w.run(worker);
    await until(w.states, isOver);
    await setTimeout(300);
    expect(w.place.shown).toHaveLength(3);
    expect(await w.store.ledger.occurrences('weekly', 9)).toHaveLength(1);
  });

  test('a pin that fails is tried again alone: the post is not repeated', async (context) => {
    const w = await world(context);
    w.place.faults.set('1 pin', ['down', 'lost before', 'ok']);
    await w.keep({ pin: true });
    await w.run();
    await until(w.states, isOver);
    expect(w.place.asked).toEqual(['1 post ok', '1 pin down', '1 pin lost before', '1 pin ok']);
  });

  test('told to wait, it waits that long and posts once', async (context) => {
    const w = await world(context);
    w.place.faults.set('1 post', ['limited', 'limited']);
    await w.keep();
    await w.run();
    await until(w.states, isOver);
    expect(w.place.steps('1')).toEqual(['post']);
    const attempts = (await w.store.why(OCCURRENCE))?.steps[0]?.attempts ?? [];
    expect(attempts.map((a) => a.outcome)).toEqual(['limited', 'limited', 'posted']);
    const gaps = attempts.slice(1).map((a, at) => a.startedAt - (attempts[at]?.endedAt ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300);
  });

  test.for(['lost before', 'lost after', 'hang after'] as const)(
    'no clear answer (%s), and the place remembers nonces: sent again, shown once',
    async (fault, context) => {
      const w = await world(context);
      w.place.faults.set('1 post', [fault, fault]);
      await w.keep();
      await w.run();
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
    async ([fault, asked], context) => {
      const w = await world(context);
      w.place.faults.set('1 post', [fault]);
      await w.keep();
      await w.run('w1', w.place.poster('find'));
      await until(w.states, isOver);
      expect(w.place.asked).toEqual(asked);
      expect(w.place.steps('1')).toEqual(['post']);
      expect(await w.states()).toEqual(['chat:1 post done']);
    },
  );

  test('no clear answer, and the place cannot be asked: not sent again, written down, an administrator told', async (context) => {
    const w = await world(context);
    w.place.faults.set('1 post', ['lost after']);
    await w.keep({ pin: true });
    await w.run('w1', w.place.poster('none'));
    await until(w.states, isOver);
    expect(w.place.asked).toEqual(['1 post lost after']);
    expect(await w.states()).toEqual(['chat:1 post unknown', 'chat:1 pin skipped']);
    const [post] = (await w.store.why(OCCURRENCE))?.steps ?? [];
    expect(speak(post?.reason ?? '', 'en')).toContain('It is not sent again, since it may be there already');
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
    async ([, arrived, rest], context) => {
      const w = await world(context);
      const schedule = await w.keep();
      await leaveBehind(w, schedule, arrived);
      await w.run('heir', w.place.poster('find'));
      await until(w.states, isOver);
      expect(w.place.steps('1')).toEqual(['post']);
      const attempts = (await w.store.why(OCCURRENCE))?.steps[0]?.attempts ?? [];
      expect(attempts.map((a) => `${a.worker} ${a.kind} ${a.outcome}`)).toEqual(['dead send lost', ...rest]);
    },
  );
});
