import { checkSubjects, checkCoverage, checkReviews } from './check/coverage.ts';
import { checkNames } from './check/names.ts';
import { checkPay } from './check/pay.ts';
import { checkReferences } from './check/references.ts';
import { type Finding, sortFindings, wholeFile } from './finding.ts';
import { type Content, latest, merge } from './merge.ts';
import { findingAt } from './pack/entry.ts';
import { type PackContents, readPacks } from './pack/read.ts';
import { doubtful } from './pack/yaml.ts';

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
  return sortFindings([...allOf(contents, content), ...warningsIn(contents, content, today)]);
}

/** What keeps `contents`, which `content` is made of, from being used. Empty: it can be used. */
export function errorsIn(contents: PackContents, content: Content): Finding[] {
  return sortFindings(allOf(contents, content).filter(({ severity }) => severity === 'error'));
}

/** What holds on any day and needs no second reading of the files. */
function allOf(contents: PackContents, content: Content): Finding[] {
  return [
    ...contents.findings,
    ...checkReferences(contents, content),
    ...checkTransitionIds(contents),
    ...checkNames(latest(contents.roles).values()),
    ...[...contents.roles, ...contents.occupations, ...contents.facts].flatMap(checkPay),
    ...checkLineIds(contents),
  ];
}

function warningsIn(contents: PackContents, content: Content, today: string): Finding[] {
  // What a role lacks is known only once every file can be read.
  const whole = contents.findings.length === 0;
  return [
    ...checkReviews(contents, today),
    ...(whole ? checkCoverage(contents, content) : []),
    ...(whole ? checkSubjects(contents, content) : []),
    ...contents.yaml.flatMap(({ file, text, value }) =>
      doubtful(text, value).map(({ message, ...spot }): Finding => {
        return { ...wholeFile(file, message), ...spot, severity: 'warning' };
      }),
    ),
  ];
}

function checkTransitionIds({ transitions }: PackContents): Finding[] {
  return transitions
    .filter(({ value }) => value.id !== `${value.from}--${value.to}`)
    .map(({ value: { id, from, to }, origin }) =>
      findingAt(
        origin,
        ['id'],
        `is "${id}", but the roles are ${from} and ${to}: name the file ${from}--${to}.yaml`,
      ),
    );
}

/** An id that two lines of one `roles.jsonl` share: the second would silently win. */
function checkLineIds({ occupations }: PackContents): Finding[] {
  const seen = new Set<string>();
  return occupations.flatMap(({ value, origin }) => {
    const key = `${origin.file} ${value.id}`;
    if (seen.has(key))
      return [findingAt(origin, ['id'], `"${value.id}" is on an earlier line too: keep one of the two`)];
    seen.add(key);
    return [];
  });
}
