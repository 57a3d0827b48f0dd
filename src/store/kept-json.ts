import { z } from 'zod';

/** The version of what is kept as JSON, for whoever has to read an older one some day; the first had none. */
const VERSION = 1;
const version = z.object({ v: z.literal(VERSION).default(VERSION) });

/** A value as a column keeps it. */
export function keepJson(value: object): string {
  return JSON.stringify({ ...value, v: VERSION });
}

/** The same read back. @throws ZodError where it is of another version or form. */
export function readJson<T>(schema: z.ZodType<T>, text: string): T {
  const read: unknown = JSON.parse(text);
  version.parse(read);
  return schema.parse(read);
}
