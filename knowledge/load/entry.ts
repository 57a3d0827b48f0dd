import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { sentences } from './schema-issues.ts';
import { type FieldPath, type SourcePosition, positionFinder } from './source-position.ts';

/** Where an entry was read. */
export interface Origin {
  /** The file's path, below the pack's folder as it was given. */
  readonly file: string;
  /** Which pack, by its place in the list: later ones win. */
  readonly pack: number;
  /** The line of a JSON-lines file that the entry stands on; absent for a file of its own. */
  readonly line?: number;
  /** Finds a field, or the nearest thing around it that is there. */
  position(path: FieldPath): SourcePosition;
}

/** An entry as it was read, with the place to point at when something is wrong with it. */
export interface Entry<T> {
  readonly value: T;
  readonly origin: Origin;
}

/**
 * The origin of `text`, which is a whole YAML file or one line of a JSON-lines file (JSON is YAML too) that stands at
 * `line`. The text is read again for its positions only when somebody asks for one, since that is slow.
 */
export function originOf(file: string, pack: number, text: string, line?: number): Origin {
  let find: ((path: FieldPath) => SourcePosition) | undefined;
  return {
    file,
    pack,
    ...(line === undefined ? {} : { line }),
    position(path) {
      find ??= positionFinder(text);
      const position = find(path);
      return { line: position.line + (line ?? 1) - 1, column: position.column };
    },
  };
}

/** A finding about a field of an entry. */
export function findingAt(
  origin: Origin,
  path: FieldPath,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { severity, file: origin.file, ...origin.position(path), field: fieldName(path), message };
}

/** The entry as `shape` makes it, with its defaults; or undefined, and why in `findings`. */
export function checkShape<T>(
  { value, origin }: Entry<unknown>,
  shape: z.ZodType<T>,
  findings: Finding[],
): T | undefined {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  // Only a failed check is made again with the input reported: reporting keeps every value alive.
  const { error } = shape.safeParse(value, { reportInput: true });
  for (const problem of error ? sentences(error, shape) : [])
    findings.push(findingAt(origin, problem.path, problem.message));
  return undefined;
}

/** `['pay', 2, 'low']` as people write it: `pay[2].low`. */
function fieldName(path: FieldPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('');
}
