import { describe, expect, test } from 'vitest';
import {
  claimToPost,
  claimToSkip,
  claimToTell,
  type OccurrencePlan,
  pausedFor,
} from '../../src/outbox/occurrence.ts';
import { speak } from '../../src/message/speak.ts';
import { scheduleOf } from '../store/examples.ts';

const MINUTE = 60_000;
const MONDAY = Date.parse('2026-01-05T09:00+01:00');

/** A slot of Monday at nine that is taken on time, with five minutes of grace. */
function plan(of: Parameters<typeof scheduleOf>[0] = {}, more: Partial<OccurrencePlan> = {}): OccurrencePlan {
  const slot = { at: MONDAY, key: '2026-01-05T09:00' };
  const rest = { by: 'w', now: MONDAY, graceMs: 5 * MINUTE, spreadMs: 0, targets: [], content: 'a prompt' };
  return { schedule: scheduleOf(of), slot, ...rest, ...more };
}

/** The steps of the first delivery: from when and until when, in minutes after Monday at nine. */
function steps(of: OccurrencePlan): [string, number, number][] {
  const [delivery] = claimToPost(of).deliveries;
  return (delivery?.steps ?? []).map(({ step, notBefore, deadline }) => [
    step,
    notBefore === 0 ? 0 : (notBefore - MONDAY) / MINUTE,
    (deadline - MONDAY) / MINUTE,
  ]);
}

describe('until when a post may be sent', () => {
  test.each([
    ['until its hours are over', 6, 0, 360],
    ['never less than the grace', 0, 0, 5],
    ['with the grace after a late claim', 6, 359, 364],
    ['with the grace after its time where it is claimed before', 0, -30, 5],
  ])('%s', (_what, lateHours, claimedAt, until) => {
    const [post] = steps(plan({ lateHours }, { now: MONDAY + claimedAt * MINUTE }));
    expect(post).toEqual(['post', 0, until]);
  });

  test('what goes with it has an hour more; the answer key comes after its hours, and has the hours to be late', () => {
    const all = { thread: true, pin: true, answerAfterHours: 24 };
    expect(steps(plan({ ...all, lateHours: 6 }))).toEqual([
      ['post', 0, 360],
      ['thread', 0, 420],
      ['pin', 0, 420],
      ['answer', 1440, 1800],
    ]);
    expect(steps(plan({ ...all, lateHours: 0 })).at(-1)).toEqual(['answer', 1440, 1500]);
    expect(steps(plan({ ...all, lateHours: 48 })).at(-1)).toEqual(['answer', 1440, 96 * 60]);
  });
});

describe('what is done', () => {
  test.each([
    ['a post alone', {}, ['post']],
    ['a thread', { thread: true }, ['post', 'thread']],
    ['a pin', { pin: true }, ['post', 'pin']],
    ['an answer key', { answerAfterHours: 1 }, ['post', 'answer']],
  ])('%s', (_what, more, expected) => {
    const none = { thread: false, pin: false, answerAfterHours: null };
    expect(steps(plan({ ...none, ...more })).map(([step]) => step)).toEqual(expected);
  });

  test('of a notice nothing but the post, and with what it says', () => {
    const claim = claimToTell(plan({ thread: true, pin: true, answerAfterHours: 24 }));
    expect(claim.deliveries.flatMap((each) => each.steps.map(({ step }) => step))).toEqual(['post']);
    expect(claim).toMatchObject({ by: 'w', at: MONDAY, content: 'a prompt' });
  });

  test('of a time that is left out nothing, and why', () => {
    const { slot } = plan();
    expect(claimToSkip('weekly', slot, 'w', MONDAY, 'A later one is due.')).toEqual({
      schedule: 'weekly',
      slot,
      by: 'w',
      at: MONDAY,
      skip: 'A later one is due.',
      content: null,
      deliveries: [],
    });
  });

  test('in each channel once, by its place', () => {
    const { deliveries } = claimToPost(plan({ targets: ['chat:1', 'talk:2', 'chat:1'] }));
    expect(deliveries.map(({ target, place }) => [target, place])).toEqual([
      ['chat:1', 'chat'],
      ['talk:2', 'talk'],
    ]);
  });
});

test('a channel that is paused is left out, and only that one; why it is paused is said', () => {
  const state = { failures: 3, pausedAt: MONDAY, reason: 'Missing Access.' };
  const targets = [
    { ...state, target: 'chat:1' },
    { ...state, target: 'chat:2', pausedAt: null },
  ];
  const { deliveries } = claimToPost(plan({ targets: ['chat:1', 'chat:2', 'chat:3'] }, { targets }));
  const said = deliveries.map(({ skip }) => (skip === undefined ? '' : speak(skip, 'en')));
  expect(said).toEqual(['Paused: Missing Access.', '', '']);
  expect(speak(pausedFor(null), 'en')).toBe('Paused: the channel refused.');
});

/** How long after its time a post is ready. */
const readyAt = (target: string, spreadMs: number, id = 'weekly') =>
  (claimToPost(plan({ id, targets: [target] }, { spreadMs })).deliveries[0]?.readyAt ?? 0) - MONDAY;

describe('posts that are due together', () => {
  const many = Array.from({ length: 200 }, (_, at) => `chat:${at}`);

  test('are spread over the whole time, and each has the same share whoever computes it', () => {
    const shares = many.map((target) => readyAt(target, MINUTE));
    expect(many.map((target) => readyAt(target, MINUTE))).toEqual(shares);
    expect(Math.min(...shares)).toBeLessThan(5_000);
    expect(Math.max(...shares)).toBeGreaterThan(55_000);
    expect(Math.max(...shares)).toBeLessThan(MINUTE);
    expect(shares.every(Number.isInteger)).toBe(true);
    // Another schedule's share is another one.
    expect(many.map((target) => readyAt(target, MINUTE, 'daily'))).not.toEqual(shares);
  });

  test('are not spread where there is no time', () => {
    expect(readyAt('chat:1', 0)).toBe(0);
  });
});
