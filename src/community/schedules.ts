import type { PostOverview } from '../store/post-overview.ts';
import type { Said } from '../message/message.ts';
import type { PromptSpec } from '../prompts/content.ts';
import type { Slot } from '../schedules/next.ts';
import type { History } from '../store/history.ts';
import type { Occurrence } from '../store/ledger.ts';
import type { TargetState } from '../store/schedules.ts';
import type { Unagreed } from './agreement.ts';
import type { PromptSchedule } from './schedule.ts';

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

/** The schedules of prompts, as commands see them. All of it rejects with `Problem`, in a sentence, while nothing can be remembered. */
export interface PromptSchedules {
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
  /** How the schedules of a community do: the last post, the next one, and what refuses posts. */
  overview(community: string): Promise<PostOverview>;
}
