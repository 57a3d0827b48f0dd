import { describe, expect, test } from 'vitest';
import { failed, refusedLook } from '../../src/outbox/outcome.ts';
import type { Failure } from '../../src/outbox/poster.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import { SETTINGS } from '../../src/outbox/settings.ts';
import { speakData } from '../../src/message/speak.ts';

const NOW = 1_000;
const waits = SETTINGS.refusalMs;
const refusal = new PostFailure('gone', 'I am not in that channel.');

describe('a look for a message that a place refuses', () => {
  test('is made again while there are waits left, and nothing new is known of the message', () => {
    for (const [refusals, wait] of waits.entries())
      expect(refusedLook(refusal, NOW, refusals, SETTINGS)).toEqual({
        outcome: 'gone',
        detail: 'I am not in that channel.',
        at: NOW,
        next: { state: 'waiting', notBefore: NOW + wait, unsure: 'as before' },
      });
  });

  test('for the last time leaves the fate of the message unknown, and it is not sent again', () => {
    expect(speakData(refusedLook(refusal, NOW, waits.length, SETTINGS).next, 'en')).toEqual({
      state: 'unknown',
      reason:
        'It was sent, but no clear answer came. I am not in that channel. It is not sent again, since it may be there already.',
    });
  });

  test('unlike a message that is refused for the last time: that one was surely not sent', () => {
    const { next } = failed(refusal, NOW, waits.length, SETTINGS);
    expect(next).toEqual({ state: 'failed', reason: 'I am not in that channel.' });
  });

  test.each<[Failure, number, 'as before' | 'now']>([
    ['down', NOW, 'as before'],
    ['limited', NOW + 700, 'as before'],
    ['unknown', NOW, 'now'],
  ])(
    'that ends as "%s" waits as any other try, however often it was refused',
    (failure, notBefore, unsure) => {
      const look = new PostFailure(failure, 'Later.', { retryAfterMs: 700 });
      for (const refusals of [0, waits.length])
        expect(refusedLook(look, NOW, refusals, SETTINGS).next).toEqual({
          state: 'waiting',
          notBefore,
          unsure,
        });
    },
  );
});
