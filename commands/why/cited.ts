import type { Citation, Fact, FactRef, FieldPath, KnowledgeBase } from '../../knowledge/index.ts';
import { lineFinder, type LineFinder } from '../../knowledge/locate.ts';

/** What an answer uses of one fact: all of it, a part, or some items of a list in it. */
export interface CitedFact {
  readonly fact: Fact;
  readonly ref: FactRef;
  /** The steps to the part that is used. */
  readonly part: FieldPath;
  /** The places of the items that are used; empty where it is the whole part. */
  readonly items: readonly number[];
  /** The ids of the sources that say it. */
  readonly sources: readonly string[];
  /** The line on which it stands now, where the file is there. */
  readonly line: number | undefined;
}

/** The facts that an answer rests on, each once in the order they are first used, with where each stands. */
export function citedFacts(
  citations: readonly Citation[],
  knowledge: KnowledgeBase,
  lineOf: LineFinder = lineFinder(),
): CitedFact[] {
  return gathered(citations).flatMap(({ fact, part, items, sources }) => {
    const ref = knowledge.refOf(fact);
    if (ref === undefined) return [];
    const [only] = items;
    const line = lineOf(ref, items.length === 1 && only !== undefined ? [...part, only] : part);
    return [{ fact, ref, part, items: items.toSorted((a, b) => a - b), sources, line }];
  });
}

type Used = Pick<CitedFact, 'fact' | 'part'> & { readonly items: number[]; readonly sources: string[] };

/** The parts of each fact together, so that items of one list are told of once. */
function gathered(citations: readonly Citation[]): readonly Used[] {
  const byFact = new Map<Fact, Map<string, Used>>();
  const all: Used[] = [];
  for (const { fact, within = [], sources } of citations) {
    const last = within.at(-1);
    const part = typeof last === 'number' ? within.slice(0, -1) : within;
    const known = byFact.get(fact) ?? new Map<string, Used>();
    byFact.set(fact, known);
    const used = known.get(part.join('.')) ?? { fact, part, items: [], sources: [] };
    if (!known.has(part.join('.'))) all.push(used);
    known.set(part.join('.'), used);
    if (typeof last === 'number' && !used.items.includes(last)) used.items.push(last);
    used.sources.push(...sources.filter((id) => !used.sources.includes(id)));
  }
  return all;
}
