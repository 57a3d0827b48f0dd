import { describe, expect, test } from 'vitest';
import { decideNext, type Situation } from '../../src/outbox/retry-policy.ts';
import { speak } from '../../src/message/speak.ts';
import { SETTINGS } from '../../src/outbox/settings.ts';
import type { Step } from '../../src/store/deliveries.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const fresh: Step = {
  step: 'post',
  state: 'waiting',
  notBefore: 0,
  deadline: NOW + 60 * MINUTE,
  tries: 0,
  heldUntil: 0,
  sentAt: null,
  unsureSince: null,
  result: null,
  reason: null,
};
const remembers = { nonceMemoryMs: 2 * MINUTE };
const findable = { nonceMemoryMs: 0, find: async () => null };
const blind = { nonceMemoryMs: 0 };
const unsure = (ago: number): Partial<Step> => ({ sentAt: NOW - ago, unsureSince: NOW - ago });

/** What is decided, as words. */
function decide(step: Partial<Step>, poster: Situation['poster'], more: Partial<Situation> = {}): string {
  const whole = { ...fresh, ...step };
  const move = decideNext({ step: whole, steps: [whole], paused: null, poster, now: NOW, ...more }, SETTINGS);
  if (move.move === 'wait') return `wait ${(move.until - NOW) / 1_000} s`;
  return move.move === 'give' ? `give ${move.state}` : move.move;
}

describe('what to do about a step', () => {
  test.each<[string, Partial<Step>, Situation['poster'], string]>([
    ['never tried', {}, blind, 'send'],
    ['too early', { notBefore: NOW + 5_000 }, blind, 'wait 5 s'],
    ['at its deadline', { deadline: NOW }, blind, 'send'],
    ['past its deadline', { deadline: NOW - 1 }, blind, 'give failed'],
    ['being sent by somebody', { state: 'sending', heldUntil: NOW + 9_000 }, blind, 'wait 9 s'],
    ['its sender died, nonces remembered', { state: 'sending', sentAt: NOW - MINUTE }, remembers, 'send'],
    ['its sender died, can be looked for', { state: 'sending', sentAt: NOW - MINUTE }, findable, 'look'],
    ['its sender died, nobody to ask', { state: 'sending', sentAt: NOW - MINUTE }, blind, 'give unknown'],
    ['no answer a second ago, can be looked for', unsure(1_000), findable, 'wait 44 s'],
    ['no answer 45 s ago, can be looked for', unsure(45_000), findable, 'look'],
    ['no answer 104.999 s ago, nonce remembered 120 s', unsure(104_999), remembers, 'send'],
    ['no answer 105 s ago: it might be forgotten on arrival', unsure(105_000), remembers, 'give unknown'],
    [
      'no answer, past the deadline, nonce remembered',
      { ...unsure(9_000), deadline: NOW - 1 },
      remembers,
      'give unknown',
    ],
    [
      'no answer, past the deadline, can be looked for',
      { ...unsure(MINUTE), deadline: NOW - 1 },
      findable,
      'look',
    ],
    [
      'looked for in vain for 6 hours',
      { ...unsure(MINUTE), deadline: NOW - 361 * MINUTE },
      findable,
      'give unknown',
    ],
    ['just no longer held', { state: 'sending', heldUntil: NOW, sentAt: NOW - MINUTE }, findable, 'look'],
    ['waiting, whoever held it', { heldUntil: NOW + 9_000 }, blind, 'send'],
    ['just early enough', { notBefore: NOW }, blind, 'send'],
    ['refused clearly, to be tried again', { sentAt: NOW - MINUTE }, blind, 'send'],
    ['no answer, at its deadline, nonce remembered', { ...unsure(9_000), deadline: NOW }, remembers, 'send'],
    [
      'looked for in vain for 6 hours less a moment',
      { ...unsure(MINUTE), deadline: NOW - 360 * MINUTE },
      findable,
      'look',
    ],
    ['an answer key without an answer', { ...unsure(MINUTE), step: 'answer' }, findable, 'look'],
    ['a pin without an answer is simply repeated', { ...unsure(9_000), step: 'pin' }, blind, 'send'],
  ])('%s', (_, step, poster, expected) => {
    expect(decide(step, poster)).toBe(expected);
  });

  test('a paused target gets no new post, but what may be there already is looked for', () => {
    expect(decide({}, blind, { paused: 'Missing Access.' })).toBe('give skipped');
    expect(decide(unsure(MINUTE), findable, { paused: 'Missing Access.' })).toBe('look');
  });

  test('a target that was paused since its post keeps what goes with it, and a key needs no thread', () => {
    const steps = (step: Step): Step[] => [{ ...fresh, state: 'done' }, step];
    const thread: Step = { ...fresh, step: 'thread' };
    expect(decide(thread, blind, { steps: steps(thread), paused: 'Missing Access.' })).toBe('send');
    const answer: Step = { ...fresh, step: 'answer' };
    expect(decide(answer, blind, { steps: steps(answer) })).toBe('send');
  });

  test.each<[Step['state'], string]>([
    ['waiting', 'wait 0 s'],
    ['done', 'send'],
    ['failed', 'give skipped'],
    ['unknown', 'give skipped'],
    ['skipped', 'give skipped'],
  ])('a thread whose post is %s', (state, expected) => {
    const thread: Step = { ...fresh, step: 'thread' };
    expect(decide(thread, blind, { steps: [{ ...fresh, state }, thread] })).toBe(expected);
  });

  test.each<[Partial<Step>, string]>([
    [{ state: 'waiting' }, 'wait 0 s'],
    [{ state: 'waiting', notBefore: NOW + 5_000 }, 'wait 5 s'],
    [{ state: 'sending', heldUntil: NOW + 9_000 }, 'wait 9 s'],
    [{ state: 'done' }, 'send'],
    [{ state: 'failed' }, 'send'],
  ])('an answer key whose thread is %o', (state, expected) => {
    const answer: Step = { ...fresh, step: 'answer' };
    const steps: Step[] = [{ ...fresh, state: 'done' }, { ...fresh, step: 'thread', ...state }, answer];
    expect(decide(answer, remembers, { steps })).toBe(expected);
  });
});

