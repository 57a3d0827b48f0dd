import { setImmediate } from 'node:timers/promises';
import type { Said } from '../message/say.ts';
import { message, say } from '../message/say.ts';
import { claimToPost, claimToSkip, claimToTell } from '../outbox/occurrence.ts';
import type { Poster } from '../outbox/poster.ts';
import type { DueSlot } from '../schedules/due.ts';
import { dueSlots } from '../schedules/due.ts';
import { nextSlots } from '../schedules/next.ts';
import type { Claim } from '../store/ledger.ts';
import type { Due } from '../store/schedules.ts';
import type { Store } from '../store/store.ts';
import { pauseWith } from './manage.ts';
import type { PrepareContext } from './prepare-post.ts';
import { prepareInTime } from './prepare-post.ts';
import type { Schedule } from './schedule.ts';
import { readSchedule } from './schedule.ts';

/** What claiming needs. */
export interface ClaimContext extends PrepareContext {
  readonly worker: string;
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
    const prepared = await prepareInTime(this.#context, store, schedule, slot);
    if (prepared === null) {
      this.#waiting.set(schedule.id, clock.now() + PREPARE_AGAIN_MS);
      return null;
    }
    if ('skip' in prepared) return claimToSkip(schedule.id, slot, by, now, prepared.skip);
    const targets = await store.schedules.targets(schedule.id);
    const { graceMs } = settings;
    // Spread no further than halfway to the next run, which would overtake it.
    const spreadMs = Math.min(round.spreadMs, ((next ?? Infinity) - slot.at) / 2);
    const { content, pause } = prepared;
    const plan = { schedule, slot, by, now, graceMs, spreadMs, targets, content };
    return pause === undefined ? claimToPost(plan) : { ...claimToTell(plan), pause };
  }

  async #suspend(store: Store, id: string): Promise<void> {
    await store.schedules.suspend(id);
    const sentence = say(UNREADABLE, { schedule: id });
    await store.notices.add(id, sentence, this.#context.clock.now());
  }
}
