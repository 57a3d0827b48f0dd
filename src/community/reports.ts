import type { Member } from '../store/member.ts';
import type { Mistake, Report, ReportState, Verdict } from '../store/reports.ts';
import type { Language } from '../message/language.ts';
import type { Reply } from '../reply.ts';
import type { Said } from '../message/message.ts';

export type { Mistake, Report, Verdict };

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
