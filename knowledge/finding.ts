import { isAbsolute, relative } from 'node:path';

/**
 * What the loader or the linter has to say about one place in a pack. `line` and `column` count from 1; `field` is
 * a path such as `pay[2].low`, empty where the file as a whole is meant; `message` is one sentence that says what to do.
 */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly message: string;
}

/** Knowledge that cannot be used, with everything that is wrong with it, not the first mistake only. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.findings = findings;
  }
}

/** One line for people and editors: `roles/x.yaml:12:3 pay[0].low — low is above high`. */
export function formatFinding(finding: Finding): string {
  const place = `${shortest(finding.file)}:${finding.line}:${finding.column}`;
  const where = finding.field === '' ? place : `${place} ${finding.field}`;
  return `${where} — ${finding.message}`;
}

/** An error about a file as a whole. */
export function wholeFile(file: string, message: string): Finding {
  return { severity: 'error', file, line: 1, column: 1, field: '', message };
}

/** By file, then place, then field and sentence, in an order that does not depend on the machine's language. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.field, b.field) ||
      compareText(a.message, b.message),
  );
}

/** Orders by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function shortest(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? file : fromHere;
}
