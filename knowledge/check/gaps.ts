import { codeKeys, nameKeys, factSubjects } from '../load/fact-subjects.ts';
import type { Finding } from '../finding.ts';
import { isWritten, latest, type Merged } from '../load/merge.ts';
import { findingAt } from '../load/entry.ts';
import type { PackContents } from '../load/read-packs.ts';
import type { RoleFile } from '../kinds/role.ts';

/** Roles written by hand whose pay rests on fewer than two sources, or that name no skill. */
export function checkGaps(contents: PackContents, { entries }: Merged): Finding[] {
  const origins = latest(contents.of('role').filter(isWritten));
  return entries.role.flatMap((role) => {
    const origin = origins.get(role.id)?.origin;
    return origin ? gaps(role).map((message) => findingAt(origin, [], message, 'warning')) : [];
  });
}

function gaps({ pay, skills }: RoleFile): string[] {
  const payers = new Set(pay.map(({ source }) => source));
  const [only] = payers;
  return [
    ...(payers.size === 0 ? ['no source says what this role pays: add pay'] : []),
    ...(payers.size === 1 ? [`only ${only} says what this role pays: add a second source`] : []),
    ...(skills.length === 0 ? ['no source says what this role needs: add skills'] : []),
  ];
}

/** Facts about codes or titles that no role has: kept, but nobody can ask for them. One finding a file. */
export function checkSubjects(contents: PackContents, { entries, occupations }: Merged): Finding[] {
  const keys = new Set(
    entries.role.flatMap((role) => [...codeKeys(role), ...nameKeys(role, occupations.has(role.id))]),
  );
  const idle = contents
    .of('facts')
    .filter(({ value }) => value.role === undefined && !factSubjects(value).some((key) => keys.has(key)));
  return [...Map.groupBy(idle, ({ origin }) => origin.file).values()].flatMap(([line, ...more]) => {
    if (line === undefined) return [];
    const { onet, esco } = line.value;
    const field = onet === undefined ? (esco === undefined ? 'titles' : 'esco') : 'onet';
    const message = `no role has what this line is about, nor what ${more.length} more lines are, so their facts are never shown: add roles for them, or leave them`;
    return [findingAt(line.origin, [field], message, 'warning')];
  });
}
