import { checkGuided, coverageOf } from './check/coverage.ts';
import { coverageLines } from './check/coverage-table.ts';
import { checkFreshness } from './check/freshness.ts';
import { checkGaps, checkSubjects } from './check/gaps.ts';
import { checkNames } from './check/names.ts';
import { checkPay } from './check/pay.ts';
import { checkReferences } from './check/references.ts';
import { checkSharedSentences } from './check/shared-sentences.ts';
import { checkTracks } from './check/tracks.ts';
import { type Finding, KnowledgeError, sortFindings, wholeFile } from './finding.ts';
import { isWritten, latest, merge, type Merged } from './load/merge.ts';
import { findingAt } from './load/entry.ts';
import { type PackContents, readPacks } from './load/read-packs.ts';
import { yamlWarnings } from './load/yaml.ts';

export { formatFinding } from './finding.ts';

/**
 * Lints packs, each on top of those before it: everything that keeps them from being used (errors) and everything that
 * somebody should look at (warnings), by file and line. Changes nothing. `today` is an ISO date such as `2026-11-30`.
 */
export async function check(
  packs: readonly string[],
  { today }: { readonly today: string },
): Promise<Finding[]> {
  const contents = await readPacks(packs);
  const content = merge(contents);
  return sortFindings([
    ...allOf(contents),
    ...checkSharedSentences(contents),
    ...secondLook(contents, content, today),
  ]);
}

/**
 * What is known of each role of packs, kind by kind, as lines of a table that is summed up below it.
 * @throws KnowledgeError with every mistake in every file.
 */
export async function coverage(packs: readonly string[]): Promise<string[]> {
  const contents = await readPacks(packs);
  const errors = errorsIn(contents);
  if (errors.length > 0) throw new KnowledgeError(errors);
  return coverageLines(coverageOf(merge(contents)));
}

/** What keeps `contents` from being used. Empty: it can be used. */
export function errorsIn(contents: PackContents): Finding[] {
  return sortFindings(allOf(contents).filter(({ severity }) => severity === 'error'));
}

/** What holds on any day and needs no second reading of the files. */
function allOf(contents: PackContents): Finding[] {
  return [
    ...contents.findings,
    ...checkReferences(contents),
    ...checkNames(latest(contents.of('role').filter(isWritten)).values()),
    ...[...contents.of('role'), ...contents.of('facts')].flatMap(checkPay),
    ...checkLineIds(contents),
  ];
}

/** What needs every file to be readable, or the day, or a second look: nothing of it keeps packs from being used. */
function secondLook(contents: PackContents, content: Merged, today: string): Finding[] {
  // What a role lacks is known only once every file can be read.
  const whole = contents.findings.length === 0;
  return [
    ...checkFreshness(contents, today),
    ...(whole ? checkGuided(contents, content) : []),
    ...(whole ? checkGaps(contents, content) : []),
    ...(whole ? checkSubjects(contents, content) : []),
    ...(whole ? checkTracks(contents, content) : []),
    ...contents.yaml.flatMap(({ file, text }) =>
      yamlWarnings(text).map(({ message, ...position }): Finding => {
        return { ...wholeFile(file, message), ...position, severity: 'warning' };
      }),
    ),
  ];
}

/** An id that two lines of one `roles.jsonl` share: the second would silently win. */
function checkLineIds(contents: PackContents): Finding[] {
  const seen = new Set<string>();
  const lines = contents.of('role').filter((entry) => !isWritten(entry));
  return lines.flatMap(({ value, origin }) => {
    const key = `${origin.file} ${value.id}`;
    if (seen.has(key))
      return [findingAt(origin, ['id'], `"${value.id}" is on an earlier line too: keep one of the two`)];
    seen.add(key);
    return [];
  });
}
