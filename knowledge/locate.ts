import { readFileSync } from 'node:fs';
import type { FactRef } from './load/evidence.ts';
import { positionFinder } from './load/source-position.ts';

/**
 * The line of a file on which a fact stands now; that of what would hold it, where the file has been changed meanwhile.
 * Undefined where the file cannot be read. Reads the file, since lines are slow to get and seldom asked for.
 */
export function lineOf({ file, entryLine, path }: FactRef): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  if (entryLine !== undefined) return entryLine;
  return positionFinder(text)(path).line;
}
