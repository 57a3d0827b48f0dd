import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BUILT_IN, HAND_PACK, MADE_PACK } from '../../knowledge/built-in.ts';
import { check, formatFinding } from '../../knowledge/check.ts';
import { openKnowledge } from '../../knowledge/load.ts';
import { editorSchemas, jsonSchemas, SCHEMA_FOLDER } from '../../knowledge/json-schema.ts';

const DATA = HAND_PACK;
const FILES = filesOf(DATA);
const EVERY_FILE = [
  ...FILES.map((path) => join(DATA, path)),
  ...filesOf(MADE_PACK).map((path) => join(MADE_PACK, path)),
];
const schemas = jsonSchemas();

/** The YAML files of a pack, by their paths in it. */
function filesOf(pack: string): string[] {
  const paths = readdirSync(pack, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.yaml'));
}

/** The JSON Schema for a file of a pack. */
function schemaOf(path: string): string {
  const [folder = '', ...rest] = path.split('/');
  const kind = rest.length === 2 && folder === 'roles' ? 'facts' : folder.slice(0, -1);
  return rest.at(-1)?.split('.').length === 3 ? `${kind}-translated.json` : `${kind}.json`;
}

describe('the built-in knowledge', () => {
  it('has no errors', async () => {
    const findings = await check(BUILT_IN, { today: '2026-11-21' });
    expect(findings.filter(({ severity }) => severity === 'error').map(formatFinding)).toEqual([]);
  });

  it('means the same to both readers of YAML', () => {
    const differing = EVERY_FILE.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return !isDeepStrictEqual(parse(text), load(text));
    });
    expect(differing).toEqual([]);
  });

  it('is accepted by the JSON Schemas that editors use', () => {
    const ajv = new Ajv({ validateFormats: false });
    const validators = new Map(Object.entries(schemas).map(([name, json]) => [name, ajv.compile(json)]));
    const refused = EVERY_FILE.flatMap((path) => {
      const valid = validators.get(schemaOf(relative(path.startsWith(DATA) ? DATA : MADE_PACK, path)));
      const entry = load(readFileSync(path, 'utf8'));
      return valid?.(entry) === true ? [] : [{ path, errors: valid?.errors }];
    });
    expect(refused).toEqual([]);
  });
});

describe('the example pack', () => {
  const EXAMPLE = join(import.meta.dirname, '../../knowledge/example-pack');

  it('has no errors on top of the built-in knowledge', async () => {
    const findings = await check([...BUILT_IN, EXAMPLE], { today: '2026-11-21' });
    expect(findings.filter(({ severity }) => severity === 'error').map(formatFinding)).toEqual([]);
  });

  it('adds a role, a move and a course, and one more source to a role that is there', async () => {
    const knowledge = await openKnowledge([...BUILT_IN, EXAMPLE]);
    expect(knowledge.roles.find('devrel').match).toMatchObject({ kind: 'exact', id: 'developer-advocate' });
    expect(knowledge.transitions.into('developer-advocate')).toHaveLength(1);
    expect(knowledge.skills.find('public speaking').entry?.taughtBy).toContain('northwind-speaking');
    const payers = knowledge.roles.get('ml-engineer')?.pay.map(({ source }) => source);
    expect(payers).toEqual(expect.arrayContaining(['decipheru', 'northwind-handbook']));
  });
});

/** Whether an editor takes globs, of which those with a `!` are exceptions, for those of a file. */
function matches(path: string, globs: readonly string[]): boolean {
  return globs.every((glob) => matchesGlob(`data/${path}`, glob.replace('!', '')) !== glob.startsWith('!'));
}

describe('the JSON Schemas for editors', () => {
  it('are found by an editor for every file', () => {
    const settings = readFileSync(join(import.meta.dirname, '../../.vscode/settings.json'), 'utf8');
    expect(JSON.parse(settings)).toEqual({ 'yaml.schemas': editorSchemas() });
    const found = FILES.map((path) =>
      Object.entries(editorSchemas())
        .filter(([, globs]) => matches(path, [globs].flat()))
        .map(([file]) => file),
    );
    expect(found).toEqual(FILES.map((path) => [`./knowledge/schema/${schemaOf(path)}`]));
  });

  it('are those that the loader checks by: else run `npm run schema`', () => {
    const committed = readdirSync(SCHEMA_FOLDER).map((name) => [
      name,
      JSON.parse(readFileSync(join(SCHEMA_FOLDER, name), 'utf8')),
    ]);
    expect(Object.fromEntries(committed)).toEqual(schemas);
  });

  it('refuse what the loader refuses', () => {
    const valid = new Ajv({ validateFormats: false }).compile(schemas['facts.json'] ?? {});
    const band = { level: 'mid', basis: 'base', currency: 'USD', region: 'US', median: 1 };
    expect(valid({ pay: [band] })).toBe(true);
    expect(valid({ pay: [{ ...band, level: 'junior' }] })).toBe(false);
    expect(valid({ pays: [band] })).toBe(false);
  });
});
