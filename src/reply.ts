import type { Citation } from '../knowledge/load/evidence.ts';
import type { Match } from '../knowledge/match.ts';
import type { Chart } from './chart.ts';
import type { Language } from './message/language.ts';
import type { Inline, Said, Text } from './message/message.ts';

export type { Inline, Text } from './message/message.ts';

/** A question as it can be asked again: a command with its values, and the page of its answer (from 1). */
export interface Ask {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
  readonly page?: number;
}

export interface Choice {
  readonly label: Said;
  readonly ask: Ask;
  /** True: opens the form of the command instead of asking it. */
  readonly form?: true;
  /** What kind of choice it is, in a menu of several kinds. */
  readonly group?: Said;
}

/**
 * How much an action stands out: `primary`, of which there are two or three; `more`, which is never one of these by
 * default; `equal`, one of several that are all buttons and none of them primary; `quiet`, which is about the answer itself and not about what to ask next. Without one, the first two of an
 * answer are primary where it names none.
 */
export type Rank = 'primary' | 'more' | 'quiet' | 'equal';

/** What a reader can do next. Its whole state is in it, so it still works after a restart. */
export type Action = { readonly rank?: Rank } & (
  | { readonly kind: 'ask'; readonly label: Said; readonly ask: Ask }
  | { readonly kind: 'choose'; readonly label: Said; readonly choices: readonly Choice[] }
  | { readonly kind: 'link'; readonly label: Said; readonly url: string }
  /** Opens the form of a command, with the values that stand already. */
  | { readonly kind: 'form'; readonly label: Said; readonly ask: Ask }
  /** Shows this very answer to everybody in the channel. Made by `fit`, never by a command. */
  | { readonly kind: 'share'; readonly label: Said; readonly ask: Ask }
);

export interface Field {
  readonly name: Said;
  readonly value: Text;
}

/** The closed set of things an answer is made of. Titles are plain text. No words of ours stand in it before it is spoken. */
export type ReplyNode =
  | { readonly kind: 'text'; readonly title?: Said; readonly text: Text }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | {
      readonly kind: 'list';
      readonly title?: Said;
      readonly ordered?: boolean;
      /** The number of the first item of an ordered list; 1 unless a page continues one. */
      readonly start?: number;
      readonly items: readonly Text[];
    }
  | {
      readonly kind: 'table';
      readonly title?: Said;
      readonly columns: readonly Said[];
      readonly rows: readonly (readonly Said[])[];
    }
  /** A chart, which a place draws as it can. Made by `picture`. */
  | {
      readonly kind: 'picture';
      readonly chart: Chart;
      /** What the place calls the drawn picture; set by the place once it has one. */
      readonly drawn?: string;
    }
  | { readonly kind: 'divider' }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

/** A source as the foot of an answer names it. Dates are ISO (`2026-04-26`). */
export interface Credit {
  readonly name: string;
  readonly url?: string;
  readonly reviewed?: string;
  /** The year, or a month of it, in which the publisher brought it out. */
  readonly published?: { readonly year: number; readonly month?: number | undefined };
  readonly retrieved?: string;
  /** True once its review-by date has passed: the foot says so. */
  readonly stale?: boolean;
  readonly disclaimer?: Said;
}

/**
 * `answer` answers the question, `question` asks back which was meant, `miss` knows nothing like it,
 * `problem` could not answer: the asker's words or our fault.
 */
export type Tone = 'answer' | 'question' | 'miss' | 'problem';

/** A file that goes with an answer, to whoever asked alone. */
export interface ReplyFile {
  readonly name: string;
  readonly text: string;
}

/** An answer as a document, before any platform has a say in how it looks. */
export interface Reply {
  readonly tone: Tone;
  /** The first line, plain text. */
  readonly title: Said;
  /** The sentence that answers the question; together with the title it serves as the notification. */
  readonly lead: Text;
  readonly body: readonly ReplyNode[];
  readonly sources: readonly Credit[];
  /** What the main name was taken for; null where the question names nothing. */
  readonly match: Match | null;
  /** The question this answers, so that it can be asked again; the bot fills it in. */
  readonly ask: Ask | null;
  /** Whether the asker may show it to everybody in the channel. */
  readonly shareable: boolean;
  /** True where the community has such answers shown to everybody at once: for a question that was typed, not for a press. */
  readonly shown?: true;
  /** What comes beside the words, where the place can send files to one person; the words are whole without it. */
  readonly file?: ReplyFile;
  /** True where this was heard before and acted on then: not to be shown where the answer of that time may arrive. */
  readonly repeated?: true;
  /** True where it is our own fault that there is no answer. */
  readonly fault?: true;
  /** The language to show it in whoever reads it, such as a post as it will be posted; the reader's own unless told. */
  readonly language?: Language;
}

/** What an answer rests on: the facts it uses, and what was computed from them, step by step. */
export interface Evidence {
  readonly facts: readonly Citation[];
  readonly steps: readonly Text[];
}

/** What a command writes; the bot adds the rest. */
export type Draft = Pick<Reply, 'title' | 'lead'> &
  Partial<Omit<Reply, 'ask' | 'shareable' | 'shown' | 'repeated' | 'fault'>> & {
    /** The question this answers, where it is better put than it was asked: names settled, a sentence read. */
    readonly ask?: Ask;
    /** For who asks why; no part of the reply. */
    readonly evidence?: Evidence;
    /** The ids of the sources that it names without resting on facts of theirs; no part of the reply. */
    readonly sourceIds?: readonly string[];
  };

export const bold = (text: Said): Inline => ({ kind: 'bold', text });
export const quiet = (text: Said): Inline => ({ kind: 'quiet', text });
export const code = (text: Said): Inline => ({ kind: 'code', text });
export const link = (text: Said, url: string): Inline => ({ kind: 'link', text, url });
export const moment = (at: number, zone: string): Inline => ({ kind: 'moment', at, zone });
export const channel = (id: string): Inline => ({ kind: 'channel', id });
export const member = (id: string): Inline => ({ kind: 'member', id });
export const group = (id: string): Inline => ({ kind: 'group', id });

/** The same actions, each as prominent as told. */
export function ranked(rank: Rank, ...actions: readonly Action[]): Action[] {
  return actions.map((action) => ({ ...action, rank }));
}

/** A button that asks `command` with `values`. */
export function askButton(label: Said, command: string, values: Record<string, string>): Action {
  return { kind: 'ask', label, ask: { command, values } };
}

/** Every link target in a text is http(s) or mailto; anything else is shown as its words only. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(url);
}

/** A chart as a part of an answer. */
export function picture(chart: Chart): ReplyNode {
  return { kind: 'picture', chart };
}

/** The pictures in an answer, in their order. */
export function picturesIn(reply: Reply): Extract<ReplyNode, { kind: 'picture' }>[] {
  return reply.body.filter((node) => node.kind === 'picture');
}

/** The same answer with its pictures in it, where `names` has one for a chart. */
export function withPictures(reply: Reply, names: ReadonlyMap<Chart, string>): Reply {
  const body = reply.body.map((node): ReplyNode => {
    if (node.kind !== 'picture') return node;
    const drawn = names.get(node.chart);
    return drawn === undefined ? node : { ...node, drawn };
  });
  return { ...reply, body };
}
