import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import type * as Validator from 'ajv';
import type * as Generator from 'ts-json-schema-generator';

type Json = Record<string, unknown>;

const require = createRequire(import.meta.url);
const types = require.resolve('@slack/types/package.json');
const cache = join(dirname(types), '../../.cache/rolecall');

/**
 * What checks a block against a JSON Schema of Block Kit, which is made from Slack's own TypeScript types, with the limits that
 * their comments state in words. Making it takes two seconds, so it is kept, as code, beside the packages it comes from.
 */
export function blockKitValidator(): ValidateFunction {
  const { version } = JSON.parse(readFileSync(types, 'utf8')) as { version: string };
  const file = join(cache, `block-kit-${version}-4.cjs`);
  if (!existsSync(file)) keep(file, makeValidator());
  return require(file) as ValidateFunction;
}

function keep(file: string, code: string): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
}

function makeValidator(): string {
  const { Ajv } = require('ajv') as typeof Validator;
  const codeOf = require('ajv/dist/standalone') as (ajv: Validator.Ajv, check: ValidateFunction) => string;
  const ajv = new Ajv({ allErrors: false, strict: false, discriminator: false, code: { source: true } });
  return codeOf(ajv, ajv.compile(generate()));
}

function generate(): Json {
  // Loaded where it is needed only: it brings a TypeScript compiler.
  const { createGenerator } = require('ts-json-schema-generator') as typeof Generator;
  const generator = createGenerator({
    path: join(dirname(types), 'dist/index.d.ts'),
    type: 'KnownBlock',
    expose: 'export',
    skipTypeCheck: true,
    additionalProperties: false,
  });
  return withLimits(withOffset(generator.createSchema('KnownBlock') as Json)) as Json;
}

/** Documented, and missing in the types: https://docs.slack.dev/reference/block-kit/block-elements/rich-text-list-element */
function withOffset(schema: Json): Json {
  const { RichTextList } = schema['definitions'] as { RichTextList: { properties: Json } };
  RichTextList.properties['offset'] = { type: 'integer', minimum: 0 };
  return schema;
}

/** The same schema with every "Maximum …" of a comment as a rule. */
function withLimits(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withLimits);
  if (typeof part !== 'object' || part === null) return part;
  const node: Json = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withLimits(value)]));
  return typeof node.description === 'string' ? limited(node, node.description.replace(/\s+/g, ' ')) : node;
}

function limited(node: Json, about: string): Json {
  const length = figure(
    about,
    /maximum length(?: for (?:this|the `?text`?)[^.]*?| is| of)* (?:is )?(\d+) characters/i,
  );
  const items = figure(about, /maximum (?:number of (?:items|options) is|of) (\d+)/i);
  const smallest = figure(about, /minimum length[^.]*? is (\d+)/i);
  if (typeof node.$ref === 'string' && length !== undefined)
    return { allOf: [node, { properties: { text: { maxLength: length } } }] };
  if (node.type === 'string')
    return { ...node, ...(length && { maxLength: length }), ...(smallest && { minLength: smallest }) };
  if (node.type !== 'array') return node;
  const each = /maximum length for the text in each item/i.test(about) && length !== undefined;
  const rule = each
    ? { items: { allOf: [node.items, { properties: { text: { maxLength: length } } }] } }
    : {};
  return { ...node, ...rule, ...(items && { maxItems: items }), minItems: 1 };
}

function figure(about: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(about)?.[1];
  return found === undefined ? undefined : Number(found);
}
