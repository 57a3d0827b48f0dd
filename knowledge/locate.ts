import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { FactRef } from './load/evidence.ts';
import { type FieldPath, positionFinder } from './load/source-position.ts';

/** Finds the line on which a fact, or a part of it, stands now; undefined where its file cannot be read. */
export type LineFinder = (ref: FactRef, within?: FieldPath) => number | undefined;

/**
 * Finds lines of files as they are now: where one has been changed meanwhile, the line of what would hold the fact. Reads
 * each file once, for as long as the finder is kept, since lines are slow to get and seldom asked for.
 */
export function lineFinder(): LineFinder {
  const known = new Map<string, ReturnType<typeof positionFinder> | undefined>();
  return ({ file, entryLine, path }, within = []) => {
    if (entryLine !== undefined) return entryLine;
    const find = known.has(file) ? known.get(file) : reader(file);
    known.set(file, find);
    return find?.([...path, ...within]).line;
  };
}

function reader(file: string): ReturnType<typeof positionFinder> | undefined {
  try {
    return positionFinder(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file as it is named to anybody: by its pack's own name, and no folder above that. */
export function nameInPack({ pack, file }: FactRef): string {
  return join(basename(pack), relative(pack, file)).replaceAll('\\', '/');
}
