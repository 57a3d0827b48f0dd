import type { Message, Said } from '../message/message.ts';
import { message, say } from '../message/say.ts';
import type { Step } from '../store/deliveries.ts';
import type { Poster } from './poster.ts';
import { pausedFor } from './occurrence.ts';
import type { Settings } from './settings.ts';

/** What to do about a step now. Instants are epoch milliseconds. */
export type Move =
  | { readonly move: 'send' | 'look' }
  | { readonly move: 'wait'; readonly until: number }
  | { readonly move: 'give'; readonly state: 'failed' | 'unknown' | 'skipped'; readonly reason: Said };

/** What is known when a step is looked at. */
export interface Situation {
  readonly step: Step;
  /** All steps of the delivery. */
  readonly steps: readonly Step[];
  /** Why the target is paused; null while it is not. */
  readonly paused: Said | null;
  readonly poster: Pick<Poster, 'nonceMemoryMs' | 'find'>;
  readonly now: number;
}

/**
 * Decides about a step that is not over. A message whose fate is unknown is sent again only where that cannot
 * make a second one: while the place remembers its nonce, or after looking showed that it is not there.
 */
export function decideNext(situation: Situation, settings: Settings): Move {
  const { step, now, paused } = situation;
  if (step.state === 'sending' && step.heldUntil > now) return { move: 'wait', until: step.heldUntil };
  if (step.notBefore > now) return { move: 'wait', until: step.notBefore };
  const orphan = withoutPost(situation);
  if (orphan !== null) return orphan;
  const isMessage = step.step === 'post' || step.step === 'answer';
  const unsureSince = step.unsureSince ?? (step.state === 'sending' ? step.sentAt : null);
  if (isMessage && unsureSince !== null) return afterUnclearEnd(situation, unsureSince, settings);
  if (paused !== null && step.step === 'post')
    return { move: 'give', state: 'skipped', reason: pausedFor(paused) };
  if (now > step.deadline) return tooLate(step);
  return { move: 'send' };
}

/**
 * The other steps need the post: they wait for it, and go with it. The answer key goes into the thread, so it waits until
 * that is there or will not come: where it is sent and looked for must be the same at every try.
 */
function withoutPost({ step, steps, now }: Situation): Move | null {
  const post = steps.find((candidate) => candidate.step === 'post');
  if (step.step === 'post' || post === undefined) return null;
  if (isOpen(post)) return { move: 'wait', until: now };
  if (post.state !== 'done')
    return { move: 'give', state: 'skipped', reason: say('There is no post to go with.') };
  const thread = steps.find((candidate) => candidate.step === 'thread');
  if (step.step !== 'answer' || thread === undefined || !isOpen(thread)) return null;
  return { move: 'wait', until: Math.max(now, thread.notBefore, thread.heldUntil) };
}

function isOpen({ state }: Step): boolean {
  return state === 'waiting' || state === 'sending';
}

function afterUnclearEnd({ step, poster, now }: Situation, unsureSince: number, settings: Settings): Move {
  const remembered = now + settings.postTimeoutMs < unsureSince + poster.nonceMemoryMs;
  if (remembered && now <= step.deadline) return { move: 'send' };
  if (poster.find === undefined) return unknown(NOT_ASKED);
  if (now > step.deadline + settings.lookMs) return unknown(notAskedSince(step));
  const settled = (step.sentAt ?? unsureSince) + settings.settleMs;
  return settled > now ? { move: 'wait', until: settled } : { move: 'look' };
}

const NOT_ASKED = say(
  'It was sent, but no clear answer came, and the place cannot be asked. It is not sent again, since it may be there already.',
);
const NOT_ASKED_SINCE = say(
  'It was sent, but no clear answer came, and the place could not be asked since. It is not sent again, since it may be there already.',
);
const NOT_ASKED_AND_WHY = message(
  'It was sent, but no clear answer came, and the place could not be asked since ({answer}). It is not sent again, since it may be there already.',
);

/** With the last thing that was heard, without its full stop. */
function notAskedSince({ reason }: Step): Message {
  return reason === null
    ? NOT_ASKED_SINCE
    : say(NOT_ASKED_AND_WHY, { answer: { kind: 'clause', of: reason } });
}

function unknown(reason: Said): Move {
  return { move: 'give', state: 'unknown', reason };
}

function tooLate(step: Step): Move {
  const reason =
    step.reason === null
      ? say('It could not be delivered in time.')
      : say('It could not be delivered in time. The last answer: {answer}', {
          answer: step.reason,
        });
  return { move: 'give', state: 'failed', reason };
}
