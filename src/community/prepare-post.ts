import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Said } from '../message/say.ts';
import { message, say } from '../message/say.ts';
import type { Settings } from '../outbox/settings.ts';
import { reasonOf } from '../reason.ts';
import type { Slot } from '../schedules/next.ts';
import type { Store } from '../store/store.ts';
import type { Schedule } from './schedule.ts';

/**
 * What a post will say: content for the place to render, or why there is nothing to post this time. With `pause` the schedule
 * stops until somebody has it go on: the content says so where it posts, the sentence to whoever made it.
 */
export type Prepared = { readonly content: unknown; readonly pause?: Said } | { readonly skip: Said };

/** Makes the content of an occurrence, once, when it is claimed. A rejection is tried again until it is too late. */
export type Prepare = (schedule: Schedule, slot: Slot, store: Store) => Promise<Prepared>;

/** What preparing needs. */
export interface PrepareContext {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log: Log;
  readonly prepare: Prepare;
}

const UNPREPARED = message('The post could not be prepared; the log has the reason under {reference}.');

/** What a post will say; null when it shall be tried again; a last try that fails skips the slot and says so. */
export async function prepareInTime(
  { clock, settings, log, prepare }: PrepareContext,
  store: Store,
  schedule: Schedule,
  slot: Slot,
): Promise<Prepared | null> {
  try {
    return await prepare(schedule, slot, store);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    const told = { reference, reason: reasonOf(error), schedule: schedule.id, slot: slot.key };
    log.error(told, 'A post could not be prepared');
    if (clock.now() <= slot.at + settings.graceMs) return null;
    const skip = say(UNPREPARED, { reference });
    const facts = { schedule: schedule.id, slot: slot.key, reason: skip };
    const sentence = say('{schedule}, due {slot}: nothing was posted. {reason}', facts);
    await store.notices.add(schedule.id, sentence, clock.now());
    return { skip };
  }
}
