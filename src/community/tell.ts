import type { PostingPlace } from '../outbox/place.ts';
import type { Log } from '../log.ts';
import type { Said } from '../message/message.ts';
import { say, withValue } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import { reasonOf } from '../reason.ts';
import { askButton, type Reply } from '../reply.ts';
import type { Notice } from '../store/notices.ts';
import type { Store } from '../store/store.ts';
import { claimPost } from './channel-post.ts';
import { type PromptSchedule, readPromptSchedule } from './schedule.ts';

/** What telling of a schedule's troubles needs. */
export interface TellParts {
  readonly places: readonly PostingPlace[];
  /** What people call a schedule; its id unless told. */
  readonly nameOf: ((schedule: PromptSchedule) => Said) | undefined;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The name of this process. */
  readonly worker: string;
}

/**
 * Tells whoever made the schedule, and the channel that the community chose for notices; where neither is possible,
 * `/prompts list` and the log still say it.
 */
export async function tellMaker(notice: Notice, store: Store | null, parts: TellParts): Promise<void> {
  const { schedule: id, community, sentence } = notice;
  const { places, nameOf, log } = parts;
  log.warn({ schedule: id, community }, speak(sentence, 'en'));
  const schedule = readPromptSchedule(await store?.schedules.get(id));
  const place = places.find(({ name }) => community.startsWith(`${name}:`));
  if (schedule === null) return;
  const { by, language = 'en' } = schedule.content;
  // Whoever made it had themselves forgotten.
  if (by === '') return;
  const named = withValue(sentence, 'schedule', { of: id, as: nameOf?.(schedule) ?? id });
  if (store !== null) await postNotice({ ...notice, sentence: named }, store, parts);
  if (place?.tell === undefined) return;
  await place.tell(by, [named], language, community.slice(place.name.length + 1)).catch((error: unknown) => {
    log.warn({ schedule: id, reason: reasonOf(error) }, 'whoever made the schedule could not be told');
  });
}

/** Posts a notice once in the channel that the community chose, if any, in the language that it chose. */
async function postNotice(
  { id, community, sentence }: Notice,
  store: Store,
  { now, worker }: TellParts,
): Promise<void> {
  const to = await store.reports.target(community);
  if (to === null) return;
  const shell = { sources: [], match: null, ask: null, shareable: false } as const;
  const actions = [askButton(say('Prompts'), 'prompts list', {})];
  const reply: Reply = {
    ...shell,
    tone: 'answer',
    title: say('A schedule needs a look'),
    lead: [sentence],
    body: [{ kind: 'actions', actions }],
  };
  await store.ledger.claim(claimPost({ key: id, at: now() }, { ...to, community, reply, worker }));
}
