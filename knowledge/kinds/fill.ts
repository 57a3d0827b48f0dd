import type { z } from 'zod';
import type { Kind } from './define.ts';
import { marks } from './fields.ts';
import { isRecord } from '../record.ts';
import { markedIn } from './marked.ts';

/** The fields of an entry that its path gives, so that its file must not give them again. */
export function fieldsInPath({ schema }: Kind): string[] {
  const fields = Object.entries(schema.shape);
  return fields.flatMap(([name, field]) => (marks.get(field)?.inPath === true ? [name] : []));
}

/** Whether an entry names a source at its top, which then is that of every fact in it that names none. */
export function namesSource(schema: z.core.$ZodType): boolean {
  return 'shape' in schema && isRecord(schema.shape) && 'source' in schema.shape;
}

/** Gives every fact in an entry that names no source that of the entry, where it names one. */
export function fillSources(entry: Record<string, unknown>, schema: z.core.$ZodType): void {
  const { source } = entry;
  if (source === undefined || !namesSource(schema)) return;
  for (const { mark, value } of markedIn(schema)(entry, []))
    if (mark.cited === true && isRecord(value)) value['source'] ??= source;
}
