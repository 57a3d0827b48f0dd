import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Said } from '../message/message.ts';
import { message, say } from '../message/say.ts';
import type { Log } from '../log.ts';
import type { Claim } from '../store/ledger.ts';
import type { Due } from '../store/schedules.ts';
import type { Store } from '../store/store.ts';
import { claimToPost, claimToSkip, claimToTell } from '../outbox/occurrence.ts';
import type { Clock } from '../clock.ts';
import type { DueSlot } from '../schedules/due.ts';
import { dueSlots } from '../schedules/due.ts';
import type { Slot } from '../schedules/next.ts';
import { nextSlots } from '../schedules/next.ts';
import { pauseWith } from './manage.ts';
import type { Schedule } from './schedule.ts';
import { readSchedule } from './schedule.ts';
import type { Poster } from '../outbox/poster.ts';
import type { Settings } from '../outbox/settings.ts';
import { reasonOf } from '../reason.ts';

/**
 * What a post will say: content for the place to render, or why there is nothing to post this time. With `pause` the schedule
 * stops until somebody has it go on: the content says so where it posts, the sentence to whoever made it.
 */
export type Prepared = { readonly content: unknown; readonly pause?: Said } | { readonly skip: Said };

/** Makes the content of an occurrence, once, when it is claimed. A rejection is tried again until it is too late. */
export type Prepare = (schedule: Schedule, slot: Slot, store: Store) => Promise<Prepared>;

/** What claiming needs. */
export interface ClaimContext {
  readonly worker: string;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log: Log;
  readonly prepare: Prepare;
  /** What posts; sets how far a burst is spread. */
  readonly posters: readonly Pick<Poster, 'pace'>[];
}

/** A claim; with `pause` the schedule stops with it, for that reason. */
type Planned = Claim & { readonly pause?: Said };

/** What is known of all schedules that are due together. */
interface Round {
  /** Over how many milliseconds their posts are spread. */
  readonly spreadMs: number;
  /** The schedules of which a post was not over when the round began. */
  readonly posting: ReadonlySet<string>;
}

const UNREADABLE = message(
  '{schedule} is stopped: what is kept of it cannot be read. Remove it and add it again.',
);
const OVERTAKEN = say('It could not be sent before the next run came due, which is posted in its stead.');
const UNPREPARED = message('The post could not be prepared; the log has the reason under {reference}.');
const BATCH = 100;
const SLOTS_AT_ONCE = 200;
const LONGEST_SPREAD_MS = 10 * 60_000;
const PREPARE_AGAIN_MS = 30_000;

/** Takes every slot that has come due, or writes down why it is not posted. */
export class Claims {
  readonly #context: ClaimContext;
  readonly #perSecond: number;
  /** Schedules whose content could not be made, or whose last run is not over, and when to look again. */
  readonly #waiting = new Map<string, number>();

  constructor(context: ClaimContext) {
    this.#context = context;
    this.#perSecond = Math.max(1, ...context.posters.map(({ pace }) => pace.perSecond));
  }

  async run(store: Store): Promise<void> {
    const now = this.#context.clock.now();
    const burst = await store.schedules.dueTargets(now);
    if (burst === 0) return;
    const spreadMs = Math.min(LONGEST_SPREAD_MS, ((burst - 1) / this.#perSecond) * 1_000);
    const posting = await store.ledger.posting();
    for (;;) {
      const due = (await store.schedules.due(now, BATCH + this.#waiting.size)).filter(
        (one) => !this.#isWaiting(one, now),
      );
      for (const one of due) {
        await this.#claimAll(store, one, { spreadMs, posting });
        // Answering people comes first: other work gets its turn between two claims.
        await setImmediate();
      }
      if (due.length < BATCH) return;
    }
  }

  #isWaiting({ id }: Due, now: number): boolean {
    const until = this.#waiting.get(id);
    if (until !== undefined && until <= now) this.#waiting.delete(id);
    return this.#waiting.has(id);
  }

  async #claimAll(store: Store, { id, dueAt, schedule: kept }: Due, round: Round): Promise<void> {
    const { clock, settings } = this.#context;
    const schedule = readSchedule(kept);
    if (schedule === null) return this.#suspend(store, id);
    const now = clock.now();
    const slots = dueSlots(schedule, dueAt, now, settings.graceMs, SLOTS_AT_ONCE);
    // The zone's rules may have changed since the due time was computed.
    if (slots.length === 0)
      await store.schedules.move(id, dueAt, nextSlots(schedule.timetable, now, 1)[0]?.at ?? null);
    let from = dueAt;
    for (const due of slots) {
      if (due.skip === undefined && !(await this.#isFree(store, id, round))) return;
      const claim = await this.#plan(store, schedule, due, round);
      if (claim === null) return;
      const to = due.next;
      if (claim.pause !== undefined) return pauseWith(store, schedule, claim, from);
      if (!(await store.ledger.claim({ ...claim, next: { from, to } })) || to === null) return;
      from = to;
    }
  }

  /**
   * One run of a schedule at a time, so that they come in order: what was not sent of the last one gives way. While it is
   * being sent, or may have been, the next one waits; its content depends on what became of it.
   */
  async #isFree(store: Store, id: string, { posting }: Round): Promise<boolean> {
    if (!posting.has(id)) return true;
    const { clock, settings } = this.#context;
    await store.ledger.cancel(id, OVERTAKEN, clock.now());
    if (!(await store.ledger.posting(id)).has(id)) return true;
    this.#waiting.set(id, clock.now() + settings.tickMs);
    return false;
  }

  async #plan(store: Store, schedule: Schedule, due: DueSlot, round: Round): Promise<Planned | null> {
    const { clock, settings, worker: by } = this.#context;
    const { slot, next } = due;
    const now = clock.now();
    if (due.skip !== undefined) return claimToSkip(schedule.id, slot, by, now, due.skip);
    const prepared = await this.#prepare(store, schedule, slot);
    if (prepared === null) return null;
    if ('skip' in prepared) return claimToSkip(schedule.id, slot, by, now, prepared.skip);
    const targets = await store.schedules.targets(schedule.id);
    const { graceMs } = settings;
    // Spread no further than halfway to the next run, which would overtake it.
    const spreadMs = Math.min(round.spreadMs, ((next ?? Infinity) - slot.at) / 2);
    const { content, pause } = prepared;
    const plan = { schedule, slot, by, now, graceMs, spreadMs, targets, content };
    return pause === undefined ? claimToPost(plan) : { ...claimToTell(plan), pause };
  }

  /** Null when it shall be tried again; a last try that fails skips the slot and says so. */
  async #prepare(store: Store, schedule: Schedule, slot: Slot): Promise<Prepared | null> {
    const { clock, settings, log } = this.#context;
    try {
      return await this.#context.prepare(schedule, slot, store);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      const told = { reference, reason: reasonOf(error), schedule: schedule.id, slot: slot.key };
      log.error(told, 'A post could not be prepared');
      if (clock.now() <= slot.at + settings.graceMs) {
        this.#waiting.set(schedule.id, clock.now() + PREPARE_AGAIN_MS);
        return null;
      }
      const skip = say(UNPREPARED, { reference });
      const facts = { schedule: schedule.id, slot: slot.key, reason: skip };
      const sentence = say('{schedule}, due {slot}: nothing was posted. {reason}', facts);
      await store.notices.add(schedule.id, sentence, clock.now());
      return { skip };
    }
  }

  async #suspend(store: Store, id: string): Promise<void> {
    await store.schedules.suspend(id);
    const sentence = say(UNREADABLE, { schedule: id });
    await store.notices.add(id, sentence, this.#context.clock.now());
  }
}
