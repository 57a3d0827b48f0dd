import { z } from 'zod';
import type { FieldPath } from '../load/source-position.ts';
import { isRecord } from '../record.ts';
import { type FieldMark, marks } from './fields.ts';

/** A value of an entry whose schema is marked. */
interface MarkedValue {
  readonly mark: FieldMark;
  readonly value: unknown;
  readonly path: FieldPath;
}

type Walk = (value: unknown, path: FieldPath) => Iterable<MarkedValue>;
type Schema = z.core.$ZodType;

const walks = new WeakMap<Schema, Walk>();
const NOTHING: Walk = () => [];

/**
 * Finds the marked values of an entry by its schema, outer ones first: every reference, every fact. What a schema does
 * not mark cannot be asked for, so no list of fields has to be kept beside it.
 */
export function markedIn(schema: Schema): Walk {
  let walk = walks.get(schema);
  if (walk === undefined) {
    walk = walkOf(schema);
    walks.set(schema, walk);
  }
  return walk;
}

function walkOf(schema: Schema): Walk {
  const mark = marks.get(schema);
  const below = walkBelow(schema);
  if (mark === undefined) return below;
  return function* (value, path) {
    if (value === undefined) return;
    yield { mark, value, path };
    yield* below(value, path);
  };
}

/** The steps to the facts that an entry may hold, outer ones first; `*` is every item of a list. */
export function factPaths(schema: Schema): readonly (readonly string[])[] {
  const below = pathsBelow(schema);
  return marks.get(schema)?.cited === true ? [[], ...below] : below;
}

function pathsBelow(schema: Schema): (readonly string[])[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      factPaths(field).map((path) => [name, ...path]),
    );
  if (schema instanceof z.ZodArray) return factPaths(schema.element).map((path) => ['*', ...path]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => [...factPaths(option)]);
  return isWrapper(schema) ? [...factPaths(schema.unwrap())] : [];
}

/** What holds nothing in which a mark could be. */
const LEAVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'enum', 'literal']);

/** @throws TypeError for a schema whose inside is not known: a reference in it would be lost. */
function walkBelow(schema: Schema): Walk {
  if (schema instanceof z.ZodObject) return inObject(schema.shape);
  if (schema instanceof z.ZodArray) return inArray(markedIn(schema.element));
  if (schema instanceof z.ZodRecord) return inRecord(markedIn(schema.valueType));
  if (schema instanceof z.ZodUnion) return inUnion(schema.options);
  if (schema instanceof z.ZodLazy) return (value, path) => markedIn(schema.unwrap())(value, path);
  if (isWrapper(schema)) return markedIn(schema.unwrap());
  const type = typeOf(schema);
  if (LEAVES.has(type)) return NOTHING;
  throw new TypeError(`an entry cannot hold a "${type}": say in marked.ts what may be in it`);
}

function isWrapper(schema: Schema) {
  return (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  );
}

function typeOf(schema: Schema): string {
  return schema instanceof z.ZodType ? schema.type : 'schema of another library';
}

function inObject(shape: Readonly<Record<string, Schema>>): Walk {
  const fields = Object.entries(shape)
    .map(([name, schema]) => [name, markedIn(schema)] as const)
    .filter(([, walk]) => walk !== NOTHING);
  if (fields.length === 0) return NOTHING;
  return function* (value, path) {
    if (isRecord(value)) for (const [name, walk] of fields) yield* walk(value[name], [...path, name]);
  };
}

function inArray(walk: Walk): Walk {
  if (walk === NOTHING) return NOTHING;
  return function* (value, path) {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* walk(item, [...path, i]);
  };
}

function inRecord(walk: Walk): Walk {
  if (walk === NOTHING) return NOTHING;
  return function* (value, path) {
    if (isRecord(value)) for (const [name, each] of Object.entries(value)) yield* walk(each, [...path, name]);
  };
}

/** Alternatives are told apart by their outer shape: a text, a list or fields. */
function inUnion(options: readonly Schema[]): Walk {
  const branches = options.map((option) => ({ shape: outerShape(option), walk: markedIn(option) }));
  if (branches.every(({ walk }) => walk === NOTHING)) return NOTHING;
  return function* (value, path) {
    const shape = Array.isArray(value) ? 'array' : typeof value;
    for (const branch of branches) if (branch.shape === shape) yield* branch.walk(value, path);
  };
}

function outerShape(schema: Schema): string {
  const type = typeOf(schema);
  if (type === 'record') return 'object';
  return type === 'enum' || type === 'literal' ? 'string' : type;
}
