import type { z } from 'zod';
import type { Adapter } from '../adapter.ts';
import { saidIn } from '../message/stored.ts';
import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { Problem } from '../parse.ts';
import { claimToPost } from '../schedule/claim.ts';
import type { Prepare } from '../schedule/claims.ts';
import type { Clock } from '../schedule/clock.ts';
import * as manage from '../schedule/manage.ts';
import type { Slot } from '../schedule/next.ts';
import { nextSlots } from '../schedule/next.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import type { History } from '../store/history.ts';
import type { Occurrence } from '../store/ledger.ts';
import { occurrenceId } from '../store/ledger.ts';
import type { StoreKeeper } from '../store/keeper.ts';
import { isOutage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import type { Unagreed } from './agreement.ts';
import { agreementTo, unagreed } from './agreement.ts';
import type { Plan, PromptDesk, PromptSchedule, PromptState } from './desk.ts';
import type { SettingBook } from '../community/setting-book.ts';
import { StoredSettings } from '../community/stored-settings.ts';
import type { Log } from '../log.ts';
import type { ReportBook } from '../reports/report.ts';
import { keptReports } from '../reports/kept-reports.ts';
import type { ProposalBook } from './proposals.ts';
import type { StudyBook } from './study.ts';
import { specOf } from './content.ts';
import { pausedBy } from './paused.ts';
import { adapterFor, requirePost } from './postable.ts';
import { keptProposals } from './kept-proposals.ts';
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
  /** Whether there is a store already. */
  readonly isThere: () => boolean;
  readonly log: Log;
  /** Called when the store is used, so that whoever waits for that begins. */
  readonly wake: () => void;
}

/** Runs work on the store. */
export type OnStore = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

const RUNS = 3;
/** As many runs of a schedule as are looked back at. */
const PAST = 1_000;

/** The desk over a store, which may be away: then every wish is refused with a sentence, and answers go on. */
export class KeptDesk implements PromptDesk {
  readonly study: StudyBook;
  readonly proposals: ProposalBook;
  readonly reports: ReportBook;
  readonly settings: SettingBook;
  /** Runs work on the store, or rejects with `Paused` while it is away. */
  readonly onStore: OnStore = (work) => this.#on(work);
  readonly #parts: DeskParts;
  readonly #known = new Map<string, readonly PromptSchedule[]>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.proposals = keptProposals((work) => this.#on(work), parts.clock);
    this.study = keptStudy((work) => this.#on(work), parts.clock);
    this.settings = new StoredSettings({ ...parts, onStore: this.onStore });
    this.reports = keptReports({ ...parts, settings: this.settings, onStore: this.onStore });
  }

  claim(heard: string): Promise<boolean> {
    return this.#on((store) => store.inbox.claim(`act ${heard}`, this.#now()));
  }

  known(community: string): readonly PromptSchedule[] {
    return this.#known.get(community) ?? [];
  }

  async list(community: string): Promise<readonly PromptState[]> {
    const states = await this.#on((store) => listed(store, community));
    this.#known.set(
      community,
      states.map(({ schedule }) => schedule),
    );
    return states;
  }

  async keep(plan: Plan, agreed?: string): Promise<PromptState | Unagreed> {
    const schedule = await checked(plan, this.#parts);
    const state = await this.#on((store) => keep(store, schedule, agreed, this.#now()));
    await this.list(plan.community);
    return state;
  }

  pause(schedule: PromptSchedule): Promise<void> {
    return this.#on((store) => manage.pauseSchedule(store, schedule, this.#now()));
  }

  resume(schedule: PromptSchedule): Promise<PromptState> {
    return this.#on(async (store) => {
      await manage.resumeSchedule(store, schedule, this.#now());
      return stateOf(store, { ...schedule, state: 'active' });
    });
  }

  async remove(schedule: PromptSchedule): Promise<void> {
    await this.#on((store) => manage.removeSchedule(store, schedule.id, this.#now()));
    await this.list(schedule.community);
  }

  skip(schedule: PromptSchedule, reason: Said): Promise<Slot | null> {
    return this.#on((store) => manage.skipNext(store, schedule, this.#parts.worker, this.#now(), reason));
  }

  test(schedule: PromptSchedule): Promise<string> {
    return this.#on((store) => postTest(store, schedule, this.#parts));
  }

  past(schedule: string): Promise<readonly Occurrence[]> {
    return this.#on((store) => store.ledger.occurrences(schedule, PAST));
  }

  why(run: string): Promise<History | null> {
    return this.#on((store) => store.why(run));
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  async #on<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const { keeper, wake } = this.#parts;
    const store = await keeper.check();
    if (store === null) throw pausedBy(keeper.outage());
    wake();
    try {
      return await work(store);
    } catch (error) {
      if (!isOutage(error)) throw error;
      keeper.failed(error);
      throw pausedBy(keeper.outage());
    }
  }
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

async function keep(
  store: Store,
  schedule: PromptSchedule,
  agreed: string | undefined,
  now: number,
): Promise<PromptState | Unagreed> {
  const other = await store.schedules.get(schedule.id);
  if (other !== null && other.community !== schedule.community)
    throw new Problem(say('That name is taken; try again.'));
  const others = (await store.schedules.list(schedule.community)).map(asPrompts);
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
async function checked(plan: Plan, { places, clock }: DeskParts): Promise<PromptSchedule> {
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

async function postTest(store: Store, schedule: PromptSchedule, parts: DeskParts): Promise<string> {
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
