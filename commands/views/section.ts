import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Citation } from '../../knowledge/load/evidence.ts';
import type { CommandContext } from '../../src/command.ts';
import { phrase } from '../../src/message/say.ts';
import type { Draft, ReplyNode, Text } from '../../src/reply.ts';
import { credits } from './credits.ts';
import { sourceName } from './names.ts';

/** A part of an answer with the facts that it rests on. */
export interface Piece {
  readonly evidence: readonly Citation[];
  readonly node: ReplyNode;
  /** True when the node's own words say which source says what. */
  readonly named?: boolean;
}

/** The facts that pieces rest on, in the order they are first used. */
export function evidenceOf(pieces: readonly Piece[]): Citation[] {
  return pieces.flatMap((piece) => piece.evidence);
}

/** The ids of the sources that pieces rest on, each once, in the order they are first used. */
export function sourcesOf(pieces: readonly Piece[]): string[] {
  return sourcesIn(evidenceOf(pieces));
}

/** The ids of the sources of facts, each once, in their order. */
export function sourcesIn(evidence: readonly Citation[]): string[] {
  return [...new Set(evidence.flatMap(({ sources }) => sources))];
}

/** The nodes of pieces. Where several sources speak, every title says whose it is; where one does, the foot does. */
export function nodesOf(pieces: readonly Piece[], knowledge: KnowledgeBase): ReplyNode[] {
  const several = sourcesOf(pieces).length > 1;
  return pieces.map((piece) => (several && piece.named !== true ? withSource(piece, knowledge) : piece.node));
}

function withSource({ node, evidence }: Piece, knowledge: KnowledgeBase): ReplyNode {
  if (!('title' in node) || node.title === undefined) return node;
  const names = sourcesIn(evidence).map((id) => sourceName(id, knowledge));
  return { ...node, title: phrase`${node.title} · ${names.join(', ')}` };
}

/** What is said of an answer besides the facts that it rests on. */
interface Computed {
  /** What was computed from the facts, step by step. */
  readonly steps?: readonly Text[];
  /** A sentence of the catalogue for the foot. */
  readonly disclaimer?: string | undefined;
}

/** What an answer rests on, and its foot, which follows from that. */
export function restsOn(
  facts: readonly Citation[],
  context: Pick<CommandContext, 'knowledge' | 'now'>,
  { steps = [], disclaimer }: Computed = {},
): Pick<Draft, 'sources' | 'evidence'> {
  const sources = credits(sourcesIn(facts), context, disclaimer);
  return facts.length === 0 ? { sources } : { sources, evidence: { facts, steps } };
}
