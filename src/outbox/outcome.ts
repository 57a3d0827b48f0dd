import { message, say } from '../message/say.ts';
import type { Outcome } from '../store/attempts.ts';
import type { PostFailure } from './poster.ts';
import type { Settings } from './settings.ts';

const UNCLEAR = message(
  'It was sent, but no clear answer came. {answer} It is not sent again, since it may be there already.',
);

/** A try that was carried out, or found to have been. */
export function success(outcome: 'posted' | 'found', result: string, at: number): Outcome {
  return { outcome, detail: null, at, next: { state: 'done', result } };
}

/** A look that found nothing: the message is not there, so it may be sent. */
export function absent(at: number): Outcome {
  return {
    outcome: 'absent',
    detail: null,
    at,
    next: { state: 'waiting', notBefore: at, unsure: 'no longer' },
  };
}

/** A look that was refused, as `failed`: when the waits are used up, the message's fate stays unknown. */
export function refusedLook(failure: PostFailure, at: number, refusals: number, settings: Settings): Outcome {
  const ending = failed(failure, at, refusals, settings);
  if (ending.next.state !== 'failed') return ending;
  const reason = say(UNCLEAR, { answer: failure.said });
  return { ...ending, next: { state: 'unknown', reason } };
}

/** A try that failed. `refusals` is how often the target has refused before. */
export function failed(failure: PostFailure, at: number, refusals: number, settings: Settings): Outcome {
  const detail = failure.said;
  const again = (notBefore: number, unsure: 'as before' | 'now' = 'as before'): Outcome => ({
    outcome: failure.failure,
    detail,
    at,
    next: { state: 'waiting', notBefore, unsure },
  });
  switch (failure.failure) {
    case 'down':
      return again(at);
    case 'limited':
      return again(at + failure.retryAfterMs);
    case 'unknown':
      return again(at, 'now');
    case 'gone': {
      const wait = settings.refusalMs[refusals];
      return wait === undefined
        ? { outcome: 'gone', detail, at, next: { state: 'failed', reason: detail } }
        : again(at + wait);
    }
  }
}
