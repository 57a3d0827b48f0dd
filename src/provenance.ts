import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Draft, Reply, Text } from './reply.ts';

/** How far a statement may be trusted: a source states it, we judge or estimate it, or it follows from others. */
export const EVIDENCE_KINDS = ['documented', 'estimated', 'computed'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A source as a program needs it to cite it. Dates are ISO, as exact as they are known (`2026-04-26`, `2025-01`, `2025`). */
export interface SourceRecord {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly licence: string;
  /** When its publisher brought it out. */
  readonly published?: string;
  /** When its publisher, or for guides of our own somebody of the trade, last looked at it. */
  readonly reviewed?: string;
  /** The day on which it was read here. */
  readonly retrieved: string;
}

/** One statement that an answer rests on. */
export interface EvidenceRecord {
  readonly kind: EvidenceKind;
  readonly text: Text;
  /** The ids of the sources that say it; none for what is computed. */
  readonly sources: readonly string[];
  /** The file of the knowledge that it stands in. */
  readonly file?: string;
}

/** What an answer rests on, for programs: what `/why` tells people. */
export interface Provenance {
  readonly sources: readonly SourceRecord[];
  /** Put into words once somebody asks, since there may be hundreds. */
  readonly evidence: () => readonly EvidenceRecord[];
}

/** Finds what a draft rests on, in the knowledge that it was made of. */
export type Trace = (draft: Pick<Draft, 'evidence' | 'sourceIds'>, knowledge: KnowledgeBase) => Provenance;

/** An answer, and what it rests on once somebody asks for that. */
export interface Answered {
  readonly reply: Reply;
  readonly provenance: () => Provenance;
  /** True where the fault is ours, and not in how it was asked. */
  readonly failed?: true;
}

/** A reply that rests on nothing. */
export function restingOnNothing(reply: Reply): Answered {
  return { reply, provenance: () => NO_PROVENANCE };
}

const NO_PROVENANCE: Provenance = { sources: [], evidence: () => [] };
