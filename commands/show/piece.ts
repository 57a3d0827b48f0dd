import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { sourceName } from './names.ts';
import { phrase } from '../../src/message/say.ts';

/** A part of an answer with the ids of the sources it rests on. */
export interface Piece {
  readonly sources: readonly string[];
  readonly node: ReplyNode;
  /** True when the node's own words say which source says what. */
  readonly named?: boolean;
}

/** The ids of the sources that pieces rest on, each once, in the order they are first used. */
export function sourcesOf(pieces: readonly Piece[]): string[] {
  return [...new Set(pieces.flatMap((piece) => piece.sources))];
}

/** The nodes of pieces. Where several sources speak, every title says whose it is; where one does, the foot does. */
export function nodesOf(pieces: readonly Piece[], knowledge: KnowledgeBase): ReplyNode[] {
  const several = sourcesOf(pieces).length > 1;
  return pieces.map((piece) => (several && piece.named !== true ? withSource(piece, knowledge) : piece.node));
}

function withSource({ node, sources }: Piece, knowledge: KnowledgeBase): ReplyNode {
  if (!('title' in node) || node.title === undefined) return node;
  const names = [...new Set(sources)].map((id) => sourceName(id, knowledge)).join(', ');
  return { ...node, title: phrase`${node.title} · ${names}` };
}
