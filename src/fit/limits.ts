import type { Ask, ReplyNode, Reply, Text } from '../reply.ts';

/** What one message of a place may hold. Sizes are of the rendered text, in UTF-16 units. */
export interface Limits {
  /** The whole message. */
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
  readonly url: number;
  /** Alternative text of a picture. */
  readonly alt: number;
}

/** Measures as rendered, so that escaping cannot breach a limit. */
export interface Ruler {
  text(text: Text): number;
  /** The cost of a node in the message's total. */
  node(node: ReplyNode): number;
  /** What the message costs without any node: title, lead, sources. */
  frame(reply: Reply): number;
  /** The id under which an ask is kept in an action. */
  state(ask: Ask): string;
}
