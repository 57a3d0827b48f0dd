import type { Language } from './language/language.ts';

/** A figure, or from one figure to another, on the scale of its chart. */
export interface Band {
  /** Whose it is: a source, or a role. */
  readonly label: string;
  /** What it counts or is of, such as "base + equity". */
  readonly detail?: string;
  /** True for a part of what the band before it is of, such as top firms. */
  readonly part?: boolean;
  readonly low?: number;
  readonly high?: number;
  /** The upper end is open: "$400K+". */
  readonly open?: boolean;
  readonly median?: number;
  /** The figures as the answer's words have them. */
  readonly words: string;
}

/** Bands that belong together, such as those of one level. */
export interface BandGroup {
  readonly label: string;
  readonly bands: readonly Band[];
}

/** A move between two roles. */
export interface Way {
  readonly label: string;
  /** How long it takes and who says so: "about 10 months (DecipherU)". */
  readonly words: string;
  /** Whether a source documents how long it takes. */
  readonly timed: boolean;
}

export interface Phase {
  readonly label: string;
  /** Undefined where its source documents none. */
  readonly months?: number;
  readonly words: string;
}

/** What one source says: phases one after the other. */
export interface Road {
  readonly label: string;
  readonly phases: readonly Phase[];
}

/** What every chart has. */
interface Titled {
  readonly title: string;
  /** What its words are in, and what those that drawing adds are said in; English where it says nothing. */
  readonly language?: Language;
}

/**
 * What people would rather look at than read, as data: every place draws it as it can. `bands` colours by source,
 * `compare` by role; both have one scale, in whole units of `currency` (ISO 4217).
 */
export type Chart =
  | (Titled & {
      readonly kind: 'bands' | 'compare';
      /** What the scale is of: "US, a year". */
      readonly unit: string;
      readonly currency: string;
      readonly groups: readonly BandGroup[];
      readonly note?: string;
    })
  | (Titled & {
      readonly kind: 'map';
      readonly role: string;
      readonly into: readonly Way[];
      readonly out: readonly Way[];
    })
  | (Titled & { readonly kind: 'timeline'; readonly roads: readonly Road[] });

export type Scaled = Extract<Chart, { kind: 'bands' | 'compare' }>;
