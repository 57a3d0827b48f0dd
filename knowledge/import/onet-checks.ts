import { ImportProblem } from './problem.ts';
import type { Row } from './row.ts';

/** The occupations by code. */
export type Known = ReadonlyMap<
  string,
  { readonly code: string; readonly title: string; readonly family: string }
>;

/** What one optional file gave: something for each code, and what was left out of it. */
export interface Given<T> {
  readonly byCode: ReadonlyMap<string, T>;
  readonly rows: number;
  readonly notes: readonly string[];
}

/** The code of a row, which must be that of an occupation. */
export function occupationCode(
  row: Row,
  known: ReadonlyMap<string, unknown>,
  column = 'O*NET-SOC Code',
): string {
  const code = row.onetCode(column);
  if (known.has(code)) return code;
  throw row.wrong(
    column,
    `has ${code}, which "Occupation Data.txt" does not: one of the two files is cut off or of another release, so download both again`,
  );
}

/**
 * The files are in the order of codes, so what a cut takes away is the last groups of occupations.
 * Military occupations (55) are in none of the optional files.
 * @throws ImportProblem where a major group of occupations has no row at all.
 */
export function checkGroups(found: ReadonlyMap<string, unknown>, known: Known, file: string): void {
  const groups = new Set([...found.keys()].map((code) => code.slice(0, 2)));
  const missing = [...known.values()].find(
    ({ code }) => !code.startsWith('55') && !groups.has(code.slice(0, 2)),
  );
  if (missing === undefined) return;
  throw new ImportProblem(
    { file },
    `has nothing on "${missing.family}" (codes from ${missing.code.slice(0, 2)}-), which the occupations have: the file is cut off, so download it again`,
  );
}
