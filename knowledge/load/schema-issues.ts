import { z } from 'zod';
import { nearest } from './nearest.ts';
import type { FieldPath } from './source-position.ts';

type Issue = z.core.$ZodIssue;

/** One thing that the schema does not allow, as a sentence that says what to do. */
export interface SchemaIssue {
  readonly path: FieldPath;
  readonly message: string;
}

/** A failed check by `schema` as sentences. The check must have been made with `reportInput`. */
export function sentences(error: z.ZodError, schema: z.ZodType): SchemaIssue[] {
  return error.issues.flatMap((issue) => explain(issue, schema, []));
}

function explain(issue: Issue, schema: z.ZodType, above: FieldPath): SchemaIssue[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(key, schema) }));
    case 'invalid_union':
      return explainUnion(issue, schema, path);
    case 'invalid_type':
      return [{ path, message: wrongType(issue) }];
    case 'invalid_value':
      return [
        {
          path,
          message: `${missing(issue) ?? `is ${quoted(issue.input)}`}: write one of ${issue.values.join(', ')}`,
        },
      ];
    case 'invalid_format':
      return [{ path, message: `is ${quoted(issue.input)}: ${FORMATS[issue.format] ?? issue.message}` }];
    case 'too_small':
      return [{ path, message: tooSmall(issue) }];
    case 'custom':
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return [{ path, message: issue.message }];
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  url: 'write a web address that begins with https://',
  date: 'write a date as 2026-04-26',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text (in quotes if it is a number, or true or false)',
  number: 'a number, without quotes, signs or thousands separators',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: each item on a line of its own that begins with "- "',
  object: 'fields: each on a line of its own as "field: value"',
};

function wrongType(issue: z.core.$ZodIssueInvalidType): string {
  const wanted = TYPES[issue.expected] ?? issue.expected;
  const absent = missing(issue);
  return absent === undefined ? `is ${described(issue.input)}: write ${wanted}` : `${absent}: add ${wanted}`;
}

function missing({ input }: Issue): string | undefined {
  if (input === undefined) return 'is missing';
  return input === null ? 'is empty' : undefined;
}

function described(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a set of fields' : quoted(input);
}

function quoted(input: unknown): string {
  const written = String(input);
  const shown = written.length > 60 ? `${written.slice(0, 59)}…` : written;
  return typeof input === 'string' ? `"${shown}"` : shown;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'array') return 'is an empty list: add an item, or leave the field out';
  if (issue.origin === 'string') return 'is empty: write something, or leave the field out';
  return `is ${quoted(issue.input)}: write a number above ${String(issue.minimum)}`;
}

/** Of an alternative, the branch that the writer meant: the one whose outer shape fits. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  path: FieldPath,
): SchemaIssue[] {
  const meant = issue.errors.find(
    (branch) => !branch.some((e) => e.code === 'invalid_type' && e.path.length === 0),
  );
  if (meant !== undefined) return meant.flatMap((inner) => explain(inner, schema, path));
  return [
    {
      path,
      message: `${missing(issue) ?? `is ${described(issue.input)}`}: write a text, or fields such as name: and detail:`,
    },
  ];
}

function unknownField(key: string, schema: z.ZodType): string {
  const meant = nearest(key, fieldNames(schema));
  return meant === undefined
    ? 'is no field here: take it out, or look into the JSON Schema for what there is'
    : `is no field here: did you mean "${meant}"?`;
}

function fieldNames(schema: z.ZodType): string[] {
  const names = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(Object(value))) names.add(name);
    return value;
  });
  return [...names];
}
