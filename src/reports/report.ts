import type { Member } from '../prompts/study.ts';
import type { Language } from '../message/language.ts';
import type { Reply } from '../reply.ts';
import type { Said } from '../message/message.ts';

/** What became of a report so far. */
export type ReportState = 'open' | 'accepted' | 'dismissed';

/** What somebody says is wrong in an answer, in their own words. */
export interface Mistake {
  /** The question that was answered, as a person could type it: `salary ml-engineer`. */
  readonly about: string;
  readonly what: string;
  /** What would be right. */
  readonly right?: string;
  /** An http or https address that says so. */
  readonly source?: string;
  /** The version of the knowledge that answered. */
  readonly knowledge: string;
}

/** A report as kept. Instants are epoch milliseconds. Who sent it is never read back. */
export interface Report extends Mistake {
  /** Unique within its community, short enough to be typed. */
  readonly id: string;
  readonly state: ReportState;
  /** Why it was dismissed, where somebody said so. */
  readonly reason: string | null;
  readonly madeAt: number;
  readonly decidedAt: number | null;
}

/** What a manager says about a report. */
export type Verdict =
  { readonly state: 'accepted' } | { readonly state: 'dismissed'; readonly reason: string | null };

/** Where a community's reports are posted, and why the latest was not, where it was not. */
export interface ReportChannel {
  /** The place's own id of the channel. */
  readonly channel: string;
  readonly trouble: Said | null;
}

/** Who chose a channel, by the place's own id, and the language of what is posted there unless the community chose one. */
interface ChannelChoice {
  readonly language: Language;
  readonly by: string;
}

/** What members report, and what managers make of it. All of it rejects with `Problem`, in a sentence, while nothing can be remembered. */
export interface ReportBook {
  /**
   * Keeps a report, and posts it as `show` makes it where the community has a channel for that, in the language of whoever
   * chose the channel; the report, and the place's own id of that channel. @throws Problem at a limit.
   */
  report(
    member: Member,
    mistake: Mistake,
    show: (report: Report) => Reply,
  ): Promise<{ readonly report: Report; readonly channel: string | null }>;
  /** A community's reports in a state, oldest first. */
  of(community: string, state: ReportState): Promise<readonly Report[]>;
  /** One of them; null when the community has none of this id. */
  get(community: string, id: string): Promise<Report | null>;
  /** A member's own, whatever became of them, oldest first. */
  by(member: Member): Promise<readonly Report[]>;
  /** Accepts or dismisses, also what was decided otherwise before; null when the community has none of this id. */
  decide(community: string, id: string, verdict: Verdict): Promise<Report | null>;
  /** Where a community's reports are posted; null where they only wait to be listed. */
  channel(community: string): Promise<ReportChannel | null>;
  /** Posts them in a channel of the place from now on, or nowhere (null). @throws Problem where the channel takes no posts. */
  postIn(community: string, place: string, channel: string | null, choice: ChannelChoice): Promise<void>;
}

/** The most letters of each part. */
export const LENGTHS = { about: 200, what: 500, right: 300, source: 300, reason: 300 } as const;

/** At most so many in a day: of a member, and of a community; and at most so many of a community that wait. */
export const MOST_OF_MEMBER = 5;
export const MOST_OF_COMMUNITY = 50;
export const MOST_OPEN = 500;
