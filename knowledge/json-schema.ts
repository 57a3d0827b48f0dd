import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { promptSchema } from './prompt-schema.ts';
import * as schema from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where the JSON Schemas are kept: editors find them there by the first line of each data file. */
export const SCHEMA_FOLDER = join(import.meta.dirname, 'schema');

/**
 * What an editor needs to complete and check a pack's files: a JSON Schema for each kind of file, by its name. They are
 * a little laxer than the loader, since JSON Schema cannot compare two fields.
 */
export function jsonSchemas(): Record<string, Json> {
  return {
    'role.json': draft(schema.roleSchema),
    'facts.json': withoutSource(draft(schema.roleFactsSchema)),
    'transition.json': draft(schema.transitionSchema),
    'course.json': draft(schema.courseSchema),
    'skill.json': draft(schema.skillSchema),
    'source.json': draft(schema.sourceSchema),
    'prompt.json': draft(promptSchema),
  };
}

function draft(shape: z.ZodType): Json {
  return z.toJSONSchema(shape, { io: 'input', target: 'draft-7' });
}

/** A file of facts is named after its source, so its elements need not repeat it. */
function withoutSource(facts: Json): Json {
  const optional = JSON.stringify(facts, (key, value: unknown) =>
    key === 'required' && Array.isArray(value) ? value.filter((name) => name !== 'source') : value,
  );
  return Object(JSON.parse(optional));
}

if (import.meta.main) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, json] of Object.entries(jsonSchemas()))
    writeFileSync(join(SCHEMA_FOLDER, name), JSON.stringify(json, null, 2));
}
