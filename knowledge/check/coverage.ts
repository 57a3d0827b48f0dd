import type { Finding } from '../finding.ts';
import { guide as guideKind } from '../kinds/guide.ts';
import { markedIn } from '../kinds/marked.ts';
import { prompt as promptKind } from '../kinds/prompt.ts';
import { role as roleKind } from '../kinds/role.ts';
import { findingAt } from '../load/entry.ts';
import { latestOf, type Merged } from '../load/merge.ts';
import type { PackContents } from '../load/read-packs.ts';
import type { Kind } from '../kinds/define.ts';
import { publisherDate } from '../source-date.ts';
import { FACT_KINDS, type Subject } from './fact-kinds.ts';

/** What there is of one role, and how old it is. */
export interface RoleCoverage {
  readonly id: string;
  readonly guided: boolean;
  /** How many facts there are of each of `FACT_KINDS`, in that order. */
  readonly counts: readonly number[];
  /** The ids of the sources that anything about the role rests on. */
  readonly sources: readonly string[];
  /** The ISO date of each of those sources, the oldest first. */
  readonly dates: readonly string[];
}

/** What is known of every role that is written by hand, in the order of their ids. */
export function coverageOf({ entries, occupations }: Merged): RoleCoverage[] {
  const guides = new Map(entries.guide.map((guide) => [guide.role, guide]));
  const dates = new Map(entries.source.map((source) => [source.id, publisherDate(source)]));
  return entries.role
    .filter(({ id }) => !occupations.has(id))
    .map((role) => {
      const subject: Subject = { role, guide: guides.get(role.id), entries };
      const sources = [...sourcesOf(subject)].toSorted();
      return {
        id: role.id,
        guided: subject.guide !== undefined,
        counts: FACT_KINDS.map(({ count }) => count(subject)),
        sources,
        dates: sources.flatMap((id) => dates.get(id) ?? []).toSorted(),
      };
    });
}

function sourcesOf({ role, guide, entries }: Subject): Set<string> {
  const prompts = entries.prompt.filter(({ track }) => track === role.id);
  return new Set([
    ...cited(roleKind, role),
    ...(guide === undefined ? [] : cited(guideKind, guide)),
    ...prompts.flatMap((prompt) => cited(promptKind, prompt)),
  ]);
}

/** The sources that an entry names anywhere in it. */
function cited({ schema }: Pick<Kind, 'schema'>, entry: object): string[] {
  return [...markedIn(schema)(entry, [])].flatMap(({ mark, value }) =>
    mark.ref?.includes('source') === true && typeof value === 'string' ? [value] : [],
  );
}

/** The kinds of facts that a role has none of; `figure` chooses those that only an outside source can state. */
export function missing({ counts }: RoleCoverage, figure: boolean): string[] {
  return FACT_KINDS.filter((kind, i) => (kind.figure === true) === figure && counts[i] === 0).map(
    ({ name }) => name,
  );
}

/** Roles with a guide that lack a kind of fact which the guide's writer can give: only a figure may be missing. */
export function checkGuided(contents: PackContents, merged: Merged): Finding[] {
  const guides = latestOf(guideKind, contents);
  return coverageOf(merged).flatMap((role) => {
    const origin = guides.get(role.id)?.origin;
    if (origin === undefined) return [];
    return missing(role, false).map((name) =>
      findingAt(
        origin,
        [],
        `${role.id} has a guide and no ${name}: a guided role has every kind of fact but figures`,
      ),
    );
  });
}
