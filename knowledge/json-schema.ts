import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Kind } from './kinds/define.ts';
import { marks } from './kinds/fields.ts';
import { fieldsInPath, namesSource } from './kinds/fill.ts';
import { KINDS } from './kinds/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where the JSON Schemas are kept, and the settings by which an editor finds the one for a file. */
export const SCHEMA_FOLDER = join(import.meta.dirname, 'schema');
export const EDITOR_SETTINGS = join(import.meta.dirname, '../.vscode/settings.json');

/**
 * What an editor needs to complete and check a pack's files: a JSON Schema for each kind of file, by its name. They are
 * a little laxer than the loader, since JSON Schema cannot compare two fields.
 */
export function jsonSchemas(): Record<string, Json> {
  return Object.fromEntries(
    KINDS.flatMap((kind) => [
      [`${kind.name}.json`, fileSchema(kind)],
      ...(kind.translated ? [[`${kind.name}-translated.json`, draft(kind.translated)]] : []),
    ]),
  );
}

/** Which files each JSON Schema is for, as editors have it: `yaml.schemas`. */
export function editorSchemas(): Record<string, string | string[]> {
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const files = `**/${kind.path.replaceAll(/<\w+>/g, '*')}`;
      if (kind.translated === undefined) return [[schemaPath(kind.name), files]];
      const translations = files.replace(/\*\.yaml$/, '*.*.yaml');
      return [
        [schemaPath(kind.name), [files, `!${translations}`]],
        [schemaPath(`${kind.name}-translated`), translations],
      ];
    }),
  );
}

function schemaPath(name: string): string {
  return `./knowledge/schema/${name}.json`;
}

function draft(schema: z.ZodType, override?: Override): Json {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', ...(override && { override }) });
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** An entry as its file holds it: without what its path gives, and without the source of each fact where the path gives that. */
function fileSchema(kind: Kind): Json {
  const given = fieldsInPath(kind);
  const inherits = namesSource(kind.schema);
  return draft(kind.schema, ({ zodSchema, jsonSchema }) => {
    const whole = zodSchema === kind.schema;
    const absent = whole ? given : inherits && marks.get(zodSchema)?.cited === true ? ['source'] : [];
    if (whole) for (const field of absent) delete jsonSchema.properties?.[field];
    if (absent.length > 0)
      jsonSchema.required = jsonSchema.required?.filter((name) => !absent.includes(name)) ?? [];
  });
}

if (import.meta.main) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, json] of Object.entries(jsonSchemas()))
    writeFileSync(join(SCHEMA_FOLDER, name), JSON.stringify(json, null, 2));
  const settings: object = JSON.parse(readFileSync(EDITOR_SETTINGS, 'utf8'));
  writeFileSync(
    EDITOR_SETTINGS,
    `${JSON.stringify({ ...settings, 'yaml.schemas': editorSchemas() }, null, 2)}\n`,
  );
}
