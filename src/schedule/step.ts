import { randomUUID } from 'node:crypto';
import type { Message, Said } from '../message/message.ts';
import { message, say } from '../message/say.ts';
import type { Ending, Given, StepId } from '../store/attempts.ts';
import type { Queries } from '../store/database.ts';
import type { OpenParcel, ParcelId, Step } from '../store/parcels.ts';
import type { Store } from '../store/store.ts';
import type { Errand } from './carry-out.ts';
import { askingOf, carryOut, isMessage } from './carry-out.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import { failed } from './ending.ts';
import type { Poster } from './poster.ts';
import { PostFailure } from './poster.ts';
import type { StepName } from './schedule.ts';
import { channelIn } from './schedule.ts';
import type { Move } from './move.ts';
import { nextMove } from './move.ts';
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

/** One step of one parcel, moved on as far as it goes now. */
export class StepDelivery {
  readonly #store: Store;
  readonly #parcel: ParcelId;
  readonly #id: StepId;
  readonly #poster: Poster;
  readonly #context: DeliveryContext;

  constructor(store: Store, parcel: ParcelId, step: StepName, poster: Poster, context: DeliveryContext) {
    this.#store = store;
    this.#parcel = parcel;
    this.#id = { occurrence: parcel.occurrence, target: parcel.target, step };
    this.#poster = poster;
    this.#context = context;
  }

  /** Resolves once the step is over, or has to wait. */
  async run(): Promise<Delivery> {
    for (;;) {
      const result = await this.#advance();
      if (result !== 'again') return result;
    }
  }

  async #advance(): Promise<Delivery | 'again'> {
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
      this.#context.pacer.run(this.#parcel.target, this.#poster.pace, () => this.#attempt())
    );
  }

  /** Told to wait, it gives up its turn instead of blocking others. */
  #quiet(kind: 'send' | 'look'): (Delivery & { kind: 'later' }) | null {
    const { pacer, clock } = this.#context;
    const at = pacer.heldUntil(this.#parcel.target, askingOf(this.#poster.place, kind, this.#id.step));
    return at > clock.now() ? { kind: 'later', at } : null;
  }

  /** What is known now, and what to do about it; null when the step is over. */
  async #look(): Promise<{ open: OpenParcel; move: Move; tries: number } | null> {
    const open = await this.#store.parcels.open(this.#parcel);
    const step = open?.steps.find((candidate) => candidate.step === this.#id.step);
    if (open === null || step === undefined || OVER.has(step.state)) return null;
    const situation = { ...open, step, poster: this.#poster, now: this.#context.clock.now() };
    return { open, tries: step.tries, move: nextMove(situation, this.#context.settings) };
  }

  /** Waiting for our turn may have taken long, so everything is looked at again first. */
  async #attempt(): Promise<Delivery | 'again'> {
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
      this.#unsent(kind, attempt.heldUntil) ?? (await carryOut(kind, this.#errand(look.open), this.#context));
    await this.#context.insist(() =>
      attempts.end(this.#id, token, ending, (queries) => this.#remember(look.open, ending, queries)),
    );
    return this.#afterwards(ending);
  }

  #errand(open: OpenParcel): Errand {
    return { parcel: this.#parcel, open, step: this.#id.step, poster: this.#poster };
  }

  /** How a try ends that is not carried out after all, since writing it down took time; null when it is. */
  #unsent(kind: 'send' | 'look', heldUntil: number): Ending | null {
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
  async #remember(open: OpenParcel, { outcome, detail, at, next }: Ending, queries: Queries): Promise<void> {
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

  async #give(open: OpenParcel, state: Given, reason: Said): Promise<void> {
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

  #notThrough({ occurrence: { schedule, slot } }: OpenParcel, reason: Said): Message {
    const { step, target } = this.#id;
    const channel = channelIn(target);
    return say(NOT_THROUGH, { schedule, slot, step: STEP_WORDS[step], channel, reason });
  }

  #refusedFor({ occurrence: { schedule, slot } }: OpenParcel, reason: Said): Message {
    const { target, step } = this.#id;
    const channel = channelIn(target);
    if (!isMessage(step)) return say(REFUSED, { schedule, slot, step: STEP_WORDS[step], channel, reason });
    const times = this.#context.settings.refusalMs.length + 1;
    return say(TARGET_PAUSED, { schedule, channel, times, reason });
  }

  async #afterwards({ outcome, next }: Ending): Promise<Delivery | 'again'> {
    if (next.state !== 'waiting') return 'again';
    if (outcome === 'down') return { kind: 'retry' };
    if (outcome === 'unknown') return this.#afterUnclear();
    return outcome === 'absent' ? 'again' : { kind: 'later', at: next.notBefore };
  }

  /** While the place remembers the nonce, sending again is safe: soon enough, but not at once. */
  async #afterUnclear(): Promise<Delivery | 'again'> {
    const look = await this.#look();
    if (look?.move.move !== 'send') return 'again';
    const { clock, settings } = this.#context;
    const soon = isMessage(this.#id.step) ? this.#poster.nonceMemoryMs / 4 : Infinity;
    return { kind: 'later', at: clock.now() + Math.min(backoff(settings, look.tries), soon) };
  }
}
