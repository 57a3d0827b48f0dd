import type { Chart } from '../chart.ts';
import type { OpenForm } from '../form.ts';
import type { Asker, Invocation } from '../invocation.ts';
import type { Language } from '../message/language.ts';
import type { Picture } from '../picture/pictures.ts';
import type { Reply, ReplyFile } from '../reply.ts';

/** What somebody did, as a place reads it. */
export type Interaction<I extends Invocation = Invocation> =
  /**
   * Asked something. `typed` as a command: that may open a form, and be answered to everybody. `inPlace` by a button on
   * an answer that only they see.
   */
  | { readonly kind: 'ask'; readonly invocation: I; readonly typed?: true; readonly inPlace?: boolean }
  /** Pressed "Show to channel"; `button` is the same for the same button of the same message. */
  | { readonly kind: 'share'; readonly invocation: I; readonly button: string }
  | { readonly kind: 'form'; readonly invocation: I }
  /** Used a button or a form that this version did not make. */
  | { readonly kind: 'stale'; readonly asker: Asker };

/** Who sees an answer: the asker alone, in a new message or in the stead of the one whose button it was; or everybody. */
export type Audience = 'asker' | 'in place' | 'everybody';

/** An answer with all that is decided about how it is shown. */
export interface Shown {
  readonly reply: Reply;
  readonly audience: Audience;
  /** Of whoever reads it. */
  readonly language: Language;
  /** Whether to offer "Show to channel". */
  readonly share: boolean;
}

/**
 * How sending went. `taken`: it had got through already, or another process answers. `late`: nobody waits any more.
 * `refused`: the place does not take such a thing. `failed`: the place or the network.
 */
export type Outcome = 'sent' | 'taken' | 'late' | 'refused' | 'failed';

/** What comes after an answer that was sent. */
export interface FollowUp {
  /** Whether the asker did nothing since: what they may have replaced or closed is not to be brought back. */
  readonly isLatest: () => boolean;
}

/** Where the answer to one interaction goes. A place without forms, pictures or files leaves those out. */
export interface ReplyTarget {
  /** Whether anybody but the asker is there to show an answer to. */
  readonly hasOthers: boolean;
  /** Where the place gives up on whoever does not answer in time: told after so many milliseconds that an answer comes. */
  readonly acknowledgement?: {
    readonly after: number;
    readonly send: (expected: Audience) => Promise<void>;
  };
  /** Whether this very process must answer, although another one does. */
  readonly owes?: () => boolean;
  /** Rejects only where the answer cannot be drawn. */
  show(shown: Shown): Promise<Outcome>;
  openForm?(form: OpenForm, language: Language): Promise<Outcome>;
  /** Shows the pictures of an answer that was sent, which `draw` makes. Where it rejects, the words stay. */
  showPictures?(
    shown: Shown,
    followUp: FollowUp & { readonly draw: () => Promise<ReadonlyMap<Chart, Picture>> },
  ): Promise<void>;
  sendFile?(file: ReplyFile, shown: Shown, followUp: FollowUp): Promise<void>;
}