/** Why a step is given up, in words. */
function said(step: Partial<Step>, poster: Situation['poster']): string {
  const whole = { ...fresh, ...step };
  const move = decideNext({ step: whole, steps: [whole], paused: null, poster, now: NOW }, SETTINGS);
  return move.move === 'give' ? speak(move.reason, 'en') : move.move;
}

describe('why it is given up', () => {
  const late = { deadline: NOW - 361 * MINUTE };
  test.each<[string, Partial<Step>, Situation['poster'], string]>([
    ['late', { deadline: NOW - 1 }, blind, 'It could not be delivered in time.'],
    [
      'late, with the last answer',
      { deadline: NOW - 1, reason: 'Connection refused.' },
      blind,
      'It could not be delivered in time. The last answer: Connection refused.',
    ],
    [
      'unclear, where nobody can be asked',
      unsure(MINUTE),
      blind,
      'It was sent, but no clear answer came, and the place cannot be asked. It is not sent again, since it may be there already.',
    ],
    [
      'unclear, where nobody answered since',
      { ...unsure(MINUTE), ...late },
      findable,
      'It was sent, but no clear answer came, and the place could not be asked since. It is not sent again, since it may be there already.',
    ],
    [
      'unclear, with the last answer',
      { ...unsure(MINUTE), ...late, reason: 'Connection refused.' },
      findable,
      'It was sent, but no clear answer came, and the place could not be asked since (Connection refused). It is not sent again, since it may be there already.',
    ],
  ])('%s', (_, step, poster, expected) => {
    expect(said(step, poster)).toBe(expected);
  });

  test('what was sent again is looked for by when it was sent last', () => {
    expect(decide({ unsureSince: NOW - 5 * MINUTE, sentAt: NOW - 5_000 }, findable)).toBe('wait 40 s');
    expect(decide({ unsureSince: NOW - 5 * MINUTE, sentAt: null }, findable)).toBe('look');
  });
});
