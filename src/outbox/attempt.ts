import { randomUUID } from 'node:crypto';
import type { Message, Said } from '../message/say.ts';
import { message, say } from '../message/say.ts';
import type { Outcome, Given, StepId } from '../store/attempts.ts';
import type { Queries } from '../store/database.ts';
import type { OpenDelivery, DeliveryId, Step } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { AttemptRequest } from './execute-step.ts';
import { askingOf, executeStep, isMessage } from './execute-step.ts';
import type { DeliveryResult, DeliveryContext } from './delivery.ts';
import { failed } from './outcome.ts';
import type { Poster } from './poster.ts';
import { PostFailure } from './poster.ts';
import type { StepName } from '../store/ledger.ts';
import { channelIn } from './target.ts';
import type { Move } from './retry-policy.ts';
import { decideNext } from './retry-policy.ts';
import { backoff } from './settings.ts';

/** The states that a step does not leave. */
const OVER: ReadonlySet<Step['state']> = new Set(['done', 'failed', 'unknown', 'skipped']);

const STEP_WORDS: Readonly<Record<StepName, Message>> = {
  post: say('the post'),
  thread: say('the thread'),
  pin: say('the pin'),
  answer: say('the answer key'),
};
const TOO_SLOW = say('Not sent: writing it down took too long.');
const NOT_NOW = say('Not sent: the place asked another post to wait.');
const NOT_THROUGH = message('{schedule}, due {slot}: {step} for {channel} did not go through. {reason}');
const REFUSED = message('{schedule}, due {slot}: {step} in {channel} was refused. {reason}');
const TARGET_PAUSED = message(
  '{schedule}: {channel} is paused, since it refused {times} times in a row. {reason} Put it right, then type /prompts resume {schedule}',
);

/** One step of one delivery, moved on as far as it goes now. */
export class StepDelivery {
  readonly #store: Store;
  readonly #delivery: DeliveryId;
  readonly #id: StepId;
  readonly #poster: Poster;
  readonly #context: DeliveryContext;

  constructor(store: Store, delivery: DeliveryId, step: StepName, poster: Poster, context: DeliveryContext) {
    this.#store = store;
    this.#delivery = delivery;
    this.#id = { occurrence: delivery.occurrence, target: delivery.target, step };
    this.#poster = poster;
    this.#context = context;
  }

  /** Resolves once the step is over, or has to wait. */
  async run(): Promise<DeliveryResult> {
    for (;;) {
      const result = await this.#advance();
      if (result !== 'again') return result;
    }
  }

