import type { Language } from '../message/language.ts';
import type { History } from '../store/history.ts';
import type { Occurrence } from '../store/ledger.ts';
import type { TargetState } from '../store/schedules.ts';
import type { Said } from '../message/message.ts';
import { say } from '../message/say.ts';
import { Problem } from '../parse.ts';
import type { Slot } from '../schedule/next.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { SettingBook } from '../community/setting-book.ts';
import { offlineSettings } from '../community/setting-book.ts';
import type { ReportBook } from '../reports/report.ts';
import { noReports } from '../reports/no-reports.ts';
import type { Unagreed } from './agreement.ts';
import type { ProposalBook } from './proposals.ts';
import type { StudyBook } from './study.ts';

/** What a schedule posts: kept as its `content`. */
export type PromptSpec = {
  /** The id of a role or a topic. */
  readonly track: string;
  /** What was posted before this instant (epoch milliseconds) does not count: somebody had the track begin anew. */
  readonly since?: number;
  /** Words in the name of a phase of the road; every phase when absent. */
  readonly phase?: string;
  /** Names of skills; every one when absent. */
  readonly skills?: string[];
  /** The place's own id of the one role or group that a post mentions; nobody when absent. */
  readonly mention?: string;
  /** The role to follow while a track that follows what is asked has nothing to follow. */
  readonly fallback?: string;
  /** The language of what is posted; English when absent. */
  readonly language?: Language;
  /** Who made the schedule: told when it cannot be posted any more. */
  readonly by: string;
};

/** A schedule of prompts. */
export type PromptSchedule = Omit<Schedule, 'content'> & { readonly content: PromptSpec };

/** A schedule as an administrator wants it, in words not checked yet. */
export interface Plan {
  readonly id: string;
  readonly community: string;
  readonly timetable: unknown;
  /** Where: a place and its own id of a channel. */
  readonly place: string;
  readonly channel: string;
  readonly thread: boolean;
  readonly pin: boolean;
  readonly answerAfterHours: number | null;
  readonly lateHours: number;
  readonly state: 'active' | 'paused';
  readonly content: PromptSpec;
}

/** A schedule and how it is doing. */
export interface PromptState {
  readonly schedule: PromptSchedule;
  /** The next runs, at most three; none while it is paused. */
  readonly runs: readonly Slot[];
  readonly targets: readonly TargetState[];
}

/** Everything commands do with schedules. All of it rejects with `Problem`, in a sentence, while nothing can be remembered. */
export interface PromptDesk {
  /** Claims what was heard, by its id in all places: true for exactly one caller in all processes. */
  claim(heard: string): Promise<boolean>;
  /** A community's schedules as last seen: for completion, which cannot wait. */
  known(community: string): readonly PromptSchedule[];
  list(community: string): Promise<readonly PromptState[]>;
  /**
   * Checks everything, the channel's permissions too, then keeps the schedule. One that posts more than once a day, or the
   * same as another in the same channel, is kept only with the agreement to it, and only once. @throws Problem saying what to do.
   */
  keep(plan: Plan, agreed?: string): Promise<PromptState | Unagreed>;
  pause(schedule: PromptSchedule): Promise<void>;
  resume(schedule: PromptSchedule): Promise<PromptState>;
  remove(schedule: PromptSchedule): Promise<void>;
  /** Leaves out the next run; null when there is none. */
  skip(schedule: PromptSchedule, reason: Said): Promise<Slot | null>;
  /** Posts the next prompt now, marked as a test and not counted; the name of the run. */
  test(schedule: PromptSchedule): Promise<string>;
  /** The latest runs of a schedule, latest first. */
  past(schedule: string): Promise<readonly Occurrence[]>;
  /** Everything that happened to a run; null when it is not known. */
  why(run: string): Promise<History | null>;
  readonly study: StudyBook;
  readonly proposals: ProposalBook;
  readonly reports: ReportBook;
  readonly settings: SettingBook;
}

/** What everybody is told while nothing can be remembered. */
export class Paused extends Problem {}

const refuse = async (): Promise<never> => {
  throw new Paused(say('Schedules need a running bot: start it with npm start.'));
};

/** The desk of a bot that only answers, such as one question at the command line. */
export const noPrompts: PromptDesk = {
  claim: refuse,
  known: () => [],
  list: refuse,
  keep: refuse,
  pause: refuse,
  resume: refuse,
  remove: refuse,
  skip: refuse,
  test: refuse,
  past: refuse,
  why: refuse,
  study: { mark: refuse, of: refuse, forget: refuse },
  proposals: { propose: refuse, of: refuse, by: refuse, decide: refuse },
  reports: noReports,
  settings: offlineSettings,
};
