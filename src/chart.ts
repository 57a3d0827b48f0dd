import type { Language } from './message/language.ts';
import type { Said } from './message/message.ts';
import type { Spoken } from './message/speak.ts';

/** A figure, or from one figure to another, on the scale of its chart. */
export interface Band {
  /** What it is of: a level, or a role. */
  readonly label: Said;
  /** Of how many people or advertisements, behind the label: "n = 954". */
  readonly count?: Said;
  /** What it counts or is of, such as "base + equity". */
  readonly detail?: Said;
  /** True for a part of what the band before it is of, such as top firms. */
  readonly part?: boolean;
  readonly low?: number;
  readonly high?: number;
  /** The upper end is open: "$400K+". */
  readonly open?: boolean;
  readonly median?: number;
  /** The figures as the answer's words have them. */
  readonly words: Said;
}

/** Bands that belong together, such as those of one source. */
export interface BandGroup {
  readonly label: Said;
  readonly bands: readonly Band[];
}

/** A move between two roles. */
export interface Way {
  readonly label: Said;
  /** How long it takes and who says so: "about 10 months (DecipherU)". */
  readonly words: Said;
  /** Whether a source documents how long it takes. */
  readonly timed: boolean;
}

interface Phase {
  readonly label: Said;
  /** How long it takes, in a unit that all phases of its road share; undefined where its source documents none. */
  readonly length?: number;
  readonly words: Said;
}

/** What one source says: phases one after the other. */
interface Road {
  readonly label: Said;
  readonly phases: readonly Phase[];
}

/** What every chart has. */
interface Titled {
  readonly title: Said;
}

/**
 * What people would rather look at than read, as data: every place draws it as it can. `bands` colours by level,
 * `compare` by role; both have one scale, in whole units of `currency` (ISO 4217).
 */
export type Chart =
  | (Titled & {
      readonly kind: 'bands' | 'compare';
      /** What the scale is of: "US, a year". */
      readonly unit: Said;
      readonly currency: string;
      readonly groups: readonly BandGroup[];
      readonly note?: Said;
    })
  | (Titled & {
      readonly kind: 'map';
      readonly role: Said;
      readonly into: readonly Way[];
      readonly out: readonly Way[];
      /** What no source documents a move to, but is near: computed. */
      readonly further: readonly Way[];
    })
  | (Titled & { readonly kind: 'timeline'; readonly roads: readonly Road[] });

/** A chart in one language, which what drawing adds is said in, too; English where it says nothing. */
export type SpokenChart = Spoken<Chart> & { readonly language?: Language };
export type SpokenScaled = Extract<SpokenChart, { kind: 'bands' | 'compare' }>;
export type SpokenBand = Spoken<Band>;
export type SpokenGroup = Spoken<BandGroup>;
export type SpokenWay = Spoken<Way>;
export type SpokenPhase = Spoken<Phase>;
export type SpokenRoad = Spoken<Road>;
