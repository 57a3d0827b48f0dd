import type { PostingPlace } from '../outbox/place.ts';
import type { Log } from '../log.ts';
import type { Said } from '../message/message.ts';
import { withValue } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import { reasonOf } from '../reason.ts';
import type { Notice } from '../store/notices.ts';
import type { Store } from '../store/store.ts';
import { type PromptSchedule, readPromptSchedule } from './schedule.ts';

/** What telling of a schedule's troubles needs. */
export interface TellParts {
  readonly places: readonly PostingPlace[];
  /** What people call a schedule; its id unless told. */
  readonly nameOf: ((schedule: PromptSchedule) => Said) | undefined;
  readonly log: Log;
}

/** Tells whoever made the schedule; where that is not possible, `/prompts list` and the log still say it. */
export async function tellMaker(
  { schedule: id, community, sentence }: Notice,
  store: Store | null,
  { places, nameOf, log }: TellParts,
): Promise<void> {
  log.warn({ schedule: id, community }, speak(sentence, 'en'));
  const schedule = readPromptSchedule(await store?.schedules.get(id));
  const place = places.find(({ name }) => community.startsWith(`${name}:`));
  if (schedule === null || place?.tell === undefined) return;
  const { by, language = 'en' } = schedule.content;
  // Whoever made it had themselves forgotten.
  if (by === '') return;
  const named = withValue(sentence, 'schedule', { of: id, as: nameOf?.(schedule) ?? id });
  await place.tell(by, [named], language).catch((error: unknown) => {
    log.warn({ schedule: id, reason: reasonOf(error) }, 'whoever made the schedule could not be told');
  });
}
