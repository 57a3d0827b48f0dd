import type { Citation, KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { message, phrase } from '../../src/message/say.ts';
import type { Draft, ReplyNode, Text } from '../../src/reply.ts';
import { credits } from './credits.ts';
import { sourceName } from './names.ts';

/** A part of an answer with the facts that it rests on. */
export interface Section {
  readonly evidence: readonly Citation[];
  readonly node: ReplyNode;
  /** True when the node's own words say which source says what. */
  readonly named?: boolean;
}

/** The facts that sections of an answer rest on, in the order they are first used. */
export function evidenceOf(sections: readonly Section[]): Citation[] {
  return sections.flatMap((section) => section.evidence);
}

/** The ids of the sources that sections rest on, each once, in the order they are first used. */
export function sourcesOf(sections: readonly Section[]): string[] {
  return sourcesIn(evidenceOf(sections));
}

/** The ids of the sources of facts, each once, in their order. */
export function sourcesIn(evidence: readonly Citation[]): string[] {
  return [...new Set(evidence.flatMap(({ sources }) => sources))];
}

/** The nodes of sections. Where several sources speak, every title says whose it is; where one does, the foot does. */
export function nodesOf(sections: readonly Section[], knowledge: KnowledgeBase): ReplyNode[] {
  const several = sourcesOf(sections).length > 1;
  return sections.map((section) =>
    several && section.named !== true ? withSource(section, knowledge) : section.node,
  );
}

function withSource({ node, evidence }: Section, knowledge: KnowledgeBase): ReplyNode {
  if (!('title' in node) || node.title === undefined) return node;
  const names = sourcesIn(evidence).map((id) => sourceName(id, knowledge));
  return { ...node, title: phrase`${node.title} · ${names.join(', ')}` };
}

/** What the foot of every answer with pay in it says. */
export const PAY_DISCLAIMER = message('not financial advice');

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