  async #advance(): Promise<DeliveryResult | 'again'> {
    const look = await this.#look();
    if (look === null) return { kind: 'closed' };
    const { open, move } = look;
    if (move.move === 'wait') return { kind: 'later', at: move.until };
    if (move.move === 'give') {
      await this.#give(open, move.state, move.reason);
      return 'again';
    }
    return (
      this.#quiet(move.move) ??
      this.#context.rateLimiter.run(this.#delivery.target, this.#poster.pace, () => this.#attempt())
    );
  }

  /** Told to wait, it gives up its turn instead of blocking others. */
  #quiet(kind: 'send' | 'look'): (DeliveryResult & { kind: 'later' }) | null {
    const { rateLimiter, clock } = this.#context;
    const at = rateLimiter.heldUntil(
      this.#delivery.target,
      askingOf(this.#poster.place, kind, this.#id.step),
    );
    return at > clock.now() ? { kind: 'later', at } : null;
  }

  /** What is known now, and what to do about it; null when the step is over. */
  async #look(): Promise<{ open: OpenDelivery; move: Move; tries: number } | null> {
    const open = await this.#store.deliveries.open(this.#delivery);
    const step = open?.steps.find((candidate) => candidate.step === this.#id.step);
    if (open === null || step === undefined || OVER.has(step.state)) return null;
    const situation = { ...open, step, poster: this.#poster, now: this.#context.clock.now() };
    return { open, tries: step.tries, move: decideNext(situation, this.#context.settings) };
  }

  /** Waiting for our turn may have taken long, so everything is looked at again first. */
  async #attempt(): Promise<DeliveryResult | 'again'> {
    const look = await this.#look();
    if (look === null || (look.move.move !== 'send' && look.move.move !== 'look')) return 'again';
    const quiet = this.#quiet(look.move.move);
    if (quiet !== null) return quiet;
    const { clock, settings, worker: by } = this.#context;
    const { attempts } = this.#store;
    const token = randomUUID();
    const kind = look.move.move;
    const at = clock.now();
    const attempt = { ...this.#id, token, kind, by, at, heldUntil: at + 2 * settings.postTimeoutMs };
    if (!(await this.#context.insist(() => attempts.begin(attempt))))
      return { kind: 'later', at: at + settings.tickMs };
    const ending =
      this.#unsent(kind, attempt.heldUntil) ??
      (await executeStep(kind, this.#request(look.open), this.#context));
    await this.#context.insist(() =>
      attempts.end(this.#id, token, ending, (queries) => this.#remember(look.open, ending, queries)),
    );
    return this.#afterwards(ending);
  }

  #request(open: OpenDelivery): AttemptRequest {
    return { delivery: this.#delivery, open, step: this.#id.step, poster: this.#poster };
  }

  /** How a try ends that is not carried out after all, since writing it down took time; null when it is. */
  #unsent(kind: 'send' | 'look', heldUntil: number): Outcome | null {
    const { clock, settings } = this.#context;
    const now = clock.now();
    // The store may have been away: by now the hold may be over, and somebody else sending.
    if (now + settings.postTimeoutMs > heldUntil)
      return failed(new PostFailure('down', TOO_SLOW), now, 0, settings);
    const quiet = this.#quiet(kind);
    if (quiet === null) return null;
    return failed(new PostFailure('limited', NOT_NOW, { retryAfterMs: quiet.at - now }), now, 0, settings);
  }

  /** What the end of a try means for the target, written with it. */
  async #remember(
    open: OpenDelivery,
    { outcome, detail, at, next }: Outcome,
    queries: Queries,
  ): Promise<void> {
    const { schedule } = open.occurrence;
    const { schedules, notices } = this.#store;
    const { target, step } = this.#id;
    if (next.state === 'done' && open.failures > 0 && isMessage(step))
      await schedules.welcome(schedule, target, queries);
    if (outcome === 'gone' && isMessage(step))
      await schedules.refused(schedule, target, detail ?? '', next.state === 'failed' ? at : null, queries);
    if (next.state === 'failed')
      await notices.add(schedule, this.#refusedFor(open, next.reason), at, queries);
    if (next.state === 'unknown')
      await notices.add(schedule, this.#notThrough(open, next.reason), at, queries);
  }

  async #give(open: OpenDelivery, state: Given, reason: Said): Promise<void> {
    const now = this.#context.clock.now();
    const { attempts, notices } = this.#store;
    const { schedule } = open.occurrence;
    const sentence = this.#notThrough(open, reason);
    await this.#context.insist(() =>
      attempts.give(this.#id, state, reason, now, async (queries) => {
        if (state !== 'skipped') await notices.add(schedule, sentence, now, queries);
      }),
    );
  }

  #notThrough({ occurrence: { schedule, slot } }: OpenDelivery, reason: Said): Message {
    const { step, target } = this.#id;
    const channel = channelIn(target);
    return say(NOT_THROUGH, { schedule, slot, step: STEP_WORDS[step], channel, reason });
  }

  #refusedFor({ occurrence: { schedule, slot } }: OpenDelivery, reason: Said): Message {
    const { target, step } = this.#id;
    const channel = channelIn(target);
    if (!isMessage(step)) return say(REFUSED, { schedule, slot, step: STEP_WORDS[step], channel, reason });
    const times = this.#context.settings.refusalMs.length + 1;
    return say(TARGET_PAUSED, { schedule, channel, times, reason });
  }

  async #afterwards({ outcome, next }: Outcome): Promise<DeliveryResult | 'again'> {
    if (next.state !== 'waiting') return 'again';
    if (outcome === 'down') return { kind: 'retry' };
    if (outcome === 'unknown') return this.#afterUnclear();
    return outcome === 'absent' ? 'again' : { kind: 'later', at: next.notBefore };
  }

  /** While the place remembers the nonce, sending again is safe: soon enough, but not at once. */
  async #afterUnclear(): Promise<DeliveryResult | 'again'> {
    const look = await this.#look();
    if (look?.move.move !== 'send') return 'again';
    const { clock, settings } = this.#context;
    const soon = isMessage(this.#id.step) ? this.#poster.nonceMemoryMs / 4 : Infinity;
    return { kind: 'later', at: clock.now() + Math.min(backoff(settings, look.tries), soon) };
  }
}
