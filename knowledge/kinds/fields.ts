import { z } from 'zod';
import { PRIORITIES } from '../scales.ts';

/** What a schema says of a field beyond its shape; read by `markedFields`. */
export interface FieldMark {
  /** The field holds the id of an entry of one of these kinds. */
  readonly ref?: readonly string[];
  /** The fields state something and name the source of it. */
  readonly cited?: true;
  /** The field's value stands in the file's path, and not in the file. */
  readonly inPath?: true;
}

/** The marks of all schemas. A schema that is made from a marked one, as by `describe`, has its marks too. */
export const marks = z.registry<FieldMark>();

declare const CITED: unique symbol;
declare const IDENTITY: unique symbol;

/** A schema whose data names its source. */
export type Cited<Schema> = Schema & { readonly [CITED]: true };
/** A schema whose data says which thing is meant, and states nothing about it. */
export type Identity<Schema> = Schema & { readonly [IDENTITY]: true };

/** Names a contributor writes: `ml-engineer`, `aws-saa-c03`. The same as the file's name. */
export const id = identity(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens'),
);
export const text = z.string().trim().min(1);
export const texts = z.array(text).default([]);
export const isoDate = z.iso.date();
export const url = z.url({ protocol: /^https?$/ });
export const priority = z.enum(PRIORITIES);

/** What an entry is called. */
export const name = identity(text);
/** Other names of an entry. */
export const names = identity(texts);

/** The id of an entry of one of these kinds. The loader refuses one that is in no pack. */
export function ref(...kinds: readonly [string, ...string[]]): typeof id {
  return marked(id, { ref: kinds }).describe(`The id of a ${kinds.join(' or a ')}`);
}

/** A field whose value the file's path gives, as `<id>` and `<track>` do in `prompts/<track>/<id>.yaml`. */
export function inPath<Schema extends z.ZodType>(schema: Schema): Identity<Schema> {
  return identity(marked(schema, { ...marks.get(schema), inPath: true }));
}

/**
 * Fields that state something. A fact is whatever could be wrong: all but what an entry is called, what kind of thing it
 * is and where it is found. It names its source, or it neither passes the type checker nor loads.
 */
export function cited<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return citing(z.strictObject({ source: ref('source'), ...shape }));
}

/** The same for what rests on several sources. */
export function citedAll<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const sources = z.array(ref('source')).min(1);
  return citing(z.strictObject({ ...shape, sources: sources.describe('Ids of files in sources/') }));
}

/** What says which thing is meant: a name, a code, an address, what kind of thing it is. */
export function identity<Schema extends z.ZodType>(schema: Schema): Identity<Schema> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a mark for the type checker alone
  return schema as Identity<Schema>;
}

function citing<Schema extends z.ZodType>(schema: Schema): Cited<Schema> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a mark for the type checker; `marked` is for the loader
  return marked(schema, { cited: true }) as Cited<Schema>;
}

function marked<Schema extends z.ZodType>(schema: Schema, mark: FieldMark): Schema {
  const copy = schema.clone();
  marks.add(copy, mark);
  return copy;
}
