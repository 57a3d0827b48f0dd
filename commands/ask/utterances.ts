import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../knowledge/finding.ts';
import { wholeFile } from '../../knowledge/finding.ts';
import { checkShape, findingAt, originOf, type Origin } from '../../knowledge/load/entry.ts';
import { parseYaml } from '../../knowledge/load/yaml.ts';
import { INTENT_NAMES } from './intents.ts';
import { NotationError, parsePattern, partsOf, type Pattern } from './notation.ts';

/** A way of asking something. */
export interface Utterance {
  readonly language: string;
  readonly intent: string;
  /** As it is written, rules and all. */
  readonly written: string;
  readonly pattern: Pattern;
}

/** How people ask, in every language, and what is wrong with the files. */
export interface Utterances {
  readonly all: readonly Utterance[];
  /** Rules by language and name. */
  readonly rules: ReadonlyMap<string, ReadonlyMap<string, Pattern>>;
  readonly findings: readonly Finding[];
}

const LANGUAGES = ['en', 'es', 'de', 'pt-BR'];
const FOLDER = join(import.meta.dirname, 'utterances');
/** What an utterance may leave open. */
const SLOTS = new Set(
  'role from to skill course family level place money hours time employer background'.split(' '),
);

const line = z.string().trim().min(1, 'is empty: write how somebody asks');
const utteranceFile = z.strictObject({ utterances: z.array(line).min(1) });
const ruleFile = z.strictObject({ rules: z.record(z.string(), line) });

/** Reads `utterances/<language>/<intent>.yaml`. */
export function readUtterances(folder = FOLDER): Utterances {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const rules = new Map(LANGUAGES.map((language) => [language, rulesOf(folder, language, findings)]));
  const all = LANGUAGES.flatMap((language) =>
    filesOf(join(folder, language)).flatMap((file) =>
      utterancesIn(file, { language, rules: rules.get(language) ?? new Map(), findings, seen }),
    ),
  );
  return { all, rules, findings };
}

function filesOf(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'rules.yaml');
  return names.sort().map((name) => join(folder, name));
}

/** A file by its schema, with the place to point at. */
function read<T>(
  file: string,
  schema: z.ZodType<T>,
  findings: Finding[],
): { value: T; origin: Origin } | undefined {
  const text = readFileSync(file, 'utf8');
  const parsed = parseYaml(text);
  if ('problems' in parsed) {
    findings.push(...parsed.problems.map((problem) => ({ ...wholeFile(file, problem.message), ...problem })));
    return undefined;
  }
  const origin = originOf(file, 0, text);
  const value = checkShape({ value: parsed.value, origin }, schema, findings);
  return value === undefined ? undefined : { value, origin };
}

function rulesOf(folder: string, language: string, findings: Finding[]): ReadonlyMap<string, Pattern> {
  const found = read(join(folder, language, 'rules.yaml'), ruleFile, findings);
  const rules = new Map<string, Pattern>();
  for (const [name, written] of Object.entries(found?.value.rules ?? {})) {
    const pattern = patternOf(written, findings, found?.origin, ['rules', name]);
    if (pattern !== undefined) rules.set(name, pattern);
  }
  return rules;
}

interface Reading {
  readonly language: string;
  readonly rules: ReadonlyMap<string, Pattern>;
  readonly findings: Finding[];
  /** The intent of every utterance so far: one sentence cannot mean two things. */
  readonly seen: Map<string, string>;
}

function utterancesIn(file: string, { language, rules, findings, seen }: Reading): Utterance[] {
  const intent = basename(file, '.yaml');
  if (!INTENT_NAMES.has(intent))
    findings.push(wholeFile(file, `"${intent}" is no intent: name the file as one`));
  const found = read(file, utteranceFile, findings);
  return (found?.value.utterances ?? []).flatMap((written, at) => {
    const path = ['utterances', at];
    const pattern = patternOf(written, findings, found?.origin, path);
    if (pattern === undefined || found === undefined) return [];
    for (const part of partsOf(pattern)) {
      if (part.kind === 'slot' && !SLOTS.has(part.name))
        findings.push(
          findingAt(found.origin, path, `{${part.name}} is no slot: use one of ${[...SLOTS].join(', ')}`),
        );
      if (part.kind === 'rule' && !rules.has(part.name))
        findings.push(findingAt(found.origin, path, `<${part.name}> is no rule: add it to rules.yaml`));
    }
    const other = seen.get(`${language} ${written}`);
    if (other !== undefined && other !== intent)
      findings.push(findingAt(found.origin, path, `stands under ${other} too: one sentence means one thing`));
    seen.set(`${language} ${written}`, intent);
    return [{ language, intent, written, pattern }];
  });
}

function patternOf(
  written: string,
  findings: Finding[],
  origin: Origin | undefined,
  path: (string | number)[],
): Pattern | undefined {
  try {
    return parsePattern(written);
  } catch (error) {
    if (!(error instanceof NotationError) || origin === undefined) throw error;
    findings.push(findingAt(origin, path, error.message));
    return undefined;
  }
}
