import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { type Finding, wholeFile } from '../finding.ts';
import { readLines } from './lines.ts';
import { listPack, type PackFile } from './folder.ts';
import { checkShape, type Entry, findingAt, originOf } from './entry.ts';
import { readText } from './text.ts';
import { parseYaml } from './yaml.ts';
import { type Prompt, promptSchema } from '../prompt-schema.ts';
import * as schema from '../schema.ts';

/** Everything that a list of packs holds, entry by entry: not yet joined, not yet checked against each other. */
export interface PackContents {
  /** From `roles/<id>.yaml`. */
  readonly roles: Entry<schema.Role>[];
  /** From `roles.jsonl`. */
  readonly occupations: Entry<schema.Role>[];
  /** From `roles/<id>/<source>.yaml` and `facts.jsonl`. */
  readonly facts: Entry<schema.FactLine>[];
  readonly transitions: Entry<schema.Transition>[];
  readonly courses: Entry<schema.Course>[];
  readonly skills: Entry<z.infer<typeof schema.skillSchema>>[];
  readonly sources: Entry<schema.Source>[];
  /** From `prompts/<track>/<id>.yaml`. */
  readonly prompts: Entry<Prompt>[];
  /** The ids that files are named after, files with mistakes included. */
  readonly named: Readonly<Record<'role' | 'course' | 'source', Set<string>>>;
  /** The YAML files as they were read, for whoever wants to look closer. */
  readonly yaml: { readonly file: string; readonly text: string; readonly value: unknown }[];
  readonly findings: Finding[];
}

/** How long the loader may keep other work waiting, in milliseconds. */
const TURN = 15;

/**
 * Reads packs (folders) in order; later ones win. Whatever is wrong is in `findings`, all of it, and an entry with a
 * mistake is left out. Gives way to other work every few milliseconds, so that a bot answers during a reload.
 */
export async function readPacks(folders: readonly string[]): Promise<PackContents> {
  const contents = nothing();
  let turnEnds = performance.now() + TURN;
  for (const steps of await Promise.all(folders.map((folder, pack) => readPack(folder, pack, contents))))
    while (steps.next().done !== true) {
      if (performance.now() < turnEnds) continue;
      await setImmediate();
      turnEnds = performance.now() + TURN;
    }
  return contents;
}

/** Lists a pack; reads an entry of it at each step of the iteration that it gives. */
async function readPack(folder: string, pack: number, into: PackContents): Promise<IteratorObject<void>> {
  const { files, findings } = await listPack(folder, pack);
  into.findings.push(...findings);
  for (const { kind, name } of files)
    if (kind === 'role' || kind === 'course' || kind === 'source') into.named[kind].add(name);
  return Iterator.from(files).flatMap((file) => readEntries(file, into));
}

function nothing(): PackContents {
  return {
    roles: [],
    occupations: [],
    facts: [],
    transitions: [],
    courses: [],
    skills: [],
    sources: [],
    prompts: [],
    named: { role: new Set(), course: new Set(), source: new Set() },
    yaml: [],
    findings: [],
  };
}

/** Reads the entries of one file, one step of the iteration each. */
function* readEntries(file: PackFile, into: PackContents): Generator<void> {
  const text = readText(file.path);
  if (typeof text !== 'string') into.findings.push(text);
  else if (file.kind === 'occupation' || file.kind === 'fact line')
    for (const raw of readLines(file, text, into.findings)) yield readEntry(file, raw, into);
  else yield readYaml(file, text, into);
}

function readYaml(file: PackFile, text: string, into: PackContents): void {
  const parsed = parseYaml(text);
  if ('problems' in parsed) {
    for (const { message, ...spot } of parsed.problems)
      into.findings.push({ ...wholeFile(file.path, message), ...spot });
    return;
  }
  into.yaml.push({ file: file.path, text, value: parsed.value });
  readEntry(file, { value: parsed.value, origin: originOf(file.path, file.pack, text) }, into);
}

function readEntry(file: PackFile, raw: Entry<unknown>, into: PackContents): void {
  switch (file.kind) {
    case 'role':
      return keepNamed(file, raw, schema.roleSchema, into.roles, into);
    case 'transition':
      return keepNamed(file, raw, schema.transitionSchema, into.transitions, into);
    case 'course':
      return keepNamed(file, raw, schema.courseSchema, into.courses, into);
    case 'skill':
      return keepNamed(file, raw, schema.skillSchema, into.skills, into);
    case 'source':
      return keepNamed(file, raw, schema.sourceSchema, into.sources, into);
    case 'prompt':
      return keepPrompt(file, raw, into);
    case 'facts':
      return keepFacts(file, raw, into);
    case 'occupation':
      return keep(raw, schema.roleSchema, into.occupations, into);
    case 'fact line':
      return keep({ ...raw, value: withSource(raw.value) }, schema.factLineSchema, into.facts, into);
  }
}

function keep<T>(raw: Entry<unknown>, shape: z.ZodType<T>, list: Entry<T>[], into: PackContents): void {
  const value = checkShape(raw, shape, into.findings);
  if (value !== undefined) list.push({ value, origin: raw.origin });
}

/** Keeps an entry whose id is its file's name. */
function keepNamed<T extends { readonly id: string }>(
  file: PackFile,
  raw: Entry<unknown>,
  shape: z.ZodType<T>,
  list: Entry<T>[],
  into: PackContents,
): void {
  const value = checkShape(raw, shape, into.findings);
  if (value === undefined) return;
  if (value.id === file.name) list.push({ value, origin: raw.origin });
  else
    into.findings.push(
      findingAt(
        raw.origin,
        ['id'],
        `is "${value.id}", but the file is ${file.name}.yaml: make them the same`,
      ),
    );
}

/** Reads a prompt: its id is the file's name, its track the folder's. */
function keepPrompt(file: PackFile, raw: Entry<unknown>, into: PackContents): void {
  const prompt = checkShape(raw, promptSchema, into.findings);
  if (prompt === undefined || file.role === undefined) return;
  into.prompts.push({ value: { ...prompt, id: file.name, track: file.role }, origin: raw.origin });
}

/** Reads what one source says about one role: the source is the file's name, the role is the folder's. */
function keepFacts(file: PackFile, raw: Entry<unknown>, into: PackContents): void {
  const filled = { ...raw, value: withSource(raw.value, file.name) };
  const facts = checkShape(filled, schema.roleFactsSchema, into.findings);
  if (facts === undefined || file.role === undefined) return;
  into.facts.push({ value: { ...facts, source: file.name, role: file.role }, origin: raw.origin });
}

/** The facts with `source` in every element of every list that lacks it. */
function withSource(facts: unknown, named?: string): unknown {
  if (!isRecord(facts)) return facts;
  const source = named ?? facts['source'];
  const fill = (element: unknown) => (isRecord(element) ? { source, ...element } : element);
  return Object.fromEntries(
    Object.entries(facts).map(([key, list]) => [key, Array.isArray(list) ? list.map(fill) : list]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
