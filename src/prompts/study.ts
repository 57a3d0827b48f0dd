/** What a member said about one week's prompt. */
const MARKS = ['in', 'done', 'skip'] as const;
export type Mark = (typeof MARKS)[number];

/** A member of a community. */
export interface Member {
  readonly community: string;
  readonly id: string;
}

/** One prompt that a member said something about; the latest word counts. */
export interface StudyEntry {
  readonly schedule: string;
  readonly run: string;
  readonly title: string;
  readonly track: string;
  readonly mark: Mark;
  /** Epoch milliseconds: when the prompt was due, and when the member last said something. */
  readonly dueAt: number;
  readonly at: number;
}

/** What members keep of their own studies; nobody else ever sees it. */
export interface StudyBook {
  /** Writes down what a member says; the entry, or null when there is no such run in the community. */
  mark(member: Member, run: string, mark: Mark): Promise<StudyEntry | null>;
  /** Everything kept about a member, oldest first. */
  of(member: Member): Promise<readonly StudyEntry[]>;
  /** Forgets all of it; how many entries there were. */
  forget(member: Member): Promise<number>;
}
