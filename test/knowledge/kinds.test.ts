import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineKind } from '../../knowledge/kinds/define.ts';
import { cited, id, identity, name, ref, text } from '../../knowledge/kinds/fields.ts';
import { KINDS } from '../../knowledge/kinds/index.ts';
import { markedIn } from '../../knowledge/kinds/marked.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { aPack, course, type Files, GOOD, lint, prompt, role } from './pack.ts';

const ML = 'roles/ml-engineer.yaml';
const PROMPT = 'prompts/ml-engineer/drift.yaml';
const COURSE = 'courses/deep-learning.yaml';

/** A fact that names no source. */
const UNSOURCED: readonly [title: string, files: Files, place: string][] = [
  [
    'of a role',
    { [ML]: role('ml-engineer', 'ML Engineer', 'entryLevel: [{ value: true }]\n') },
    `${ML}:7:14`,
  ],
  [
    'a summary',
    { [ML]: role('ml-engineer', 'ML Engineer').replace('  sources: [guide]\n', '') },
    `${ML}:4:1`,
  ],
  ['of a course', { [COURSE]: course('{ stage: Start }') }, `${COURSE}:4:9`],
  [
    'of a move',
    {
      'transitions/data-engineer--ml-engineer.yaml':
        'id: data-engineer--ml-engineer\nfrom: data-engineer\nto: ml-engineer\ndocumented: [{ advice: Go. }]\n',
    },
    'transitions/data-engineer--ml-engineer.yaml:4:14',
  ],
  ['a prompt', { [PROMPT]: prompt().replace('sources: [guide]\n', '') }, `${PROMPT}:1:1`],
  ['a line', { 'facts.jsonl': '{"role":"ml-engineer","notes":[{"items":["A"]}]}\n' }, 'facts.jsonl:1'],
];

describe('kinds of entries', () => {
  it('name only kinds that there are', () => {
    const kinds = KINDS.map((kind) => kind.name);
    const named = KINDS.flatMap(({ schema, lines }) =>
      [schema, lines?.schema ?? schema].flatMap((each) => refsOf(z.toJSONSchema(each, { io: 'input' }))),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });
});

/** The kinds that a schema's references name, as its descriptions have them. */
function refsOf(json: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(json, (key, value: unknown) => {
    const names = key === 'description' ? /^The id of a ([a-z ]+)/.exec(String(value)) : null;
    if (names !== null) found.push(...(names[1] ?? '').split(' or a '));
    return value;
  });
  return found;
}

describe('a fact without a source', () => {
  it.each(UNSOURCED)('is refused: %s', async (_title, files, place) => {
    const answers = await lint(files);
    expect(answers).not.toEqual([]);
    for (const answer of answers)
      expect(answer).toMatch(new RegExp(`^error ${place}.*sources? — is missing`));
  });

  it('does not pass the type checker, wherever it stands in a kind', () => {
    const [path, title] = ['terms/<id>.yaml', name] as const;
    const fact = { says: text };
    const refused = [
      // @ts-expect-error -- "says" names no source
      defineKind({ name: 'a', path, schema: z.strictObject({ id, title, ...fact }) }),
      // @ts-expect-error -- nor does it in a list
      defineKind({ name: 'b', path, schema: z.strictObject({ id, list: z.array(z.strictObject(fact)) }) }),
      // @ts-expect-error -- nor where it may be absent
      defineKind({ name: 'c', path, schema: z.strictObject({ id, part: z.strictObject(fact).optional() }) }),
    ];
    const accepted = [
      defineKind({ name: 'd', path, schema: z.strictObject({ id, title, list: z.array(cited(fact)) }) }),
      defineKind({ name: 'e', path, schema: cited({ id, title, ...fact }) }),
      defineKind({
        name: 'f',
        path,
        schema: z.strictObject({ id, what: identity(text), other: ref('role') }),
      }),
    ];
    const entry = { id: 'x', title: 'X', list: [fact], ...fact };
    const cites = (schema: z.ZodType) => [...markedIn(schema)(entry, [])].some(({ mark }) => mark.cited);
    expect(refused.map(({ schema }) => cites(schema))).toEqual([false, false, false]);
    expect(accepted.map(({ schema }) => cites(schema))).toEqual([true, true, false]);
  });
});

function marksIn(schema: z.ZodType, value: unknown): string[] {
  return [...markedIn(schema)(value, [])].map(({ value: each, path }) => `${path.join('.')}=${String(each)}`);
}

describe('what a schema marks', () => {
  const other = ref('role');

  it.each([
    ['described', z.object({ a: other.describe('x') }), { a: 'r' }, ['a=r']],
    ['absent or null', z.object({ a: other.optional(), b: other.nullable(), c: other }), { b: 'r' }, ['b=r']],
    ['with a default', z.array(z.object({ a: other.default('x') })), [{ a: 'r' }, {}], ['0.a=r']],
    ['by name', z.record(z.string(), other), { x: 'r', y: 's' }, ['x=r', 'y=s']],
    ['in one of two', z.union([text, z.object({ a: z.array(other) })]), { a: ['r'] }, ['a.0=r']],
    ['in neither', z.union([text, z.object({ a: other })]), 'r', []],
    ['in itself', recursive(), { a: 'r', more: [{ a: 's', more: [] }] }, ['a=r', 'more.0.a=s']],
  ])('is found %s', (_title, schema, value, expected) => {
    expect(marksIn(schema, value)).toEqual(expected);
  });

  it('cannot be hidden in a shape that nobody looks into', () => {
    expect(() => markedIn(z.object({ a: z.map(other, other) }))).toThrow('an entry cannot hold a "map"');
  });

  function recursive(): z.ZodType {
    return z.object({ a: other, more: z.array(z.lazy(recursive)) });
  }
});

describe('every kind', () => {
  it('is found by id and by name', async () => {
    const knowledge = await openKnowledge([aPack({ ...GOOD, [PROMPT]: prompt() })]);
    expect(knowledge.of('course').find('deep learning').entry?.id).toBe('deep-learning');
    expect(knowledge.of('source').named('a page')?.id).toBe('guide');
    expect(knowledge.of('prompt').get('ml-engineer/drift')?.why).toBe('It matters.');
    expect(knowledge.of('transition').all.map(({ to }) => to)).toEqual(['ml-engineer']);
    expect(knowledge.of('skill').named('PyTorch')?.taughtBy).toEqual(['deep-learning']);
    expect(knowledge.of('role').suggest('ml', 1)[0]?.title).toBe('ML Engineer');
  });

  it('takes what its path gives from the path only', async () => {
    expect(await lint({ [PROMPT]: prompt('track: data-engineer\n') })).toEqual([
      `error ${PROMPT}:9:1 track — is given by the name of the file: take it out`,
    ]);
  });
});
