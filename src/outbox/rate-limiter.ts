import type { Clock } from '../clock.ts';
import type { Pace } from './poster.ts';
import { placeOf } from './target.ts';

/** One post at a time and not too fast: a queue for each channel, and a rate for each place. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #stop: AbortSignal;
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #nextAt = new Map<string, number>();
  readonly #heldUntil = new Map<string, number>();

  constructor(clock: Clock, stop: AbortSignal) {
    this.#clock = clock;
    this.#stop = stop;
  }

  /** Runs `work` when the target's channel and place allow the next post. */
  async run<T>(target: string, pace: Pace, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(target) ?? Promise.resolve();
    const mine = before.then(async () => {
      await this.#until(this.#nextAt.get(target) ?? 0);
      await this.#turn(placeOf(target), pace);
      try {
        return await work();
      } finally {
        this.#nextAt.set(target, this.#clock.now() + pace.channelGapMs);
      }
    });
    const settled = mine.catch(() => undefined);
    this.#queues.set(target, settled);
    void settled.then(() => this.#forget(target, settled));
    return mine;
  }

  /** Until when (epoch milliseconds) the place told us not to ask this in this target; 0 when it did not. */
  heldUntil(target: string, asking: string): number {
    const held = [target, placeOf(target), asking].map((where) => this.#heldUntil.get(where) ?? 0);
    return Math.max(...held);
  }

  /** Keeps quiet in a target, with a place's name in all of it, or with what is asked, until `until`. */
  hold(where: string, until: number): void {
    this.#heldUntil.set(where, Math.max(until, this.#heldUntil.get(where) ?? 0));
  }

  async #turn(place: string, { perSecond }: Pace): Promise<void> {
    const at = Math.max(this.#clock.now(), this.#nextAt.get(place) ?? 0);
    this.#nextAt.set(place, at + 1_000 / perSecond);
    await this.#until(at);
  }

  async #until(at: number): Promise<void> {
    const wait = at - this.#clock.now();
    if (wait > 0) await this.#clock.sleep(wait, this.#stop);
    this.#stop.throwIfAborted();
  }

  /** Channels that are idle are not remembered for ever. */
  #forget(target: string, settled: Promise<unknown>): void {
    if (this.#queues.get(target) !== settled) return;
    this.#queues.delete(target);
    for (const times of [this.#nextAt, this.#heldUntil])
      for (const [key, at] of times) if (times.size > 1_000 && at < this.#clock.now()) times.delete(key);
  }
}
