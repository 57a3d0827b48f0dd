import { type Finding, wholeFile } from '../finding.ts';
import { type Entry, originOf } from './entry.ts';
import type { PackFile } from './pack-listing.ts';

/** The objects of a JSON-lines text, one a line; lines that are not JSON go to `findings`. */
export function* readLines(file: PackFile, text: string, findings: Finding[]): Generator<Entry<unknown>> {
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      yield { value, origin: originOf(file.path, file.pack, line, i + 1) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      findings.push(notJson(file.path, i + 1, error.message));
    }
  }
}

function notJson(path: string, line: number, reason: string): Finding {
  const column = Number(/at position (\d+)/.exec(reason)?.[1] ?? 0) + 1;
  const message = `is not JSON (${reason}): write one whole entry on the line, or make the file again`;
  return { ...wholeFile(path, message), line, column };
}
