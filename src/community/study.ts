import type { Member } from '../store/member.ts';
import type { Mark, StudyEntry } from '../store/study.ts';

export type { Member, Mark, StudyEntry };

/** What members keep of their own studies; nobody else ever sees it. */
export interface StudyBook {
  /** Writes down what a member says; the entry, or null when there is no such run in the community. */
  mark(member: Member, run: string, mark: Mark): Promise<StudyEntry | null>;
  /** Everything kept about a member, oldest first. */
  of(member: Member): Promise<readonly StudyEntry[]>;
}
