import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

type Json = Record<string, unknown>;

const types = createRequire(import.meta.url).resolve('@slack/types/package.json');
const cache = join(dirname(types), '../../.cache/rolecall');

/**
 * A JSON Schema of Block Kit, made from Slack's own TypeScript types, with the limits that their comments state in words.
 * Making it takes a second, so it is kept beside the packages it comes from.
 */
export function blockKitSchema(): Json {
  const { version } = JSON.parse(readFileSync(types, 'utf8')) as { version: string };
  const file = join(cache, `block-kit-${version}-2.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch {
    const schema = generate();
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(schema));
    renameSync(`${file}.${process.pid}`, file);
    return schema;
  }
}

function generate(): Json {
  const generator = createGenerator({
    path: join(dirname(types), 'dist/index.d.ts'),
    type: 'KnownBlock',
    expose: 'export',
    skipTypeCheck: true,
    additionalProperties: false,
  });
  return withLimits(generator.createSchema('KnownBlock')) as Json;
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
