import { createHash } from 'node:crypto';
import { speak } from '../message/speak.ts';
import type { StepName } from '../store/ledger.ts';
import type { Said } from '../message/message.ts';

/** One thing to do in a channel, as a place is asked to do it. */
export interface PostJob {
  /** The place's own id of the channel. */
  readonly channel: string;
  readonly step: StepName;
  /** Every step that is asked for with this one, this one included. */
  readonly steps: readonly StepName[];
  /** At most 25 characters, the same for every try of this step: a place that can, refuses a second post with it. */
  readonly nonce: string;
  readonly schedule: string;
  readonly occurrence: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** True when it comes so much later than due that the post should say so. */
  readonly late: boolean;
  /** What was prepared when the occurrence was claimed; the same for every try. */
  readonly content: unknown;
  /** What earlier steps returned: the id of the post, of the thread. */
  readonly results: Readonly<Partial<Record<StepName, string>>>;
}

/** How fast a place lets us post. */
export interface Pace {
  /** Posts a second, in all channels together. */
  readonly perSecond: number;
  /** Milliseconds between two posts in one channel. */
  readonly channelGapMs: number;
}

/**
 * A place that can post. `post` and `answer` are messages and must not be repeated; `thread` and `pin` are
 * repeated after an unclear end, so a place takes "already there" for success.
 */
export interface Poster {
  /** The part before the colon in a target. */
  readonly place: string;
  readonly pace: Pace;
  /**
   * For how many milliseconds the place itself refuses a second message with the same nonce; 0 when it does not.
   * Within that time a message whose fate is unknown is simply sent again.
   */
  readonly nonceMemoryMs: number;
  /**
   * Does one step and resolves with its id. Sends nothing after the signal has aborted.
   * @throws PostFailure saying what is known; any other error counts as `unknown`.
   */
  post(job: PostJob, signal: AbortSignal): Promise<string>;
  /**
   * Looks in the channel for a message with this nonce: its id, or null when it is not there. Left out where
   * a place cannot be asked; then a message whose fate is unknown is never sent again.
   */
  find?(job: PostJob, signal: AbortSignal): Promise<string | null>;
  /** Has a whole delivery done, so that its steps are measured as one. */
  whole?<T>(deliver: () => Promise<T>): Promise<T>;
}

/** What a place knows about a step that failed. Only `unknown` may have been carried out. */
export type Failure =
  /** The channel is gone, or we may not post there. */
  | 'gone'
  /** Too fast: not carried out; try again after `retryAfterMs`. */
  | 'limited'
  /** The place cannot be reached or refuses work: surely not carried out. */
  | 'down'
  /** Asked, but no clear answer: it may have been carried out. */
  | 'unknown';

/** What a limit holds for: one channel, whatever is asked in the same way in all channels, or the whole place. */
export type LimitedWhere = 'channel' | 'asking' | 'place';

/** A step that failed; what is said is one sentence without secrets, shown to administrators. Its `message` is English. */
export class PostFailure extends Error {
  override readonly name = 'PostFailure';
  readonly said: Said;
  readonly failure: Failure;
  /** Milliseconds; for `limited`. */
  readonly retryAfterMs: number;
  /** For `limited`: what has to wait. */
  readonly where: LimitedWhere;

  constructor(failure: Failure, said: Said, more: { retryAfterMs?: number; where?: LimitedWhere } = {}) {
    super(speak(said, 'en'));
    this.said = said;
    this.failure = failure;
    this.retryAfterMs = more.retryAfterMs ?? 0;
    this.where = more.where ?? 'channel';
  }
}

/** The result of a step that had nothing to do. */
export const NOTHING_TO_DO = 'nothing to do';

/** The nonce of a step: 24 characters (a–f, 0–9), from occurrence (which names the schedule), target and step. */
export function nonceOf(occurrence: string, target: string, step: StepName): string {
  return createHash('sha256')
    .update(JSON.stringify([occurrence, target, step]))
    .digest('hex')
    .slice(0, 24);
}
