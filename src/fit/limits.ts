import type { Ask } from '../reply.ts';
import type { SpokenChoice, SpokenNode, SpokenReply } from '../spoken.ts';
import type { SpokenText } from '../message/speak.ts';

/** What one message of a place may hold. Sizes are of the rendered text, in UTF-16 units. */
export interface Limits {
  /** The whole message. Must hold a frame of the largest title, lead and sources, one node and 120 more for the page note. */
  readonly message: number;
  /** Nodes in a message, the actions left out. */
  readonly nodes: number;
  /** One node as rendered. */
  readonly node: number;
  readonly title: number;
  readonly lead: number;
  readonly fields: number;
  readonly fieldName: number;
  readonly fieldValue: number;
  readonly rows: number;
  readonly buttonsPerRow: number;
  readonly buttonLabel: number;
  readonly choices: number;
  readonly choiceLabel: number;
  /** The id of an action, in which its whole state is kept. */
  readonly state: number;
  /** The id of one choice of a menu; `state` where a place makes no difference. */
  readonly choiceState?: number;
  readonly url: number;
  /** Alternative text of a picture. */
  readonly alt: number;
}

/** Measures as rendered, so that escaping cannot breach a limit. */
export interface Ruler {
  readonly text: (text: SpokenText) => number;
  /** Plain words such as a title or the name of a field; their own length unless told. */
  readonly words?: (words: string) => number;
  /** The cost of a node in the message's total. */
  readonly node: (node: SpokenNode) => number;
  /** What the message costs without any node: title, lead, sources. */
  readonly frame: (reply: SpokenReply) => number;
  /** The id under which an ask is kept in an action. */
  readonly state: (ask: Ask) => string;
  /** The id of one choice, where a menu itself keeps what all its choices share; `state` where it does not. */
  readonly choice?: (choice: SpokenChoice, menu: readonly SpokenChoice[]) => string;
  /** Whether these nodes may stand in one message together, size apart; true unless told. */
  readonly together?: (nodes: readonly SpokenNode[]) => boolean;
}
