import type { Step } from '../store/parcels.ts';
import type { Poster } from './poster.ts';
import type { Settings } from './settings.ts';

/** What to do about a step now. Instants are epoch milliseconds. */
export type Move =
  | { readonly move: 'send' | 'look' }
  | { readonly move: 'wait'; readonly until: number }
  | { readonly move: 'give'; readonly state: 'failed' | 'unknown' | 'skipped'; readonly reason: string };

/** What is known when a step is looked at. */
export interface Situation {
  readonly step: Step;
  /** All steps of the parcel. */
  readonly steps: readonly Step[];
  /** Why the target is paused; null while it is not. */
  readonly paused: string | null;
  readonly poster: Pick<Poster, 'nonceMemoryMs' | 'find'>;
  readonly now: number;
}

/**
 * Decides about a step that is not over. A message whose fate is unknown is sent again only where that cannot
 * make a second one: while the place remembers its nonce, or after looking showed that it is not there.
 */
export function nextMove(situation: Situation, settings: Settings): Move {
  const { step, now, paused } = situation;
  if (step.state === 'sending' && step.heldUntil > now) return { move: 'wait', until: step.heldUntil };
  if (step.notBefore > now) return { move: 'wait', until: step.notBefore };
  const orphan = withoutPost(situation);
  if (orphan !== null) return orphan;
  const isMessage = step.step === 'post' || step.step === 'answer';
  const unsureSince = step.unsureSince ?? (step.state === 'sending' ? step.sentAt : null);
  if (isMessage && unsureSince !== null) return afterUnclearEnd(situation, unsureSince, settings);
  if (paused !== null && step.step === 'post')
    return { move: 'give', state: 'skipped', reason: `Paused: ${paused}` };
  if (now > step.deadline) return tooLate(step);
  return { move: 'send' };
}

/** The other steps need the post: they wait for it, and go with it. */
function withoutPost({ step, steps, now }: Situation): Move | null {
  const post = steps.find((candidate) => candidate.step === 'post');
  if (step.step === 'post' || post === undefined || post.state === 'done') return null;
  if (post.state === 'waiting' || post.state === 'sending') return { move: 'wait', until: now };
  return { move: 'give', state: 'skipped', reason: 'There is no post to go with.' };
}

function afterUnclearEnd({ step, poster, now }: Situation, unsureSince: number, settings: Settings): Move {
  const remembered = now + settings.postTimeoutMs < unsureSince + poster.nonceMemoryMs;
  if (remembered && now <= step.deadline) return { move: 'send' };
  if (poster.find === undefined) return unknown('the place cannot be asked');
  if (now > step.deadline + settings.lookMs)
    return unknown(`the place could not be asked since${lastAnswer(step)}`);
  const settled = (step.sentAt ?? unsureSince) + settings.settleMs;
  return settled > now ? { move: 'wait', until: settled } : { move: 'look' };
}

/** The last thing that was heard, as the end of a sentence without its full stop. */
function lastAnswer({ reason }: Step): string {
  return reason === null ? '' : ` (${reason.replace(/\.$/, '')})`;
}

function unknown(why: string): Move {
  const reason = `It was sent, but no clear answer came, and ${why}. It is not sent again, since it may be there already.`;
  return { move: 'give', state: 'unknown', reason };
}

function tooLate(step: Step): Move {
  const last = step.reason === null ? '' : ` The last answer: ${step.reason}`;
  return { move: 'give', state: 'failed', reason: `It could not be delivered in time.${last}` };
}
