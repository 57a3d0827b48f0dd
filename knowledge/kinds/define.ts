import type { z } from 'zod';
import type { Cited, Identity } from './fields.ts';

/** What an entry is found by. */
export interface Names {
  readonly title: string;
  readonly aliases: readonly string[];
  /** How likely the entry is meant, against others that a name fits as well. */
  readonly weight: number;
}

/** One kind of entry: where its files lie, what is in them, and how people find it. Everything else follows from this. */
export interface Kind<
  Name extends string = string,
  Entry = object,
  Schema extends z.ZodObject = z.ZodObject,
> {
  readonly name: Name;
  /** Where an entry's file lies in a pack, such as `prompts/<track>/<id>.yaml`. What is in brackets is a field of the entry. */
  readonly path: string;
  /** An entry as its file holds it, together with the fields that its path gives. */
  readonly schema: Schema;
  /** A file with an entry a line, as importers write them, and the schema of a line. */
  readonly lines?: { readonly file: string; readonly schema: z.ZodType<Entry> };
  /** Names to find an entry by; a kind without is found by id only. */
  names?(entry: Entry): Names;
  /** The order of the entries; by default that of their ids. */
  order?(a: Entry, b: Entry): number;
  /**
   * The part of an entry that is said in other languages too: a file beside the entry's, such as `<id>.es.yaml`, that
   * holds texts in the entry's own shape.
   */
  readonly translated?: z.ZodObject;
}

/** Fields that state something and name no source, by their paths; `never` where there are none. */
type Unsourced<Schema, Path extends string = ''> = Schema extends Cited<unknown> | Identity<unknown>
  ? never
  : Schema extends
        | z.ZodOptional<infer Inner>
        | z.ZodDefault<infer Inner>
        | z.ZodPrefault<infer Inner>
        | z.ZodArray<infer Inner>
    ? Unsourced<Inner, Path>
    : Schema extends z.ZodObject<infer Shape>
      ? { [Field in keyof Shape & string]: Unsourced<Shape[Field], `${Path}/${Field}`> }[keyof Shape & string]
      : Path;

type Sourced<Schema> = [Unsourced<Schema>] extends [never]
  ? unknown
  : { readonly schema: { readonly 'names no source: wrap it in cited() or identity()': Unsourced<Schema> } };

/** Defines a kind of entry. A schema with a field that states something and names no source is refused by the type checker. */
export function defineKind<const Name extends string, Schema extends z.ZodObject, Line = z.output<Schema>>(
  kind: Kind<Name, Line, Schema> & Sourced<Schema>,
): Kind<Name, Line, Schema> {
  return kind;
}

/** The fields of an entry that its path gives, in order: `['track', 'id']`. */
export function pathFields({ path }: Kind): string[] {
  return Array.from(path.matchAll(/<(\w+)>/g), ([, field = '']) => field);
}

/** What tells an entry from all others of its kind: `ml-engineer`, `ml-engineer/drift`. */
export function keyOf(kind: Kind, entry: object): string {
  return pathFields(kind)
    .map((field) => String(Reflect.get(entry, field)))
    .join('/');
}

/** The file of the entry with a key, as people are told to add it. */
export function fileOf(kind: Kind, key: string): string {
  const parts = key.split('/');
  return pathFields(kind).reduce((path, field, i) => path.replace(`<${field}>`, parts[i] ?? ''), kind.path);
}
