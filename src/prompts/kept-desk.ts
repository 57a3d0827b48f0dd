import type { Adapter } from '../adapter.ts';
import { Problem } from '../parse.ts';
import { claimToPost } from '../schedule/claim.ts';
import type { Prepare } from '../schedule/claims.ts';
import type { Clock } from '../schedule/clock.ts';
import * as manage from '../schedule/manage.ts';
import { nextSlots } from '../schedule/next.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { occurrenceId } from '../store/ledger.ts';
import type { StoreKeeper } from '../store/keeper.ts';
import { isOutage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import type { Plan, PromptDesk, PromptSchedule, PromptSpec, PromptState } from './desk.ts';
import { Paused } from './desk.ts';
import { keptStudy } from './kept-study.ts';

/** What the desk is built from. */
export interface DeskParts {
  readonly keeper: StoreKeeper;
  /** The places that are on now. */
  readonly places: () => readonly Adapter[];
  readonly prepare: Prepare;
  readonly clock: Clock;
  /** The name of this process, as `why` shows it. */
  readonly worker: string;
  /** Up to this late is on time; milliseconds. */
  readonly graceMs: number;
}

/** Runs work on the store. */
export type OnStore = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

const RUNS = 3;
/** As many runs of a schedule as are looked back at. */
const PAST = 1_000;

/** The desk over a store, which may be away: then every wish is refused with a sentence, and answers go on. */
export function keptDesk(parts: DeskParts): PromptDesk {
  const { keeper, clock } = parts;
  const onStore: OnStore = async (work) => {
    const store = await keeper.check();
    if (store === null) throw new Paused(keeper.health().detail);
    try {
      return await work(store);
    } catch (error) {
      if (!isOutage(error)) throw error;
      keeper.failed(error);
      throw new Paused(keeper.health().detail);
    }
  };
  const known = new Map<string, readonly string[]>();
  const list = async (community: string) => {
    const states = await onStore((store) => listed(store, community));
    known.set(
      community,
      states.map(({ schedule }) => schedule.id),
    );
    return states;
  };
  return {
    known: (community) => known.get(community) ?? [],
    list,
    keep: async (plan) => {
      const schedule = await checked(plan, parts);
      const state = await onStore((store) => keep(store, schedule, clock.now()));
      await list(plan.community);
      return state;
    },
    pause: (schedule) => onStore((store) => manage.pauseSchedule(store, schedule, clock.now())),
    resume: (schedule) =>
      onStore(async (store) => {
        await manage.resumeSchedule(store, schedule, clock.now());
        return stateOf(store, { ...schedule, state: 'active' });
      }),
    remove: async (schedule) => {
      await onStore((store) => manage.removeSchedule(store, schedule.id, clock.now()));
      await list(schedule.community);
    },
    skip: (schedule, reason) =>
      onStore((store) => manage.skipNext(store, schedule, parts.worker, clock.now(), reason)),
    test: (schedule) => onStore((store) => postTest(store, schedule, parts)),
    past: (schedule) => onStore((store) => store.ledger.occurrences(schedule, PAST)),
    why: (run) => onStore((store) => store.why(run)),
    study: keptStudy(onStore, clock),
  };
}

async function listed(store: Store, community: string): Promise<PromptState[]> {
  const schedules = await store.schedules.list(community);
  return Promise.all(schedules.map((schedule) => stateOf(store, asPrompts(schedule))));
}

async function stateOf(store: Store, schedule: PromptSchedule): Promise<PromptState> {
  return {
    schedule,
    runs: await manage.nextRuns(store, schedule, RUNS),
    targets: await store.schedules.targets(schedule.id),
  };
}

/** The engine keeps `content` unread; everything that is kept went through `keep`. */
function asPrompts(schedule: Schedule): PromptSchedule {
  return { ...schedule, content: specOf(schedule) };
}

/** What a schedule posts. */
export function specOf({ content }: Schedule): PromptSpec {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the desk writes what stands there
  return content as unknown as PromptSpec;
}

async function keep(store: Store, schedule: PromptSchedule, now: number): Promise<PromptState> {
  const other = await store.schedules.get(schedule.id);
  if (other !== null && other.community !== schedule.community)
    throw new Problem('That name is taken; try again.');
  await manage.keepSchedule(store, schedule, now);
  return stateOf(store, schedule);
}

/** The plan as a schedule that can be kept: its times come, and its channel takes posts. */
async function checked(plan: Plan, { places, clock }: DeskParts): Promise<PromptSchedule> {
  const { place, channel, ...rest } = plan;
  const adapter = places().find(({ name }) => name === place);
  if (adapter?.poster === undefined) throw new Problem('I cannot post here; ask me where the community is.');
  const read = scheduleSchema.safeParse({ ...rest, targets: [`${place}:${channel}`] });
  if (!read.success) throw new Problem(read.error.issues[0]?.message ?? 'I cannot read that schedule.');
  if (nextSlots(read.data.timetable, clock.now(), 1).length === 0)
    throw new Problem('Such a schedule would never post anything: look at its end and its quiet weeks.');
  const { thread, pin, content } = plan;
  const community = communityIn(plan.community, place);
  const wish = { community, channel, thread, pin };
  const refusal = await adapter.canPost?.(
    content.mention === undefined ? wish : { ...wish, mention: content.mention },
  );
  if (refusal !== null && refusal !== undefined) throw new Problem(refusal);
  return { ...read.data, content };
}

/** The place's own id of a community; null where it has none. */
function communityIn(community: string, place: string): string | null {
  const id = community.slice(place.length + 1);
  return id === '' ? null : id;
}

async function postTest(store: Store, schedule: PromptSchedule, parts: DeskParts): Promise<string> {
  const now = parts.clock.now();
  const local = new Date(now).toISOString().slice(0, 19);
  const slot = { at: now, key: `test-${local}`, shifted: false };
  const prepared = await parts.prepare(schedule, slot, store);
  if ('skip' in prepared) throw new Problem(prepared.skip);
  const { worker: by, graceMs } = parts;
  const shown = { ...schedule, pin: false, answerAfterHours: null };
  const { content } = prepared;
  await store.ledger.claim(
    claimToPost({ schedule: shown, slot, by, now, graceMs, spreadMs: 0, targets: [], content }),
  );
  return occurrenceId(schedule.id, slot.key);
}
