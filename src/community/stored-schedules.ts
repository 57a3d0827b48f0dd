import type { PostingPlace } from '../outbox/place.ts';
import type { Clock } from '../clock.ts';
import { claimToPost } from '../outbox/occurrence.ts';
import { Problem } from '../problem.ts';
import { occurrenceId } from '../store/ledger.ts';
import { postOverview } from '../store/post-overview.ts';
import type { Store } from '../store/store.ts';
import { checkedPlan } from './checked-plan.ts';
import { keepAgreed, stateOf, statesIn } from './keep-schedule.ts';
import * as manage from './manage.ts';
import type { OnStore } from './on-store.ts';
import type { Prepare } from './prepare-post.ts';
import type { PromptSchedule } from './schedule.ts';
import type { PromptSchedules } from './schedules.ts';

/** What schedules are kept with. */
export interface ScheduleParts {
  readonly onStore: OnStore;
  /** The places that are on now. */
  readonly places: () => readonly PostingPlace[];
  readonly prepare: Prepare;
  readonly clock: Pick<Clock, 'now'>;
  /** The name of this process, as `why` shows it. */
  readonly worker: string;
  /** Up to this late is on time; milliseconds. */
  readonly graceMs: number;
}

/** As many runs of a schedule as are looked back at. */
const PAST = 1_000;

/** The schedules over a store. */
export function storedSchedules(parts: ScheduleParts): PromptSchedules {
  const { onStore, worker } = parts;
  const now = () => parts.clock.now();
  const known = new Map<string, readonly PromptSchedule[]>();
  const list = async (community: string) => {
    const states = await onStore((store) => statesIn(store, community));
    known.set(
      community,
      states.map(({ schedule }) => schedule),
    );
    return states;
  };
  return {
    known: (community) => known.get(community) ?? [],
    list,
    keep: async (plan, agreed) => {
      const schedule = await checkedPlan(plan, parts);
      const state = await onStore((store) => keepAgreed(store, schedule, agreed, now()));
      await list(plan.community);
      return state;
    },
    pause: (schedule) => onStore((store) => manage.pauseSchedule(store, schedule, now())),
    resume: (schedule) =>
      onStore(async (store) => {
        await manage.resumeSchedule(store, schedule, now());
        return stateOf(store, { ...schedule, state: 'active' });
      }),
    remove: async (schedule) => {
      await onStore((store) => manage.removeSchedule(store, schedule.id, now()));
      await list(schedule.community);
    },
    skip: (schedule, reason) => onStore((store) => manage.skipNext(store, schedule, worker, now(), reason)),
    test: (schedule) => onStore((store) => postTest(store, schedule, parts)),
    past: (schedule) => onStore((store) => store.ledger.occurrences(schedule, PAST)),
    why: (run) => onStore((store) => store.why(run)),
    overview: (community) => onStore((store) => postOverview(store.database, community)),
  };
}

async function postTest(store: Store, schedule: PromptSchedule, parts: ScheduleParts): Promise<string> {
  const now = parts.clock.now();
  const local = new Date(now).toISOString().slice(0, 23);
  const slot = { at: now, key: `test-${local}`, shifted: false };
  const prepared = await parts.prepare(schedule, slot, store);
  if ('skip' in prepared) throw new Problem(prepared.skip);
  if (prepared.pause !== undefined) throw new Problem(prepared.pause);
  const { worker: by, graceMs } = parts;
  const shown = { ...schedule, pin: false, answerAfterHours: null };
  const { content } = prepared;
  await store.ledger.claim(
    claimToPost({ schedule: shown, slot, by, now, graceMs, spreadMs: 0, targets: [], content }),
  );
  return occurrenceId(schedule.id, slot.key);
}
