import type { KnowledgeBase, Source } from '../../knowledge/index.ts';
import { nameInPack } from '../../knowledge/locate.ts';
import type { EvidenceKind, EvidenceRecord, Provenance, SourceRecord, Trace } from '../../src/provenance.ts';
import type { Evidence, Text } from '../../src/reply.ts';
import { sourcesIn } from '../views/section.ts';
import { type CitedFact, citedFacts } from './cited.ts';
import { citedText } from './cited-text.ts';

/** The source of what we judge ourselves: nobody else documents it. */
const OWN = 'rolecall';

/** What an answer rests on, for programs: every source that it names, and every fact and step with its kind. */
export const traced: Trace = ({ evidence = NOTHING, sourceIds = [] }, knowledge): Provenance => {
  const ids = new Set([...sourceIds, ...sourcesIn(evidence.facts)]);
  return {
    sources: Array.from(ids)
      .flatMap((id) => knowledge.sources.get(id) ?? [])
      .map(recordOf),
    evidence: () => [...statements(evidence, knowledge), ...evidence.steps.map(computed)],
  };
};

const NOTHING: Evidence = { facts: [], steps: [] };

function statements({ facts }: Evidence, knowledge: KnowledgeBase): EvidenceRecord[] {
  // Lines are slow to find, and a program has the file.
  return citedFacts(facts, knowledge, () => undefined).map((fact) => statement(fact, knowledge));
}

function computed(text: Text): EvidenceRecord {
  return { kind: 'computed', text, sources: [] };
}

function statement(fact: CitedFact, knowledge: KnowledgeBase): EvidenceRecord {
  const { sources, ref } = fact;
  return { kind: kindOf(sources), text: citedText(fact, knowledge), sources, file: nameInPack(ref) };
}

function kindOf(sources: readonly string[]): EvidenceKind {
  return sources.every((id) => id === OWN) ? 'estimated' : 'documented';
}

function recordOf({ id, name, title, publisher, url, licence, published, ...source }: Source): SourceRecord {
  const { reviewed, retrieved } = source;
  return {
    id,
    name,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    licence,
    ...(published === undefined ? {} : { published: dateOf(published) }),
    ...(reviewed === undefined ? {} : { reviewed }),
    retrieved,
  };
}

function dateOf({ year, month }: NonNullable<Source['published']>): string {
  return month === undefined ? `${year}` : `${year}-${String(month).padStart(2, '0')}`;
}
