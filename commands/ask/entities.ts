import type { Word } from './words.ts';

/** What a part of a question may name. */
type EntityKind =
  | 'role'
  | 'background'
  | 'skill'
  | 'course'
  | 'family'
  | 'place'
  | 'level'
  | 'money'
  | 'hours'
  | 'time'
  | 'number';

/** Words `from` to `to` of a question that name something; ids of all that they may name. */
export interface Entity {
  readonly kind: EntityKind;
  readonly from: number;
  readonly to: number;
  /** As typed. */
  readonly text: string;
  readonly role?: string;
  readonly background?: string;
  readonly skill?: string;
  readonly course?: string;
  readonly family?: string;
  /** The code of a place, or the level that is meant. */
  readonly code?: string;
  readonly amount?: number;
  /** Whether a sum is of dollars, as the prices of courses are. */
  readonly isDollar?: boolean;
  /** The last word of its name where that stands with another: "iOS" of "iOS or Android developer". */
  readonly head?: Word;
  /** What hours are a part of; absent where they are a sum. */
  readonly per?: 'week' | 'day';
}

/** Whether a word is part of something that is named. */
export function isWithin(entities: readonly Entity[], at: number): boolean {
  return entities.some(({ from, to }) => at >= from && at < to);
}
