import type { z } from 'zod';
import type { PostingPlace } from '../outbox/place.ts';
import type { Clock } from '../clock.ts';
import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { saidIn } from '../message/stored.ts';
import { claimToPost } from '../outbox/occurrence.ts';
import { Problem } from '../problem.ts';
import { nextSlots } from '../schedules/next.ts';
import { occurrenceId } from '../store/ledger.ts';
import { postOverview } from '../store/post-overview.ts';
import type { Store } from '../store/store.ts';
import type { Unagreed } from './agreement.ts';
import { agreementTo, unagreed } from './agreement.ts';
import { adapterFor, requirePost } from './can-post.ts';
import type { Prepare } from './claims.ts';
import * as manage from './manage.ts';
import type { OnStore } from './on-store.ts';
import type { PromptSchedule } from './schedule.ts';
import { readPromptSchedule, scheduleSchema } from './schedule.ts';
import type { Plan, PromptSchedules, PromptState } from './schedules.ts';

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

const RUNS = 3;
/** As many runs of a schedule as are looked back at. */
const PAST = 1_000;

/** The schedules over a store. */
export function storedSchedules(parts: ScheduleParts): PromptSchedules {
  const { onStore, worker } = parts;
  const now = () => parts.clock.now();
  const known = new Map<string, readonly PromptSchedule[]>();
  const list = async (community: string) => {
    const states = await onStore((store) => listed(store, community));
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
      const schedule = await checked(plan, parts);
      const state = await onStore((store) => keep(store, schedule, agreed, now()));
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

async function listed(store: Store, community: string): Promise<PromptState[]> {
  return Promise.all((await schedulesIn(store, community)).map((schedule) => stateOf(store, schedule)));
}

/** A community's schedules of prompts; what can no longer be read is left out. */
async function schedulesIn(store: Store, community: string): Promise<PromptSchedule[]> {
  return (await store.schedules.list(community)).flatMap((kept) => readPromptSchedule(kept) ?? []);
}

async function stateOf(store: Store, schedule: PromptSchedule): Promise<PromptState> {
  return {
    schedule,
    runs: await manage.nextRuns(store, schedule, RUNS),
    targets: await store.schedules.targets(schedule.id),
  };
}

async function keep(
  store: Store,
  schedule: PromptSchedule,
  agreed: string | undefined,
  now: number,
): Promise<PromptState | Unagreed> {
  const other = await store.schedules.get(schedule.id);
  if (other !== null && other.community !== schedule.community)
    throw new Problem(say('That name is taken; try again.'));
  const others = await schedulesIn(store, schedule.community);
  const open = unagreed(schedule, others, now);
  if (open !== null && open.agreement !== agreed) return open;
  const same = open === null || other !== null ? undefined : sameAs(others, schedule);
  if (same !== undefined) return stateOf(store, same);
  await manage.keepSchedule(store, schedule, now);
  return stateOf(store, schedule);
}

/** The schedule that an agreement made already: a button is easily pressed twice. */
function sameAs(others: readonly PromptSchedule[], schedule: PromptSchedule): PromptSchedule | undefined {
  const agreement = agreementTo(schedule);
  return others.find((one) => agreementTo(one) === agreement);
}

/** The plan as a schedule that can be kept: its times come, and its channel takes posts. */
async function checked(plan: Plan, { places, clock }: ScheduleParts): Promise<PromptSchedule> {
  const { place, channel, ...rest } = plan;
  const adapter = adapterFor(places(), place);
  const read = scheduleSchema.safeParse({ ...rest, targets: [`${place}:${channel}`] });
  if (!read.success) throw new Problem(mistakeIn(read.error));
  if (nextSlots(read.data.timetable, clock.now(), 1).length === 0)
    throw new Problem(say('Such a schedule would never post anything: look at its end and its quiet weeks.'));
  const { community, thread, pin, content } = plan;
  const { mention } = content;
  const more = mention === undefined ? { thread, pin } : { thread, pin, mention };
  await requirePost(adapter, { community, place, channel }, more);
  return { ...read.data, content };
}

/** What is wrong with a schedule: in a message of ours, where we know it. */
function mistakeIn({ issues: [first] }: z.ZodError): Said {
  const ours = first?.code === 'custom' ? saidIn(first.params?.['said']) : undefined;
  return ours ?? first?.message ?? say('I cannot read that schedule.');
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
