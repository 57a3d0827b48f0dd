import type { Translated } from './language.ts';

/**
 * What is to be said, before it is known who reads it: plain data that JSON keeps. A bare string is a fact (a title, a
 * name, a printed price) and is the same in every language; everything else becomes words at the leaf, by `speak`.
 */
export type Said = string | Message;

/**
 * One piece of a line. A bare string is plain text and is escaped by whoever shows it; everything
 * that has a meaning beyond its letters is an object, so no markup is ever written inside a reply.
 */
export type Inline =
  | Said
  | { readonly kind: 'bold' | 'quiet' | 'code'; readonly text: Said }
  | { readonly kind: 'link'; readonly text: Said; readonly url: string }
  /** An instant (epoch milliseconds), shown in each reader's own time where the place can do that. */
  | { readonly kind: 'moment'; readonly at: number; readonly zone: string }
  /** A channel by the place's own id; `name` is without a sign before it, for where there are no mentions. */
  | { readonly kind: 'channel'; readonly id: string; readonly name?: string }
  /** Somebody, or a role or group, by the place's own id; nobody is notified. */
  | { readonly kind: 'member' | 'group'; readonly id: string };

/** A line, or several, of an answer. */
export type Text = readonly Inline[];

/** What fills the placeholders of a sentence: facts, numbers, further messages, and pieces such as a link or a channel. */
export type Value = Inline | number;
export type Values = Readonly<Record<string, Value>>;

/** A sentence of the catalogue: its English ICU message, which is its key, and its values. */
export interface Sentence {
  readonly kind: 'say';
  readonly key: string;
  readonly values?: Values;
}

/** What is said in parts one behind the other, as every language does it: "Overview · Career guide". */
interface Phrase {
  readonly kind: 'phrase';
  readonly parts: readonly Inline[];
}

/** A value with a type of its own, which each language writes in its way. */
export type Figure =
  | { readonly kind: 'number'; readonly n: number; readonly options?: NumberOptions }
  /** In words up to ten; `capital`: it begins a sentence. */
  | { readonly kind: 'count'; readonly n: number; readonly capital?: true }
  /** From one sum to another, in whole units of an ISO 4217 currency; once where they are the same. */
  | {
      readonly kind: 'money';
      readonly low: number;
      readonly high: number;
      readonly currency: string;
      /** The upper end is open: `$400K+`. */
      readonly open?: true;
    }
  /** ISO days: one, or from one to another. */
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  /** Part of an instant (epoch milliseconds) by the clock of a zone: the day, or the time to the second. */
  | { readonly kind: 'clock'; readonly part: 'day' | 'time'; readonly at: number; readonly zone: string }
  /** A day of the week; 1 is Monday. */
  | { readonly kind: 'weekday'; readonly day: number }
  /** A country by its code (ISO 3166). */
  | { readonly kind: 'country'; readonly code: string };

/** What is made of other messages by the rules of a language. */
type Derived =
  | { readonly kind: 'enumeration'; readonly items: readonly Said[]; readonly last: 'and' | 'or' }
  /** Its first letter as a capital, or all of them. */
  | { readonly kind: 'capital' | 'capitals'; readonly of: Said }
  /** A label within a sentence: its first letter small, save in German, whose labels are nouns. */
  | { readonly kind: 'inner'; readonly of: Said }
  /** Within another sentence: without its full stop. */
  | { readonly kind: 'clause'; readonly of: Said }
  /** In English as its source printed it, in the other languages in words of ours. */
  | { readonly kind: 'printed'; readonly english: string; readonly other: Message };

/** A fact whose words stand in several languages, such as a text that was translated by hand; English where one has none. */
interface Fact {
  readonly kind: 'fact';
  readonly english: string;
  readonly others: Readonly<Partial<Record<Translated, string>>>;
}

/** Everything that differs by who reads it. */
export type Message = Sentence | Phrase | Figure | Derived | Fact;

/** How a number is written. */
export type NumberOptions = Readonly<
  Pick<Intl.NumberFormatOptions, 'minimumFractionDigits' | 'maximumFractionDigits'> & {
    style?: 'percent';
    /** A number of hundredths: divided first, 8.2 would not be 8.2 any more. */
    unit?: 'percent';
  }
>;
