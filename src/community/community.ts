import type { Counts } from './counts.ts';
import type { MemberBook } from './members.ts';
import type { ProposalBook } from './proposals.ts';
import type { ReportBook } from './reports.ts';
import type { PromptSchedules } from './schedules.ts';
import type { SettingBook } from './setting-book.ts';
import type { StudyBook } from './study.ts';

/** A place that is on. */
interface PlaceState {
  readonly name: string;
  readonly isLive: boolean;
}

/** What is remembered of communities, as commands see it. All of it rejects with `Problem`, in a sentence, while that is away. */
export interface Community {
  readonly schedules: PromptSchedules;
  readonly study: StudyBook;
  readonly members: MemberBook;
  readonly proposals: ProposalBook;
  readonly reports: ReportBook;
  readonly settings: SettingBook;
  readonly counts: Pick<Counts, 'report' | 'isOff'>;
  /** The places that are on, and whether each is connected; never rejects. */
  places(): readonly PlaceState[];
}

/** The same with what the bot itself does: it claims what it heard, and counts what it answered. */
export interface CommunityMemory extends Community {
  /** Claims what was heard, by its id in all places: true for exactly one caller in all processes. */
  claim(heard: string): Promise<boolean>;
  readonly counts: Counts;
}
